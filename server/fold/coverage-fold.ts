import type { Coverage } from '../../shared/event/coverage.ts';
import type { SetDigest } from './mixing.ts';
import { jsonPart, type Part, type PartReader } from './part.ts';
import { RecordStore } from './record-store.ts';
import type { CoverageRecord, CoverageTable } from './view.ts';

const PART = 'coverage';

/** `done` of `total` by programme and unit, newest revision of each. */
export class CoverageFold implements CoverageTable {
  readonly #records = new RecordStore<CoverageRecord>((a, b) => (a.unit < b.unit ? -1 : 1));

  get version(): number {
    return this.#records.version;
  }

  find(programme: string): readonly CoverageRecord[] {
    return this.#records.find(programme);
  }

  programmes(): readonly string[] {
    return this.#records.groups();
  }

  apply({ programme, unit, done, total, asOf }: Coverage, timeMs: number, seq: number): void {
    const known = this.#records.newest(programme, unit);
    if (known && timeMs < known.time) return;
    this.#records.put(programme, unit, { programme, unit, done, total, asOf, time: timeMs, seq });
  }

  digestInto(digest: SetDigest): void {
    this.#records.digestInto(digest);
  }

  *dump(): Iterable<Part> {
    yield jsonPart(PART, this.#records.toJson());
  }

  restore(parts: PartReader): void {
    this.#records.restore(parts.json(PART));
  }
}
