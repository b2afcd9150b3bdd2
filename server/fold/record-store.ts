import { mixNumber, mixText, type SetDigest } from './mixing.ts';

export interface Revision {
  readonly time: number;
  readonly seq: number;
}

/**
 * Small records under a two-part name (indicator and unit, programme and unit): the newest revision of each, by event
 * time, of equal times the one logged later.
 */
export class RecordStore<R extends Revision> {
  /** group → record key → record */
  readonly #groups = new Map<string, Map<string, R>>();
  readonly #sorted = new Map<string, readonly R[]>();
  readonly #compare: (a: R, b: R) => number;
  #version = 0;

  constructor(compare: (a: R, b: R) => number) {
    this.#compare = compare;
  }

  get version(): number {
    return this.#version;
  }

  newest(group: string, key: string): R | undefined {
    return this.#groups.get(group)?.get(key);
  }

  put(group: string, key: string, record: R): void {
    let records = this.#groups.get(group);
    if (!records) {
      records = new Map();
      this.#groups.set(group, records);
    }
    records.set(key, record);
    this.#sorted.delete(group);
    this.#version++;
  }

  groups(): readonly string[] {
    return [...this.#groups.keys()].sort();
  }

  /** The records of a group in order; the same array until one of them changes. */
  find(group: string): readonly R[] {
    const known = this.#sorted.get(group);
    if (known) return known;
    const records = [...(this.#groups.get(group)?.values() ?? [])].sort(this.#compare);
    this.#sorted.set(group, records);
    return records;
  }

  digestInto(digest: SetDigest): void {
    for (const [group, records] of this.#groups) {
      for (const [key, record] of records) {
        const named = mixText(mixText(3, group), key);
        digest.add(mixNumber(mixText(named, JSON.stringify(record, withoutOrder)), record.time));
      }
    }
  }

  toJson(): [string, string, R][] {
    return [...this.#groups].flatMap(([group, records]) =>
      [...records].map(([key, record]): [string, string, R] => [group, key, record]),
    );
  }

  restore(rows: readonly [string, string, R][]): void {
    for (const [group, key, record] of rows) this.put(group, key, record);
  }
}

/** Neither the place in the log nor what came in which order is a part of what a record means. */
function withoutOrder(key: string, value: unknown): unknown {
  return key === 'seq' || key === 'restated' ? undefined : value;
}
