import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { DossierCriteria, DossierRows } from '../fold/dossier-view.ts';
import { RecordSet } from './record-set.ts';
import { inSlices, type Turns } from './slices.ts';
import { type Sorting, sortRecords } from './sort-records.ts';

/** Which records are wanted; two questions of one name want the same. */
export interface Wanted {
  readonly name: string;
  /** Made anew when series or procedures have come since. */
  readonly criteria: () => DossierCriteria;
  /** Where no record closed by that day can match. */
  readonly openOn: LocalDay | undefined;
}

interface Kept {
  readonly set: RecordSet;
  /** What the set has seen of the rows. */
  version: number;
  /** Grows with each change of the set or of a member. */
  changes: number;
  order?: { readonly name: string; readonly changes: number; readonly records: Uint32Array };
}

const MAX_KEPT = 12;
/** Orders kept beside the newest one, in records. */
const MAX_ORDERED = 8_000_000;
const MAX_ROUNDS = 4;
const OPEN = 'open';

/**
 * Finds records by walking along all of them once, a slice at a time, and then follows the writes: who pages, sorts
 * another way or asks again a minute later waits for no second walk. Questions about what is open walk only along what
 * may be open, a small part.
 */
export class RecordFinder {
  readonly #rows: DossierRows;
  readonly #turns: Turns;
  /** In the order of use. */
  readonly #kept = new Map<string, Kept>();
  readonly #searches = new Map<string, Promise<Kept>>();
  #opening: Promise<Kept> | undefined;

  constructor(rows: DossierRows, turns: Turns) {
    this.#rows = rows;
    this.#turns = turns;
  }

  /** Finds what is open ahead of the first question, which then waits for no walk along all records. */
  async prepare(day: LocalDay): Promise<void> {
    await this.#mayBeOpen(day);
  }

  /** The members, as of the moment the promise resolves (but for what a fast import brought meanwhile). */
  async find(wanted: Wanted): Promise<RecordSet> {
    return (await this.#current(wanted)).set;
  }

  /** The members in an order; `sortName` tells one order from another. */
  async sorted(wanted: Wanted, sortName: string, sorting: () => Sorting): Promise<Uint32Array> {
    for (let round = 0; ; round++) {
      const kept = await this.#current(wanted);
      const { order, changes } = kept;
      if (order?.name === sortName && order.changes === changes) return order.records;
      const records = await sortRecords(kept.set, sorting(), this.#turns);
      kept.order = { name: sortName, changes, records };
      this.#dropOrders(kept);
      if (round === MAX_ROUNDS) return records;
    }
  }

  async #current(wanted: Wanted): Promise<Kept> {
    const known = this.#kept.get(wanted.name);
    if (known && (await this.#follow(known, wanted.criteria))) return this.#use(wanted.name, known);
    const running = this.#searches.get(wanted.name);
    if (running) return running;
    const search = this.#search(wanted).finally(() => this.#searches.delete(wanted.name));
    this.#searches.set(wanted.name, search);
    return search;
  }

  async #search({ name, criteria, openOn }: Wanted): Promise<Kept> {
    const among = openOn === undefined ? undefined : await this.#mayBeOpen(openOn);
    const rows = this.#rows;
    const kept: Kept = { set: new RecordSet(rows.count), version: rows.version, changes: 0 };
    rows.changedSince(kept.version);
    const [wanted, words] = [criteria(), among?.words];
    await inSlices(rows.count, this.#turns, (from, to) =>
      rows.visit(wanted, from, to, (record) => kept.set.set(record, true), words),
    );
    await this.#follow(kept, criteria);
    return this.#use(name, kept);
  }

  /** Everything that is open on that day or some later one. */
  async #mayBeOpen(day: LocalDay): Promise<RecordSet> {
    const known = this.#kept.get(OPEN);
    const test = (record: number) => this.#rows.mayBeOpen(record, day);
    if (known && (await this.#followBy(known, test))) return this.#use(OPEN, known).set;
    this.#opening ??= this.#searchOpen(day, test).finally(() => {
      this.#opening = undefined;
    });
    return (await this.#opening).set;
  }

  async #searchOpen(day: LocalDay, test: (record: number) => boolean): Promise<Kept> {
    const rows = this.#rows;
    const kept: Kept = { set: new RecordSet(rows.count), version: rows.version, changes: 0 };
    rows.changedSince(kept.version);
    await inSlices(rows.count, this.#turns, (from, to) =>
      rows.visitOpen(day, from, to, (record) => kept.set.set(record, true)),
    );
    await this.#followBy(kept, test);
    return this.#use(OPEN, kept);
  }

  #follow(kept: Kept, criteria: () => DossierCriteria): Promise<boolean> {
    let made: DossierCriteria | undefined;
    return this.#followBy(kept, (record) => {
      made ??= criteria();
      return this.#rows.meets(record, made);
    });
  }

  /** Tests again what was written since; false when that is no longer known. */
  async #followBy(kept: Kept, test: (record: number) => boolean): Promise<boolean> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const { version } = this.#rows;
      const changed = this.#rows.changedSince(kept.version);
      if (!changed) return false;
      if (changed.length === 0) return true;
      await inSlices(changed.length, this.#turns, (from, to) => {
        for (let i = from; i < to; i++) {
          const record = changed[i] as number;
          const isIn = test(record);
          const isNew = kept.set.set(record, isIn);
          if (isIn || isNew) kept.changes++;
        }
      });
      kept.version = version;
    }
    return true;
  }

  #use(name: string, kept: Kept): Kept {
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      if (oldest !== OPEN) this.#kept.delete(oldest);
    }
    return kept;
  }

  #dropOrders(newest: Kept): void {
    let room = MAX_ORDERED;
    for (const kept of [...this.#kept.values()].reverse()) {
      if (kept === newest || !kept.order) continue;
      room -= kept.order.records.length;
      if (room < 0) delete kept.order;
    }
  }
}
