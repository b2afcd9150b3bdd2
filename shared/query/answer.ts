import { type Static, Type } from 'typebox';

/**
 * One figure. `value` is null when there is none (no denominator, not connected, not additive: see `reason`), never 0
 * in its place. Percentages are 0–100, unrounded. `delta` is in percentage points for ratios (`points`), in percent
 * for counts (`percent`), else in the measure's own unit (`absolute`).
 */
export const Cell = Type.Object(
  {
    value: Type.Union([Type.Number(), Type.Null()]),
    num: Type.Optional(Type.Number()),
    den: Type.Optional(Type.Number()),
    delta: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
    deltaKind: Type.Optional(Type.Enum(['points', 'percent', 'absolute'])),
    /** The value compared with. */
    base: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
    target: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
    /** Day (`2023-12-31`); only where this figure has an as-of of its own (observation, coverage). */
    asOf: Type.Optional(Type.String()),
    /** The period the figure is of where it is not the one asked: `2023-12`, or `from/to` in days. */
    period: Type.Optional(Type.String()),
    operator: Type.Optional(Type.String()),
    /** Vintage of an observation, or `computed`. */
    quality: Type.Optional(Type.String()),
    /** How often what the figure stands on was revised since it first came (observation, coverage, assessment, stage). */
    revised: Type.Optional(Type.Number()),
    /** Error code that says why there is no value. */
    reason: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Cell = Static<typeof Cell>;

/** One row; besides `key` and `values` it carries one string per dimension asked for, and `period` with a grain. */
export const Row = Type.Object({
  key: Type.String(),
  values: Type.Record(Type.String(), Cell),
  period: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  level: Type.Optional(Type.String()),
  field: Type.Optional(Type.String()),
  agency: Type.Optional(Type.String()),
  channel: Type.Optional(Type.String()),
  status: Type.Optional(Type.String()),
  zone: Type.Optional(Type.String()),
  junction: Type.Optional(Type.String()),
  owner: Type.Optional(Type.String()),
  contractor: Type.Optional(Type.String()),
  stage: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  part: Type.Optional(Type.String()),
  camera: Type.Optional(Type.String()),
  incidentKind: Type.Optional(Type.String()),
  severity: Type.Optional(Type.String()),
  place: Type.Optional(Type.String()),
  index: Type.Optional(Type.String()),
  tier: Type.Optional(Type.String()),
  plan: Type.Optional(Type.String()),
  system: Type.Optional(Type.String()),
  source: Type.Optional(Type.String()),
  programme: Type.Optional(Type.String()),
});
export type Row = Static<typeof Row>;

/**
 * What is known of the data behind an answer. `dataTo` is the time of the newest event (ms) of the kinds asked,
 * never after the period's end when `closed`; null when nothing ever came: "chưa kết nối".
 */
export const Freshness = Type.Object({
  dataTo: Type.Union([Type.Number(), Type.Null()]),
  /** The period has ended: the figure is final and does not age. */
  closed: Type.Boolean(),
});
export type Freshness = Static<typeof Freshness>;

export const Answer = Type.Object({
  epoch: Type.String(),
  /** Log position the answer stands on. */
  seq: Type.Number(),
  /** The server's clock at evaluation (RFC 3339). */
  asOf: Type.String(),
  /** The period as resolved. */
  period: Type.Object({ from: Type.String(), to: Type.String() }),
  comparedPeriod: Type.Optional(Type.Object({ from: Type.String(), to: Type.String() })),
  freshness: Freshness,
  rows: Type.Array(Row),
});
export type Answer = Static<typeof Answer>;
