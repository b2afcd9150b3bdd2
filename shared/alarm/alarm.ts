import { type Static, Type } from 'typebox';
import { Bilingual } from '../territory/unit.ts';
import { ALARM_ACTS, ALARM_PLACES } from './alarm-state.ts';
import { AlarmEntry, AlarmSubject, OutageSpan } from './deed.ts';
import { AlarmPriority } from './rule.ts';

const closed = { additionalProperties: false };
const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);
const Told = { atMs: Type.Number(), by: Type.String() };

/** An alarm as the desk shows it. Times in ms by the server's clock. */
export const Alarm = Type.Object(
  {
    id: Type.String(),
    rule: Type.String(),
    title: Bilingual,
    priority: AlarmPriority,
    place: Type.Enum([...ALARM_PLACES]),
    /** Acts that fit the state now. */
    fits: Type.Array(Type.Enum([...ALARM_ACTS])),
    subject: AlarmSubject,
    /** Measure of the rule; absent for silent sources and outages. */
    measure: Type.Optional(Type.String()),
    kind: Type.Enum(['threshold', 'change', 'rate', 'missing', 'stale-source', 'outage']),
    /** Values and limit are in percent of where the figure began, not in the measure's unit. */
    isPercent: Type.Optional(Type.Boolean()),
    /** What it was when raised, and the newest known. */
    value: NumberOrNull,
    valueNow: NumberOrNull,
    limit: NumberOrNull,
    /** Rows, sources or sites behind it. */
    members: Type.Integer(),
    span: Type.Optional(OutageSpan),
    cause: Bilingual,
    consequence: Bilingual,
    action: Bilingual,
    owner: Type.Object(
      { unit: Type.Optional(Type.String()), role: Type.Optional(Bilingual) },
      closed,
    ),
    responseMinutes: Type.Integer(),
    raisedAtMs: Type.Number(),
    /** When it last came up unacknowledged; the first action is due `responseMinutes` later. */
    announcedAtMs: Type.Number(),
    changedAtMs: Type.Number(),
    acknowledged: Type.Optional(Type.Object(Told, closed)),
    assigned: Type.Optional(Type.Object({ ...Told, to: Type.String() }, closed)),
    /** Why it is set aside; of a suppressed one the id of its cause. */
    aside: Type.Optional(Type.Object({ ...Told, reason: Type.String() }, closed)),
    shelvedUntilMs: Type.Optional(Type.Number()),
    /** The last step of its escalation that was taken. */
    escalatedTo: Type.Optional(Bilingual),
    /** Beginnings so far while it chatters. */
    chatter: Type.Optional(Type.Integer()),
    /** Newest act about it. */
    seq: Type.Integer(),
  },
  closed,
);
export type Alarm = Static<typeof Alarm>;

export const AlarmList = Type.Object(
  {
    asOfMs: Type.Number(),
    /** Newest act of the journal about any alarm. */
    seq: Type.Integer(),
    /** Version of the rules in force; 0: the pack's file. */
    rulesVersion: Type.Integer(),
    alarms: Type.Array(Alarm),
  },
  closed,
);
export type AlarmList = Static<typeof AlarmList>;

/** With what happened to it, oldest first. */
export const AlarmDetail = Type.Object(
  { ...Alarm.properties, entries: Type.Array(AlarmEntry) },
  closed,
);
export type AlarmDetail = Static<typeof AlarmDetail>;

export const AlarmFigure = Type.Object(
  {
    id: Type.Enum([
      'per-hour',
      'calm-windows',
      'flood-time',
      'chattering',
      'unowned',
      'priority-1',
      'priority-2',
      'priority-3',
    ]),
    /** Alarms an hour and operator, percent, or a count; null where there was nothing to divide by. */
    value: NumberOrNull,
    limit: Type.Number(),
    /** The limit is the most or the least that is in order. */
    bound: Type.Enum(['most', 'least']),
    isMet: Type.Boolean(),
    num: Type.Optional(Type.Number()),
    den: Type.Optional(Type.Number()),
  },
  closed,
);
export type AlarmFigure = Static<typeof AlarmFigure>;

/** How the alarm system itself does (EEMUA 191, ISA-18.2), diagnostic alarms left out. */
export const AlarmFigures = Type.Object(
  {
    fromMs: Type.Number(),
    toMs: Type.Number(),
    /** People signed on to a desk at a time, on the mean; at least one. */
    operators: Type.Number(),
    /** Alarms that came up, each spell of chattering as one. */
    announced: Type.Integer(),
    figures: Type.Array(AlarmFigure),
    /** The alarms that came up most often. */
    frequent: Type.Array(
      Type.Object(
        { id: Type.String(), times: Type.Integer(), title: Bilingual, subject: AlarmSubject },
        closed,
      ),
    ),
  },
  closed,
);
export type AlarmFigures = Static<typeof AlarmFigures>;
