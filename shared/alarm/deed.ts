import { type Static, Type } from 'typebox';
import { AlarmPriority } from './rule.ts';

const closed = { additionalProperties: false };
const Code = Type.String({ minLength: 1, maxLength: 200 });
/** Written by a person. */
const Words = Type.String({ minLength: 3, maxLength: 500 });
const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);

/** What an alarm is about: the unit it lies in, and the other codes that tell its subject from others of the rule. */
export const AlarmSubject = Type.Object(
  {
    /** Tells subjects of one rule apart; '' where there is but one. */
    key: Type.String({ maxLength: 400 }),
    unit: Code,
    /** By dimension: unit, owner, field, zone, junction, site, source … */
    codes: Type.Record(Type.String(), Type.String()),
  },
  closed,
);
export type AlarmSubject = Static<typeof AlarmSubject>;

/** When the first and the last camera of an outage went down, ms. */
export const OutageSpan = Type.Object({ fromMs: Type.Number(), toMs: Type.Number() }, closed);
export type OutageSpan = Static<typeof OutageSpan>;

const plain = <K extends string>(kind: K) => Type.Object({ kind: Type.Literal(kind) }, closed);

/** What the rules and the clock do to an alarm. */
const CONDITION_DEEDS = [
  Type.Object(
    {
      kind: Type.Literal('raise'),
      rule: Code,
      subject: AlarmSubject,
      priority: AlarmPriority,
      value: NumberOrNull,
      limit: NumberOrNull,
      /** How many rows, sources or sites stand behind it. */
      members: Type.Integer(),
      span: Type.Optional(OutageSpan),
      /** Id of the alarm that silences it from the beginning: it never comes up. */
      cause: Type.Optional(Code),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('clear'), latches: Type.Boolean() }, closed),
  plain('expire'),
  /** `cause`: id of the alarm that silences this one. */
  Type.Object({ kind: Type.Literal('suppress'), cause: Code }, closed),
  plain('unsuppress'),
  /** It has begun so often while it chatters; `calm`: it has kept still for a minute. */
  Type.Object({ kind: Type.Literal('chatter'), count: Type.Integer() }, closed),
  Type.Object({ kind: Type.Literal('calm'), count: Type.Integer() }, closed),
  /** Nobody acknowledged it in time: the step of the rule's escalation, from 0. */
  Type.Object({ kind: Type.Literal('escalate'), step: Type.Integer() }, closed),
] as const;

/** What a person does to an alarm. */
const PERSON_DEEDS = [
  plain('acknowledge'),
  /** Closes what has returned and waits for a person (latched). */
  plain('reset'),
  Type.Object({ kind: Type.Literal('shelve'), untilMs: Type.Number(), reason: Words }, closed),
  plain('unshelve'),
  Type.Object({ kind: Type.Literal('out-of-service'), reason: Words }, closed),
  plain('in-service'),
  /** To a unit of the pack, an account or a team, by the name people know. */
  Type.Object(
    { kind: Type.Literal('assign'), to: Type.String({ minLength: 1, maxLength: 120 }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('comment'), text: Words }, closed),
] as const;

export const PersonDeed = Type.Union([...PERSON_DEEDS]);
export type PersonDeed = Static<typeof PersonDeed>;

export const AlarmDeed = Type.Union([...CONDITION_DEEDS, ...PERSON_DEEDS]);
export type AlarmDeed = Static<typeof AlarmDeed>;

/** A deed with who did it and when by the server's clock. */
export const AlarmEntry = Type.Object(
  {
    /** Number of its act in the journal. */
    seq: Type.Integer(),
    /** ms, the server's clock (in a replay: the replay's). */
    atMs: Type.Number(),
    /** Name of the account; '' for rules and clock. */
    by: Type.String(),
    deed: AlarmDeed,
  },
  closed,
);
export type AlarmEntry = Static<typeof AlarmEntry>;
