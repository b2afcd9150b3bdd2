import type { Board } from '../../shared/board/board.ts';
import type { Measure } from '../../shared/measure/measure.ts';
import type { Refusal } from '../../shared/protocol/messages.ts';
import type { PublishedFigure } from '../../shared/published/published.ts';
import type { Answer } from '../../shared/query/answer.ts';
import type { QualityReport } from '../../shared/query/quality.ts';
import type { Query } from '../../shared/query/query.ts';
import type { RevisedFigure } from '../../shared/query/revisions.ts';
import type { BoundaryLayer } from '../../shared/territory/boundary-layer.ts';
import type { Calendar, Pack, Targets } from '../../shared/territory/pack.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { Access } from '../access/access.ts';
import type { Action, Principal } from '../access/principal.ts';
import type { ContentType } from '../ingest/body.ts';
import type { QuarantinePage } from '../log/log.ts';

export interface QuarantinedEntry {
  /** Place in the body, from 0. */
  readonly index: number;
  /** '' where the event does not tell. */
  readonly id: string;
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** What became of a pushed body, after the commit: sent = accepted + duplicate + quarantined.length. */
export interface PushResult {
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: readonly QuarantinedEntry[];
}

export interface AccessPort extends Pick<Access, 'principalOf' | 'isBarred' | 'redeem'> {
  may(principal: Principal, action: Action): boolean;
}

export interface PushPort {
  /** The bytes are the callee's from here on: their buffer holds nothing else and may be transferred. */
  push(body: Uint8Array<ArrayBuffer>, contentType: ContentType): Promise<PushResult>;
}

export interface QueryPort {
  query(query: Query, principal: Principal): Promise<Answer | { readonly refused: Refusal }>;
}

/** How a source keeps its promise. */
export interface SourceState {
  readonly source: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly kinds: readonly string[];
  readonly cadenceSeconds: number;
  /** Arrival of its newest event, ms; null when nothing ever came. */
  readonly lastReceivedAt: number | null;
  readonly state: 'on-time' | 'late' | 'silent' | 'never';
}

/** A camera for the map. */
export interface CameraPlace {
  readonly camera: string;
  readonly name: string;
  readonly unit: string;
  readonly zone?: string;
  readonly junction?: string;
  readonly owner: string;
  readonly contractor?: string;
  readonly stage: string;
  readonly state: string;
  readonly lon?: number;
  readonly lat?: number;
}

/** What the core tells of quality, to whomever. */
export type SourceQuality = Omit<QualityReport, 'maySeeEvents'>;

/** An event in the log, without what it says. */
export interface RecentEvent {
  readonly seq: number;
  /** ms */
  readonly receivedAt: number;
  readonly kind: string;
  readonly source: string;
  readonly id: string;
  /** When it happened, ms. */
  readonly time: number;
  /** '' where its kind has none. */
  readonly unit: string;
}

/** Of one indicator and unit, those whose periods meet the span. */
export interface RevisionsAsked {
  readonly indicator: string;
  readonly unit: string;
  readonly span: DaySpan;
}
export type RevisionsTold = readonly RevisedFigure[] | { readonly refused: Refusal };

/** What the core knows at this moment, for reading. */
export interface CorePort {
  sources(principal: Principal): Promise<readonly SourceState[]>;
  cameras(principal: Principal): Promise<readonly CameraPlace[]>;
  /** The last thirty days where no period is named. */
  quality(principal: Principal, period: DaySpan | undefined, unit?: string): Promise<SourceQuality>;
  /** Newest first: events of the sources of a measure source (`dossier`, `camera` …), among the last hundred thousand. */
  recent(feeds: string, limit: number): Promise<readonly RecentEvent[]>;
  /** Figures of an indicator that were revised, with what they were before. */
  revisions(principal: Principal, asked: RevisionsAsked): Promise<RevisionsTold>;
  quarantine(page: { readonly limit: number; readonly before?: number }): Promise<QuarantinePage>;
}

/** The pack's parts that are read as they are. */
export interface PackPort {
  readonly pack: Pack;
  readonly measures: readonly Measure[];
  readonly boards: readonly Board[];
  readonly targets: Targets;
  readonly calendar: Calendar;
  readonly published: readonly PublishedFigure[];
  /** GeoJSON by name. */
  readonly boundaries: Readonly<Record<string, object>>;
  /** What each of them shows. */
  readonly layers: readonly BoundaryLayer[];
}

export interface Readiness {
  readonly ready: boolean;
  /** 0–1 */
  readonly progress: number;
}

/** A gauge or counter of the core under its metric's name. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}
