/** What a query may split and filter by. */
export type Dimension =
  | 'unit'
  | 'level'
  | 'field'
  | 'agency'
  | 'channel'
  | 'status'
  | 'zone'
  | 'junction'
  | 'owner'
  | 'stage'
  | 'state'
  | 'part'
  | 'camera';

export const DOSSIER_DIMENSIONS = [
  'unit',
  'level',
  'field',
  'agency',
  'channel',
  'status',
] as const;
export const CAMERA_DIMENSIONS = ['unit', 'zone', 'junction', 'owner', 'stage', 'state'] as const;

/** The event kinds whose events can change a measure; a subscription to it is dirty only then. */
export type MeasureSource = 'dossier' | 'camera' | 'coverage' | 'observation';

export interface BilingualText {
  readonly vi: string;
  readonly en: string;
}

/**
 * How a figure comes about, over flows of the fold (`server/fold`). Every leaf names a flow; `filter` narrows it by
 * dimension values. `during` sums a flow over the period's days; `until` sums it from the beginning of time to the
 * period's end (but never beyond today): a stock. A `live` leaf is counted over the cameras at the period's end.
 */
export type Term =
  | { readonly during: string; readonly sign?: -1; readonly filter?: TermFilter }
  | { readonly until: string; readonly sign?: -1; readonly filter?: TermFilter }
  | { readonly live: string };
export type TermFilter = { readonly [D in Dimension]?: readonly string[] };

export type Expression =
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  | { readonly kind: 'ratio'; readonly num: readonly Term[]; readonly den: readonly Term[] }
  /** Read from coverage records: `done`, `total`, or their ratio. */
  | { readonly kind: 'coverage'; readonly part: 'done' | 'total' | 'rate' }
  /** Read from observations of one indicator. */
  | { readonly kind: 'observation'; readonly indicator: string };

/** The single truth about a figure; every tile can show this as its card. */
export interface Measure {
  readonly id: string;
  readonly name: BilingualText;
  /** A name that fits a tile's heading. */
  readonly shortName: BilingualText;
  readonly kind: 'flow' | 'stock' | 'ratio' | 'published';
  readonly expression: Expression;
  /** Formula by name (F1 …) and in words with numerator and denominator. */
  readonly formula: { readonly id: string; readonly text: BilingualText };
  readonly unit: BilingualText;
  readonly decimals: number;
  /** Which way is good. */
  readonly direction: 'higher' | 'lower' | 'neutral';
  readonly additivity: {
    readonly units: 'sum' | 'recompute' | 'none' | 'sum-net-of-transfers';
    readonly time: 'sum' | 'last' | 'recompute' | 'published' | 'none';
  };
  readonly dimensions: readonly Dimension[];
  readonly source: MeasureSource;
  readonly legalBasis: BilingualText;
  /** How old data may be before the figure is late; three times as old is stale. */
  readonly freshnessMs: number;
}
