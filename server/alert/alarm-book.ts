import {
  type AlarmInput,
  type AlarmState,
  isActive,
  isSetAside,
  NORMAL,
  stepAlarm,
} from '../../shared/alarm/alarm-state.ts';
import type { AlarmDeed, AlarmEntry, AlarmSubject, OutageSpan } from '../../shared/alarm/deed.ts';
import type { AlarmPriority } from '../../shared/alarm/rule.ts';

/** Entries kept with an alarm; the journal has all of them. */
const KEPT_ENTRIES = 200;

/** The newest time its condition began. */
export interface Raised {
  readonly atMs: number;
  readonly priority: AlarmPriority;
  readonly value: number | null;
  readonly limit: number | null;
  readonly members: number;
  readonly span?: OutageSpan;
}

/** An alarm as its deeds left it: one subject of one rule. */
export interface AlarmRecord {
  readonly id: string;
  readonly rule: string;
  readonly subject: AlarmSubject;
  readonly state: AlarmState;
  readonly raised: Raised;
  /** When it last came up unacknowledged, ms. */
  readonly announcedAtMs: number;
  readonly changedAtMs: number;
  readonly acknowledged?: { readonly atMs: number; readonly by: string };
  readonly assigned?: { readonly atMs: number; readonly by: string; readonly to: string };
  /** Shelved or out of service: by whom and why; suppressed: by which alarm. */
  readonly aside?: { readonly atMs: number; readonly by: string; readonly reason: string };
  /** Steps of the escalation that were taken. */
  readonly escalated: number;
  /** Beginnings while it chatters; 0: it does not. */
  readonly chatter: number;
  /** Newest act of the journal about it. */
  readonly seq: number;
  /** Oldest first. */
  readonly entries: readonly AlarmEntry[];
}

/** An alarm that came up for the operator. */
export interface Announcement {
  readonly atMs: number;
  readonly id: string;
  readonly priority: AlarmPriority;
}

/** A subject has one alarm of each rule. */
export function alarmIdOf(rule: string, subjectKey: string): string {
  return `${rule}:${subjectKey}`;
}

/** Whether a deed does anything, fits no state, or says what is known. */
export function judgeDeed(
  record: AlarmRecord | undefined,
  { deed, atMs }: Pick<AlarmEntry, 'deed' | 'atMs'>,
): 'moved' | 'same' | 'refused' {
  const inputs = inputsOf(deed, atMs);
  if (inputs.length === 0) return record ? 'moved' : 'refused';
  return stepThrough(record?.state ?? NORMAL, inputs, latchesOf(deed)).kind;
}

function stepThrough(before: AlarmState, inputs: readonly AlarmInput[], latches: boolean) {
  let state = before;
  let kind: 'moved' | 'same' | 'refused' = 'same';
  for (const input of inputs) {
    const step = stepAlarm(state, input, latches);
    if (step.kind !== 'same') kind = step.kind;
    if (step.kind === 'moved') state = step.state;
  }
  return { kind, state };
}

/** The alarm after an entry; undefined where the entry is about nothing that was ever raised or set aside. Pure. */
export function applyEntry(
  record: AlarmRecord | undefined,
  id: string,
  entry: AlarmEntry,
): AlarmRecord | undefined {
  const { deed, atMs, seq } = entry;
  const before = record ?? (deed.kind === 'raise' ? bornOf(id, deed, atMs) : undefined);
  if (!before) return undefined;
  const { state } = stepThrough(before.state, inputsOf(deed, atMs), latchesOf(deed));
  const entries = [...before.entries, entry].slice(-KEPT_ENTRIES);
  const told = { ...before, ...effectOf(before, entry), state, seq, entries };
  return state.place === before.state.place
    ? told
    : withoutStale({ ...told, changedAtMs: atMs }, before, atMs);
}

function bornOf(id: string, { rule, subject }: RaiseDeed, atMs: number): AlarmRecord {
  const raised: Raised = { atMs, priority: 3, value: null, limit: null, members: 0 };
  const times = { announcedAtMs: atMs, changedAtMs: atMs };
  const counts = { escalated: 0, chatter: 0, seq: 0, entries: [] };
  return { id, rule, subject, state: NORMAL, raised, ...times, ...counts };
}

type RaiseDeed = Extract<AlarmDeed, { readonly kind: 'raise' }>;

