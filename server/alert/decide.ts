import { isActive, isSetAside } from '../../shared/alarm/alarm-state.ts';
import type { AlarmDeed } from '../../shared/alarm/deed.ts';
import type { Rule, Rules } from '../../shared/alarm/rule.ts';
import { type AlarmRecord, alarmIdOf, applyEntry, judgeDeed } from './alarm-book.ts';
import { groupReadings } from './groups.ts';
import type { Reading } from './reading.ts';
import { type Edge, newWatch, type Watch, watchOn } from './watch.ts';

const MINUTE_MS = 60_000;

/** What the rules found, by rule; a rule whose question could not be answered is not in it, and nothing of it changes. */
export type Findings = ReadonlyMap<string, readonly Reading[]>;

export interface Round {
  readonly rules: Rules;
  readonly findings: Findings;
  readonly records: readonly AlarmRecord[];
  /** By alarm. */
  readonly watches: ReadonlyMap<string, Watch>;
  /** The server's clock, ms. */
  readonly nowMs: number;
  /** Unit that an alarm lies in where its parts lie in several. */
  readonly root: string;
}

export interface Decided {
  /** In the order they have to be taken. */
  readonly deeds: readonly { readonly id: string; readonly deed: AlarmDeed }[];
  readonly watches: ReadonlyMap<string, Watch>;
  /** Newest reading of each subject that a rule looked at. */
  readonly readings: ReadonlyMap<string, Reading>;
}

/** One evaluation of all rules: what happens to which alarm. Pure. */
export function decide(round: Round): Decided {
  const draft = new Draft(round);
  for (const rule of round.rules) draft.watchRule(rule);
  draft.endWithoutRule();
  draft.suppressByCause();
  draft.takeEdges();
  draft.releaseFromCause();
  draft.endShelves();
  draft.escalate();
  return draft;
}

interface Edged {
  readonly id: string;
  readonly edge: Edge;
  readonly rule: Rule | undefined;
  readonly reading: Reading | undefined;
}

class Draft implements Decided {
  readonly deeds: { id: string; deed: AlarmDeed }[] = [];
  readonly watches: Map<string, Watch>;
  readonly readings = new Map<string, Reading>();
  readonly #round: Round;
  readonly #records: Map<string, AlarmRecord>;
  readonly #edges: Edged[] = [];
  readonly #active: Set<string>;

