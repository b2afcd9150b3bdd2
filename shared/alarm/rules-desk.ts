import { type Static, Type } from 'typebox';
import { Rule, Rules } from './rule.ts';

const closed = { additionalProperties: false };

/** The rules of one version. */
export const RulesTold = Type.Object(
  {
    /** 0: as the pack ships them. */
    version: Type.Integer(),
    /** When it was saved (ms), by whom, and why; absent for the pack's. */
    at: Type.Optional(Type.Number()),
    by: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    rules: Rules,
  },
  closed,
);
export type RulesTold = Static<typeof RulesTold>;

/** A change of the rules says why (management of change, ISA-18.2 §13). */
export const RulesSave = Type.Object(
  {
    /** The version it is made from; saving over a newer one is refused. */
    ifVersion: Type.Integer({ minimum: 0 }),
    reason: Type.String({ minLength: 3, maxLength: 300 }),
    rules: Rules,
  },
  closed,
);
export type RulesSave = Static<typeof RulesSave>;

export const DryRunAsk = Type.Object(
  { rule: Rule, days: Type.Integer({ minimum: 1, maximum: 90 }) },
  closed,
);
export type DryRunAsk = Static<typeof DryRunAsk>;

/**
 * What a rule would have said: by the figures at the end of each day, where dead band and groups count and delays shorter than
 * a day cannot; of silent sources and outages by the log itself, step by step, delays included.
 */
export const DryRun = Type.Object(
  {
    days: Type.Array(
      Type.Object(
        {
          /** `2023-12-31` */
          day: Type.String(),
          /** Alarms that would have come up on it. */
          raised: Type.Integer(),
          /** Alarms that would have stood at its end. */
          standing: Type.Integer(),
          /** The value farthest beyond, or nearest to, the limit at its end. */
          worst: Type.Union([Type.Number(), Type.Null()]),
        },
        closed,
      ),
    ),
    raised: Type.Integer(),
    /** Where the log was lived through again: looked at this often, delays counted. */
    stepMinutes: Type.Optional(Type.Integer()),
  },
  closed,
);
export type DryRun = Static<typeof DryRun>;
