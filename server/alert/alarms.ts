import { Value } from 'typebox/value';
import { isActive } from '../../shared/alarm/alarm-state.ts';
import { AlarmDeed, type AlarmEntry, type PersonDeed } from '../../shared/alarm/deed.ts';
import type { Rules } from '../../shared/alarm/rule.ts';
import { IocError } from '../errors.ts';
import type { Act, NewAct } from '../store/journal.ts';
import { AlarmBook, type AlarmRecord, judgeDeed } from './alarm-book.ts';
import { type Decided, decide } from './decide.ts';
import { type FindingPorts, findForRules, type Unanswered } from './find.ts';
import { Trails } from './trails.ts';
import { WAIT_TOPIC, type Waits, waitsAfter, waitsNow } from './waits.ts';
import { newWatch, type Watch } from './watch.ts';

const TOPIC = 'alarm';
/** Figures look back no farther. */
const KEPT_MS = 92 * 86_400_000;

/** What was done to which alarm; the store's journal fits. */
export interface AlarmJournal {
  appendAll(acts: readonly NewAct[]): Promise<readonly Act[]>;
  read(topic: string, afterSeq?: number): Promise<readonly Act[]>;
}

export interface RulesInForce {
  /** 0: the pack's file. */
  readonly version: number;
  readonly rules: Rules;
}

export interface AlarmsPorts {
  readonly finding: FindingPorts;
  readonly journal: AlarmJournal;
  readonly rules: () => RulesInForce;
  /** The server's clock, ms. */
  readonly now: () => number;
  /** Real time, ms. */
  readonly realNow: () => number;
  readonly onUnanswered: (unanswered: Unanswered) => void;
}

/**
 * The alarms of a server: rules are evaluated and people act, one after the other; both are acts of the journal, and what
 * stands is the fold over them.
 */
export class Alarms {
  readonly #ports: AlarmsPorts;
  readonly #book = new AlarmBook();
  #watches: ReadonlyMap<string, Watch> = new Map();
  #readings: Decided['readings'] = new Map();
  readonly #trails = new Trails();
  #waits: Waits = new Map();
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(ports: AlarmsPorts) {
    this.#ports = ports;
  }

  /** Reads what the journal holds. */
  static async open(ports: AlarmsPorts): Promise<Alarms> {
    const alarms = new Alarms(ports);
    for (const act of await ports.journal.read(TOPIC)) {
      const entry = entryOf(act);
      if (entry) alarms.#book.apply(act.subject, entry);
    }
    alarms.#waits = waitsAfter(await ports.journal.read(WAIT_TOPIC));
    alarms.#watches = watchesAfterRestart(alarms.#book.all(), alarms.#waits, ports.now());
    return alarms;
  }

  get book(): Pick<AlarmBook, 'get' | 'all' | 'announcements' | 'seq'> {
    return this.#book;
  }

  /** Newest reading of each subject that a rule looked at. */
  get readings(): Decided['readings'] {
    return this.#readings;
  }

  /** Asks all rules once and takes down what came of it. */
  evaluate(): Promise<void> {
    return this.#inTurn(async () => {
      const { finding, rules, now, onUnanswered } = this.#ports;
      const nowMs = now();
      const records = this.#book.all();
      const state = { nowMs, records, watches: this.#watches };
      const inForce = rules().rules;
      const asking = { ...state, trails: this.#trails };
      const { findings, unanswered } = await findForRules(inForce, finding, asking);
      for (const each of unanswered) onUnanswered(each);
      const decided = decide({ rules: inForce, findings, ...state, root: finding.root });
      await this.#write(decided.deeds, '', nowMs);
      await this.#keepWaits(decided.watches, nowMs);
      // Only now: had the journal failed, the next round would see the same edges again.
      this.#watches = decided.watches;
      this.#readings = decided.readings;
      this.#book.forget(nowMs - KEPT_MS);
    });
  }

  /** What a person does; refused with a code where it does not fit the alarm's state. */
  act(id: string, deed: PersonDeed, by: string): Promise<AlarmRecord> {
    return this.#inTurn(async () => {
      const before = this.#book.get(id);
      if (!before) throw new IocError('IOC_ALARM_UNKNOWN', { came: id.slice(0, 200) });
      const atMs = this.#ports.now();
      if (judgeDeed(before, { deed, atMs }) === 'refused')
        throw new IocError('IOC_ALARM_ACT', { where: deed.kind, came: before.state.place });
      await this.#write([{ id, deed }], by, atMs);
      return this.#book.get(id) ?? before;
    });
  }

  async #write(
    deeds: readonly { readonly id: string; readonly deed: AlarmDeed }[],
    by: string,
    atMs: number,
  ): Promise<void> {
    if (deeds.length === 0) return;
    const at = this.#ports.realNow();
    const acts = deeds.map(({ id, deed }) => {
      const { kind } = deed;
      return { at, by, topic: TOPIC, subject: id, kind, body: { atMs, deed } };
    });
    for (const act of await this.#ports.journal.appendAll(acts)) {
      const entry = entryOf(act);
      if (entry) this.#book.apply(act.subject, entry);
    }
  }

  async #keepWaits(watches: Decided['watches'], nowMs: number): Promise<void> {
    const { waits, acts } = waitsNow(this.#waits, watches, nowMs);
    const at = this.#ports.realNow();
    if (acts.length > 0)
      await this.#ports.journal.appendAll(
        acts.map((act) => ({ at, by: '', topic: WAIT_TOPIC, ...act })),
      );
    this.#waits = waits;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** Undefined: an act that says nothing this version knows. */
function entryOf({ seq, by, body }: Act): AlarmEntry | undefined {
  const { atMs, deed } = body;
  if (typeof atMs !== 'number' || !Value.Check(AlarmDeed, deed)) return undefined;
  return { seq, atMs, by, deed };
}

/** What stood stands, and a delay under way goes on from where it began. */
function watchesAfterRestart(
  records: readonly AlarmRecord[],
  waits: Waits,
  nowMs: number,
): ReadonlyMap<string, Watch> {
  const watches = new Map<string, Watch>();
  for (const { id, state, chatter, entries } of records) {
    const cleared = entries.findLast(({ deed }) => deed.kind === 'clear');
    const watch = { ...newWatch(nowMs, isActive(state.place)), chatter };
    watches.set(id, { ...watch, clearedAtMs: cleared?.atMs });
  }
  for (const [id, wait] of waits) {
    const watch = watches.get(id) ?? newWatch(nowMs);
    // Told before the end of its delay was written down: it waits no longer.
    if (wait.holds !== watch.isActive) watches.set(id, { ...watch, ...wait });
  }
  return watches;
}
