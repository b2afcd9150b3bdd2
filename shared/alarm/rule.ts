import { type Static, Type } from 'typebox';
import { Query } from '../query/query.ts';
import { Bilingual } from '../territory/unit.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 });
const Seconds = Type.Integer({ minimum: 0, maximum: 30 * 86_400 });
const Minutes = Type.Integer({ minimum: 1, maximum: 43_200 });
const Code = Type.String({ minLength: 1, maxLength: 80 });

/** 1 is the most urgent; `diagnostic` is for those who keep the system, never for the operator's list of work. */
export const AlarmPriority = Type.Union([
  Type.Literal(1),
  Type.Literal(2),
  Type.Literal(3),
  Type.Literal('diagnostic'),
]);
export type AlarmPriority = Static<typeof AlarmPriority>;

/**
 * The question a rule asks: one measure; each row of the answer is a subject of its own.
 */
export const RuleQuery = Type.Intersect(
  [
    Type.Pick(Query, ['unit', 'level', 'by', 'period', 'filter']),
    Type.Object({ measure: Type.String({ minLength: 1, maxLength: 120 }) }),
  ],
  { unevaluatedProperties: false },
);
export type RuleQuery = Static<typeof RuleQuery>;

/** Beyond the limit, in the measure's own unit; percentages 0–100. `target`: the pack's target for that figure. */
const Limit = Type.Union([Type.Number(), Type.Literal('target')]);
const beyond = {
  is: Type.Enum(['above', 'below']),
  limit: Limit,
  /** How far the figure must come back past the limit before the condition ends, in the measure's unit. */
  deadBand: Type.Optional(Type.Number({ minimum: 0 })),
};

export const RuleCondition = Type.Union([
  Type.Object({ kind: Type.Literal('threshold'), query: RuleQuery, ...beyond }, closed),
  /** What the figure has moved by in so many days: of a stock end against end, of a flow last day against first. */
  Type.Object(
    {
      kind: Type.Literal('change'),
      query: RuleQuery,
      ...beyond,
      limit: Type.Number(),
      overDays: Type.Integer({ minimum: 1, maximum: 60 }),
      /** In the measure's unit, or in percent of where it began. */
      as: Type.Enum(['difference', 'percent']),
    },
    closed,
  ),
  /**
   * What the figure has moved by in so many minutes. A figure whose period has begun anew (today's, after midnight) is
   * not held against the one before.
   */
  Type.Object(
    {
      kind: Type.Literal('rate'),
      query: RuleQuery,
      ...beyond,
      limit: Type.Number(),
      overMinutes: Type.Integer({ minimum: 5, maximum: 1440 }),
      as: Type.Enum(['difference', 'percent']),
    },
    closed,
  ),
  /** No figure where there should be one, but not because nothing was to be divided by. */
  Type.Object({ kind: Type.Literal('missing'), query: RuleQuery }, closed),
  /** A source of the pack silent for so many of its promised cadences. */
  Type.Object(
    {
      kind: Type.Literal('stale-source'),
      cadences: Type.Number({ minimum: 1, maximum: 100 }),
      /** Without it all of the pack's. */
      sources: Type.Optional(Type.Array(Code, { minItems: 1 })),
    },
    closed,
  ),
  /** Cameras that went down together, one for each cause (`server/query/outage-groups.ts`). */
  Type.Object(
    {
      kind: Type.Literal('outage'),
      unit: Code,
      /** Whether cameras that have fallen silent count with those reported down. */
      silence: Type.Boolean(),
      /** Causes that took fewer cameras are left alone. */
      minCameras: Type.Integer({ minimum: 1 }),
    },
    closed,
  ),
]);
export type RuleCondition = Static<typeof RuleCondition>;

/** `rules.json`: what is worth a person's action, and what to do about it. */
export const Rule = Type.Object(
  {
    id: Id,
    title: Bilingual,
    condition: RuleCondition,
    priority: AlarmPriority,
    /** The condition must hold, or have ended, for so long before anything is said. */
    onDelaySeconds: Seconds,
    offDelaySeconds: Seconds,
    /** After it has ended the same subject is not raised again for so long. */
    minimumClearSeconds: Seconds,
    /** What has returned waits for a person to close it. */
    latches: Type.Boolean(),
    /** Every alarm says why, what comes of it and what to do (ISA-18.2: no action, no alarm). */
    cause: Bilingual,
    consequence: Bilingual,
    action: Bilingual,
    /** Who answers for it: a unit of the pack, a role at the desk, or both. */
    owner: Type.Object(
      { unit: Type.Optional(Code), role: Type.Optional(Bilingual) },
      { ...closed, minProperties: 1 },
    ),
    /** Time to the first action. */
    responseMinutes: Minutes,
    /** Rows with the same value of this dimension are one alarm; `rule`: all of them. Without it each row is its own. */
    groupBy: Type.Optional(Type.Enum(['rule', 'unit', 'owner', 'field', 'zone', 'junction'])),
    /** Silent while such an alarm stands; `match`: only one whose subject has the same value of this dimension. */
    suppressedBy: Type.Optional(
      Type.Array(
        Type.Object(
          {
            rule: Id,
            subject: Type.Optional(Code),
            match: Type.Optional(Type.Enum(['unit', 'owner', 'field', 'zone', 'junction'])),
          },
          closed,
        ),
        { minItems: 1, maxItems: 10 },
      ),
    ),
    /** Unacknowledged for so long: who is told next. In order of time. */
    escalation: Type.Optional(
      Type.Array(
        Type.Object({ afterMinutes: Minutes, to: Bilingual, unit: Type.Optional(Code) }, closed),
        { minItems: 1, maxItems: 5 },
      ),
    ),
    /** Kept, but not evaluated. */
    off: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type Rule = Static<typeof Rule>;

export const Rules = Type.Array(Rule, { maxItems: 200 });
export type Rules = Static<typeof Rules>;
