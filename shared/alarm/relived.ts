import type { Row } from '../query/answer.ts';
import type { Query } from '../query/query.ts';
import type { CameraOutage } from './outage.ts';

/** What of the past is asked for again: how sources kept silent, which cameras were down, or what a question was answered. */
export type ReliveAsked = {
  /** ms; both ends are looked at. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
} & (
  | { readonly kind: 'sources' }
  | { readonly kind: 'outages'; readonly unit: string; readonly silence: boolean }
  | { readonly kind: 'figures'; readonly query: Query }
);

/** What was known at a moment. */
export interface RelivedMoment {
  /** ms */
  readonly atMs: number;
  /** Arrival of the newest event of each source so far, ms; null: none had come. */
  readonly sources: readonly {
    readonly source: string;
    readonly cadenceSeconds: number;
    readonly lastReceivedAt: number | null;
  }[];
  readonly outages: readonly CameraOutage[];
  /** The answer to the question, and the first day of its period. */
  readonly figures?: { readonly from: string; readonly rows: readonly Row[] };
}
