import type { ALARM_LIMITS } from './alarm-limits.ts';

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
  | 'contractor'
  | 'stage'
  | 'state'
  | 'part'
  | 'camera'
  | 'incidentKind'
  | 'severity'
  | 'place'
  | 'index'
  | 'tier'
  | 'plan'
  | 'system'
  | 'source';

export const DOSSIER_DIMENSIONS = [
  'unit',
  'level',
  'field',
  'agency',
  'channel',
  'status',
] as const;
export const CAMERA_DIMENSIONS = [
  'unit',
  'zone',
  'junction',
  'owner',
  'contractor',
  'stage',
  'state',
] as const;

export const PETITION_DIMENSIONS = ['unit', 'field'] as const;
export const INCIDENT_DIMENSIONS = ['unit', 'incidentKind', 'severity', 'place'] as const;

/** The event kinds whose events can change a measure; a subscription to it is dirty only then. */
export type MeasureSource =
  | FlowSource
  | 'coverage'
  | 'observation'
  | 'assessment'
  | 'stage-plan'
  | 'link'
  | 'alarm'
  | 'quality';
/** Those folded into daily flows. */
export type FlowSource = 'dossier' | 'camera' | 'petition' | 'incident';

export interface BilingualText {
  readonly vi: string;
  readonly en: string;
}

/**
 * How a figure comes about, over flows of the fold (`server/fold/flows.ts`: those of the measure's source). `filter` narrows a leaf by dimension values. `during` sums a flow over the
 * period's days; `until` sums it from the beginning of time to the period's end (but never beyond today): a stock.
 * `before` sums it up to the day before the period begins: what is carried over into it.
 * A `live` leaf counts the connected cameras in a state at the period's end (or now); a `seconds` leaf sums a camera
 * flow of seconds over the period and adds what has passed since each camera's newest report. An `outages` leaf counts
 * what went down in the period, an `outageGroups` leaf the causes behind what is down at its end (or now).
 */
export type Term =
  | { readonly during: string; readonly sign?: -1; readonly filter?: TermFilter }
  | { readonly until: string; readonly sign?: -1; readonly filter?: TermFilter }
  | { readonly before: string; readonly sign?: -1; readonly filter?: TermFilter }
  | { readonly live: CameraLiveState; readonly sign?: -1 }
  | { readonly seconds: CameraLiveState; readonly sign?: -1 }
  | { readonly outages: OutageKind; readonly sign?: -1 }
  | { readonly outageGroups: OutageKind; readonly sign?: -1 };
/** With silence, or only as far as cameras were reported down. */
export type OutageKind = 'down-or-silent' | 'down';
export type TermFilter = { readonly [D in Dimension]?: readonly string[] };

export type CameraLiveState =
  | 'online'
  | 'offline'
  | 'degraded'
  | 'maintenance'
  | 'tampered'
  | 'unknown';

export type Expression =
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  /** `num / den × scale`, of a percentage 100; no denominator, no value. */
  | {
      readonly kind: 'ratio';
      readonly num: readonly Term[];
      readonly den: readonly Term[];
      readonly scale: number;
    }
  /** Read from coverage records: `done`, `total`, or their ratio × 100. */
  | { readonly kind: 'coverage'; readonly part: 'done' | 'total' | 'rate' }
  /** Points of parts added up: of each `min(max, num / den × max)`; a part without a denominator is not scored. */
  | { readonly kind: 'score'; readonly parts: readonly ScorePart[] }
  /** Read from yearly assessments; gains are against the year before. */
  | { readonly kind: 'assessment'; readonly part: AssessmentPart }
  /** Read from the stages that items of plans have reached: how many, and those at their plan's last stage × 100. */
  | { readonly kind: 'stage-plan'; readonly part: 'items' | 'doneShare' }
  /** Read from the counts of what arrived. */
  | { readonly kind: 'quality'; readonly part: QualityMeter }
  /** Read from how the alarm system did, day by day. */
  | { readonly kind: 'alarm'; readonly part: AlarmPart }
  /** Read from connected systems. */
  | { readonly kind: 'link'; readonly part: LinkPart }
  /** Read from observations of one indicator; a value made of parts is `num / den × scale`. */
  | { readonly kind: 'observation'; readonly indicator: string; readonly scale: number };

export interface ScorePart {
  readonly source: FlowSource;
  readonly num: readonly Term[];
  readonly den: readonly Term[];
  /** Points at most. */
  readonly max: number;
}

export type AssessmentPart = 'score' | 'scoreGain' | 'rank' | 'rankOf' | 'rankGain' | 'units';
/** Đúng, đủ, sạch, sống. */
export type QualityMeter = 'valid' | 'complete' | 'clean' | 'fresh';
export type AlarmPart = keyof typeof ALARM_LIMITS;
export type LinkPart = 'systems' | 'onTime' | 'late' | 'silent' | 'rejected' | 'onTimeShare';

/** The single truth about a figure; every tile can show this as its card. */
export interface Measure {
  readonly id: string;
  readonly name: BilingualText;
  /** A name that fits a tile's heading. */
  readonly shortName: BilingualText;
  readonly kind: 'flow' | 'stock' | 'ratio' | 'mean' | 'published';
  readonly expression: Expression;
  /** Formula by name (F1 …) and in words with numerator and denominator. */
  readonly formula: { readonly id: string; readonly text: BilingualText };
  readonly unit: BilingualText;
  readonly decimals: number;
  /** Which way is good. */
  readonly direction: 'higher' | 'lower' | 'neutral';
  /** How a difference is told: of rates in percentage points, of counts in percent. */
  readonly deltaKind: 'points' | 'percent' | 'absolute';
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
