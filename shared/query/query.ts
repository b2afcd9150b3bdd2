import { type Static, Type } from 'typebox';

const Text80 = Type.String({ minLength: 1, maxLength: 80 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/**
 * Both ends belong to the period. The relative forms are resolved against the server's clock at each evaluation:
 * `today`, `this-week` … run to the end of that bucket, `to-date` forms up to today. A report month begins on the day
 * that the pack's calendar names.
 */
export const QueryPeriod = Type.Union([
  Type.Object({ from: Day, to: Day }, { additionalProperties: false }),
  Type.Object(
    {
      relative: Type.Enum([
        'today',
        'this-week',
        'this-month',
        'this-quarter',
        'this-year',
        'last-month',
        'last-year',
        'last-7-days',
        'last-30-days',
        'last-12-months',
        'this-report-month',
        'last-report-month',
      ]),
    },
    { additionalProperties: false },
  ),
]);
export type QueryPeriod = Static<typeof QueryPeriod>;

export const QueryDimension = Type.Enum([
  'unit',
  'level',
  'field',
  'agency',
  'channel',
  'status',
  'zone',
  'junction',
  'owner',
  'contractor',
  'stage',
  'state',
  'part',
  'camera',
  'incidentKind',
  'severity',
  'place',
  'index',
  'tier',
  'plan',
  'system',
  'source',
]);

export const Compare = Type.Enum(['previous-period', 'same-period-last-year', 'target', 'plan']);
export type Compare = Static<typeof Compare>;

/** A span of the past lived through again: what was known, moment by moment. */
export const ReplaySpec = Type.Object(
  {
    /** RFC 3339 instants. */
    from: Type.String({ maxLength: 40 }),
    to: Type.String({ maxLength: 40 }),
    /** Times as fast as it was. */
    speed: Type.Integer({ minimum: 1, maximum: 600 }),
    /** Tells one run from another of the same span; without it all watch the same. */
    run: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
);
export type ReplaySpec = Static<typeof ReplaySpec>;

/** A question in measures, never in columns (design §5). */
export const Query = Type.Object(
  {
    measures: Type.Array(Type.String({ minLength: 1, maxLength: 120 }), {
      minItems: 1,
      maxItems: 24,
    }),
    /** Root unit; figures count it and everything below it. */
    unit: Text80,
    /** With `by: ["unit"]`: roll rows up to the ancestors of this level. */
    level: Type.Optional(Type.Enum(['country', 'province', 'district', 'commune', 'department'])),
    by: Type.Optional(Type.Array(QueryDimension, { maxItems: 3 })),
    period: QueryPeriod,
    /** Splits the period into buckets; rows then carry `period`. */
    grain: Type.Optional(Type.Enum(['day', 'week', 'month', 'quarter', 'half', 'year'])),
    filter: Type.Optional(
      Type.Partial(Type.Record(QueryDimension, Type.Array(Text80, { minItems: 1, maxItems: 200 }))),
    ),
    compare: Type.Optional(Compare),
    /**
     * `as-were` (without it too): what was true then. `today`: figures of the past carried to today's units, as far as
     * that is possible without inventing shares.
     */
    borders: Type.Optional(Type.Enum(['as-were', 'today'])),
    /** RFC 3339 instant: answer with what was known then. */
    asOf: Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()])),
    replay: Type.Optional(ReplaySpec),
    /** Coverage programmes, for `coverage.*`. */
    programme: Type.Optional(Type.Array(Text80, { minItems: 1, maxItems: 60 })),
    /** Keep the first `n` rows by the first measure. */
    top: Type.Optional(
      Type.Object(
        {
          n: Type.Integer({ minimum: 1, maximum: 1000 }),
          order: Type.Enum(['descending', 'ascending']),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type Query = Static<typeof Query>;