  constructor(round: Round) {
    this.#round = round;
    this.watches = new Map(round.watches);
    this.#records = new Map(round.records.map((record) => [record.id, record]));
    this.#active = new Set(
      round.records.filter(({ state }) => isActive(state.place)).map(({ id }) => id),
    );
  }

  watchRule(rule: Rule): void {
    const found = rule.off ? undefined : this.#round.findings.get(rule.id);
    if (!found) return;
    const readings = groupReadings(rule, found, this.#round.root);
    const seen = new Set<string>();
    for (const reading of readings) {
      const id = alarmIdOf(rule.id, reading.subject.key);
      seen.add(id);
      this.readings.set(id, reading);
      this.#watch(id, rule, reading, reading.stands);
    }
    for (const id of this.watches.keys())
      if (id.startsWith(`${rule.id}:`) && !seen.has(id)) this.#watch(id, rule, undefined, 'back');
  }

  #watch(id: string, rule: Rule, reading: Reading | undefined, stands: Reading['stands']): void {
    const { nowMs } = this.#round;
    const before = this.watches.get(id);
    // A subject that never was anything but in order is not worth remembering.
    if (!before && stands !== 'beyond') return;
    const { watch, edges } = watchOn(before ?? newWatch(nowMs), stands, nowMs, rule);
    this.watches.set(id, watch);
    for (const edge of edges) this.#note({ id, edge, rule, reading });
  }

  #note(edged: Edged): void {
    this.#edges.push(edged);
    if (edged.edge === 'raise') this.#active.add(edged.id);
    if (edged.edge === 'clear') this.#active.delete(edged.id);
  }

  /** A rule that is gone or switched off ends its alarms. */
  endWithoutRule(): void {
    const live = new Set(this.#round.rules.filter(({ off }) => !off).map(({ id }) => id));
    for (const id of [...this.#active]) {
      if (live.has(ruleOf(id))) continue;
      this.watches.delete(id);
      this.#note({ id, edge: 'clear', rule: undefined, reading: undefined });
    }
  }

  /** What stands already; what begins now is raised as suppressed. */
  suppressByCause(): void {
    for (const id of this.#active) {
      const record = this.#records.get(id);
      if (record && isSetAside(record.state.place)) continue;
      const cause = record && this.#causeOf(id);
      if (cause !== undefined) this.#do(id, { kind: 'suppress', cause });
    }
  }

  takeEdges(): void {
    for (const edged of this.#edges) this.#take(edged);
  }

  #take({ id, edge, rule, reading }: Edged): void {
    const chatter = this.watches.get(id)?.chatter ?? 0;
    if (edge === 'clear') this.#do(id, { kind: 'clear', latches: rule?.latches ?? false });
    else if (edge === 'chatter') this.#do(id, { kind: 'chatter', count: chatter });
    else if (edge === 'calm')
      this.#do(id, { kind: 'calm', count: this.#round.watches.get(id)?.chatter ?? 0 });
    else if (rule && reading) this.#do(id, raiseOf(rule, reading, this.#causeOf(id)));
  }

  releaseFromCause(): void {
    for (const { id, state } of this.#records.values()) {
      const isSuppressed = state.place === 'suppressed' || state.place === 'suppressed-active';
      if (isSuppressed && this.#causeOf(id) === undefined) this.#do(id, { kind: 'unsuppress' });
    }
  }

  endShelves(): void {
    for (const { id, state } of this.#records.values())
      if (state.shelf && state.shelf.untilMs <= this.#round.nowMs) this.#do(id, { kind: 'expire' });
  }

  escalate(): void {
    const { nowMs, rules } = this.#round;
    for (const { id, state, announcedAtMs, escalated, rule: name } of this.#records.values()) {
      const step = rules.find((rule) => rule.id === name)?.escalation?.[escalated];
      if (!step || state.place !== 'unacknowledged') continue;
      if (nowMs - announcedAtMs >= step.afterMinutes * MINUTE_MS)
        this.#do(id, { kind: 'escalate', step: escalated });
    }
  }

  /** The alarm that stands behind this one, whatever became of it on the list. */
  #causeOf(id: string): string | undefined {
    const rule = this.#round.rules.find((each) => each.id === ruleOf(id));
    const codes = this.#codesOf(id);
    for (const { rule: name, subject, match } of rule?.suppressedBy ?? [])
      for (const other of this.#active)
        if (
          ruleOf(other) === name &&
          (subject === undefined || other === alarmIdOf(name, subject)) &&
          (match === undefined || isSame(codes[match], this.#codesOf(other)[match]))
        )
          return other;
    return undefined;
  }

  #codesOf(id: string): Readonly<Record<string, string>> {
    const subject = this.readings.get(id)?.subject ?? this.#records.get(id)?.subject;
    return subject ? { unit: subject.unit, ...subject.codes } : {};
  }

  #do(id: string, deed: AlarmDeed): void {
    const entry = { seq: 0, atMs: this.#round.nowMs, by: '', deed };
    const before = this.#records.get(id);
    if (judgeDeed(before, entry) !== 'moved') return;
    const after = applyEntry(before, id, entry);
    if (!after) return;
    this.#records.set(id, after);
    this.deeds.push({ id, deed });
  }
}

const isSame = (a: string | undefined, b: string | undefined) => a !== undefined && a === b;

/** Names of rules hold no colon. */
function ruleOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

function raiseOf(rule: Rule, reading: Reading, cause: string | undefined): AlarmDeed {
  const { subject, value, limit, members, span } = reading;
  const { id, priority } = rule;
  return {
    ...{ kind: 'raise', rule: id, subject, priority, value, limit, members },
    ...(span ? { span } : {}),
    ...(cause === undefined ? {} : { cause }),
  };
}
