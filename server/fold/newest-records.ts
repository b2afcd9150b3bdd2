import type { SetDigest } from './mixing.ts';
import { jsonPart, type Part, type PartReader } from './part.ts';
import { RecordStore, type Revision } from './record-store.ts';

export interface Restated extends Revision {
  /** How often reports that came later told it otherwise; left out where none did. */
  readonly restated?: number;
}

/** Records of a kind that comes in hundreds, kept as they are: of each the newest revision. */
export abstract class NewestRecords<R extends Restated> {
  readonly #part: string;
  readonly #records: RecordStore<R>;

  /** `part`: its name in a checkpoint. */
  constructor(part: string, compare: (a: R, b: R) => number) {
    this.#part = part;
    this.#records = new RecordStore(compare);
  }

  get version(): number {
    return this.#records.version;
  }

  find(group: string): readonly R[] {
    return this.#records.find(group);
  }

  groups(): readonly string[] {
    return this.#records.groups();
  }

  digestInto(digest: SetDigest): void {
    this.#records.digestInto(digest);
  }

  *dump(): Iterable<Part> {
    yield jsonPart(this.#part, this.#records.toJson());
  }

  restore(parts: PartReader): void {
    this.#records.restore(parts.json(this.#part));
  }

  /** Whether a newer record says otherwise what the one before had said, and not only what became of it. */
  protected abstract restates(before: R, after: R): boolean;

  protected take(group: string, key: string, record: R): void {
    const known = this.#records.newest(group, key);
    if (known && record.time < known.time) return;
    const restated = (known?.restated ?? 0) + (known && this.restates(known, record) ? 1 : 0);
    this.#records.put(group, key, restated === 0 ? record : { ...record, restated });
  }
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
