import { type Static, Type } from 'typebox';

/**
 * `num` of `den`, and the share in percent. `value` is null where there is none: see `reason`, an error code. Numerators
 * and denominators may be summed over sources and units, shares may not.
 */
export const Meter = Type.Object(
  {
    value: Type.Union([Type.Number(), Type.Null()]),
    num: Type.Number(),
    den: Type.Number(),
    reason: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Meter = Static<typeof Meter>;

/** The four meters of data (đúng, đủ, sạch, sống), by day of arrival. */
export const Meters = Type.Object(
  {
    /** Đúng: sent and not refused, of all that was sent. */
    valid: Meter,
    /** Đủ: reports that came of reports owed, each a unit and an ended period. */
    complete: Meter,
    /** Đủ: sent without a mandatory field missing, of all that was sent. */
    fields: Meter,
    /** Sạch: neither sent twice nor in conflict with what was sent before, of all that is valid. */
    clean: Meter,
    /** Sống: keeping the promised cadence at the period's end, of all that promise one. */
    fresh: Meter,
  },
  { additionalProperties: false },
);
export type Meters = Static<typeof Meters>;

const counts = {
  accepted: Type.Number(),
  duplicates: Type.Number(),
  /** Sent before with another content; the first one stays. */
  conflicts: Type.Number(),
  rejected: Type.Number(),
  /** Arrival of the newest accepted event up to the period's end, ms. */
  lastAcceptedAt: Type.Union([Type.Number(), Type.Null()]),
};

export const QualityUnit = Type.Object(
  { unit: Type.String(), ...counts, meters: Meters },
  { additionalProperties: false },
);
export type QualityUnit = Static<typeof QualityUnit>;

export const QualitySource = Type.Object(
  {
    /** '' for everything rejected that came under a name nobody knows. */
    source: Type.String(),
    name: Type.Object({ vi: Type.String(), en: Type.String() }),
    kinds: Type.Array(Type.String()),
    /** Measures of which sources (`MeasureSource`) its events change. */
    feeds: Type.Array(Type.String()),
    /** Longest normal silence; absent where nothing is promised. */
    cadenceSeconds: Type.Optional(Type.Number()),
    ...counts,
    codes: Type.Array(Type.Object({ code: Type.String(), count: Type.Number() })),
    meters: Meters,
    /** By the code that events carry; '' for those that name no unit. */
    units: Type.Array(QualityUnit),
  },
  { additionalProperties: false },
);
export type QualitySource = Static<typeof QualitySource>;

export const QualityReport = Type.Object(
  {
    /** The server's clock (RFC 3339). */
    asOf: Type.String(),
    /** Days of arrival. */
    period: Type.Object({ from: Type.String(), to: Type.String() }),
    sources: Type.Array(QualitySource),
    /** Whoever asks may also read single events and refusals by their ids. */
    maySeeEvents: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type QualityReport = Static<typeof QualityReport>;
