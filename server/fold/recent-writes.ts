/** 1 MB; a second of the fastest import is some hundred thousand records. */
const CAPACITY = 1 << 18;

/** Which records were written last, so that whoever keeps a list can follow instead of searching all records again. Nothing is kept until somebody asks. */
export class RecentWrites {
  #ring: Uint32Array | undefined;
  #noted = 0;
  /** Writes before the keeping began. */
  #missed = 0;

  /** Grows with every write. */
  get version(): number {
    return this.#missed + this.#noted;
  }

  note(record: number): void {
    if (this.#ring === undefined) this.#missed++;
    else this.#ring[this.#noted++ % CAPACITY] = record;
  }

  /** The records written after a version, some of them more than once; undefined when they are no longer (or not yet) kept. */
  since(version: number): readonly number[] | undefined {
    this.#ring ??= new Uint32Array(CAPACITY);
    const count = this.version - version;
    if (count > Math.min(this.#noted, CAPACITY)) return undefined;
    const records: number[] = [];
    for (let n = this.#noted - count; n < this.#noted; n++) {
      records.push(this.#ring[n % CAPACITY] as number);
    }
    return records;
  }
}