/** What a deed says beside moving the state. */
function effectOf(before: AlarmRecord, { deed, atMs, by }: AlarmEntry): Partial<AlarmRecord> {
  switch (deed.kind) {
    case 'raise': {
      const { kind: _, rule: __, subject, cause, ...raised } = deed;
      const told = { subject, raised: { ...raised, atMs } };
      return cause === undefined ? told : { ...told, ...suppressedBy(cause, before, atMs) };
    }
    case 'acknowledge':
      return { acknowledged: { atMs, by } };
    case 'assign':
      return { assigned: { atMs, by, to: deed.to } };
    case 'shelve':
    case 'out-of-service':
      return { aside: { atMs, by, reason: deed.reason } };
    case 'suppress':
      return suppressedBy(deed.cause, before, atMs);
    case 'escalate':
      return { escalated: deed.step + 1 };
    case 'chatter':
      return { chatter: deed.count };
    case 'calm':
      return { chatter: 0 };
    default:
      return {};
  }
}

function suppressedBy(cause: string, { state }: AlarmRecord, atMs: number): Partial<AlarmRecord> {
  return isSetAside(state.place) ? {} : { aside: { atMs, by: '', reason: cause } };
}

/** What ends with a change of state: an old acknowledgement, a shelf, an assignment of what is over. */
function withoutStale(record: AlarmRecord, before: AlarmRecord, atMs: number): AlarmRecord {
  const { place } = record.state;
  const { acknowledged, aside, assigned, ...rest } = record;
  const isOver = place === 'normal';
  const isAnnounced = place === 'unacknowledged';
  const kept = {
    ...rest,
    ...(acknowledged && !isAnnounced && !isOver ? { acknowledged } : {}),
    ...(aside && isSetAside(place) ? { aside } : {}),
    ...(assigned && !isOver ? { assigned } : {}),
  };
  if (!isAnnounced) return kept;
  return {
    ...kept,
    announcedAtMs: atMs,
    escalated: isActive(before.state.place) ? kept.escalated : 0,
  };
}

function latchesOf(deed: AlarmDeed): boolean {
  return deed.kind === 'clear' && deed.latches;
}

/** In order; none where the deed moves no state. */
function inputsOf(deed: AlarmDeed, atMs: number): readonly AlarmInput[] {
  switch (deed.kind) {
    case 'assign':
    case 'comment':
    case 'escalate':
    case 'chatter':
    case 'calm':
      return [];
    case 'raise':
      return deed.cause === undefined
        ? [{ kind: 'raise' }]
        : [{ kind: 'suppress' }, { kind: 'raise' }];
    case 'shelve':
      return [{ kind: 'shelve', shelf: { untilMs: deed.untilMs, reason: deed.reason } }];
    case 'expire':
      return [{ kind: 'expire', atMs }];
    default:
      return [{ kind: deed.kind }];
  }
}

/** All alarms, and when each came up: a fold over the entries in their order, so a restart stands where the last life ended. */
export class AlarmBook {
  readonly #alarms = new Map<string, AlarmRecord>();
  readonly #announcements: Announcement[] = [];
  #seq = 0;

  /** Newest act of the journal that is in it. */
  get seq(): number {
    return this.#seq;
  }

  get(id: string): AlarmRecord | undefined {
    return this.#alarms.get(id);
  }

  all(): readonly AlarmRecord[] {
    return [...this.#alarms.values()];
  }

  /** In the order they came. */
  get announcements(): readonly Announcement[] {
    return this.#announcements;
  }

  apply(id: string, entry: AlarmEntry): AlarmRecord | undefined {
    this.#seq = Math.max(this.#seq, entry.seq);
    const before = this.#alarms.get(id);
    const after = applyEntry(before, id, entry);
    if (!after) return undefined;
    this.#alarms.set(id, after);
    const isNew = after.state.place === 'unacknowledged';
    if (isNew && before?.state.place !== 'unacknowledged')
      this.#announcements.push({ atMs: entry.atMs, id, priority: after.raised.priority });
    return after;
  }

  /** Drops announcements from before `beforeMs`; no figure looks back so far. */
  forget(beforeMs: number): void {
    const first = this.#announcements.findIndex(({ atMs }) => atMs >= beforeMs);
    this.#announcements.splice(0, first < 0 ? this.#announcements.length : first);
  }
}
