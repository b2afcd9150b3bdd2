/** A growing set of record numbers, one bit each. */
export class RecordSet {
  #words: Uint32Array;
  #count = 0;

  /** Room for so many records; it grows by itself. */
  constructor(records: number) {
    this.#words = new Uint32Array((records >>> 5) + 1);
  }

  get count(): number {
    return this.#count;
  }

  /** The bits; a view that is good until the next `set`. */
  get words(): Uint32Array {
    return this.#words;
  }

  /** True when that changed something. */
  set(record: number, isIn: boolean): boolean {
    const place = record >>> 5;
    if (place >= this.#words.length) this.#grow(place);
    const bit = 1 << (record & 31);
    const word = this.#words[place] as number;
    if (((word & bit) !== 0) === isIn) return false;
    this.#words[place] = word ^ bit;
    this.#count += isIn ? 1 : -1;
    return true;
  }

  /** Visits the members among the records from–to (not included), rising. */
  visit(from: number, to: number, hit: (record: number) => void): void {
    for (let record = from; record < to; record++) {
      const word = (this.#words[record >>> 5] ?? 0) >>> (record & 31);
      if (word === 0) record |= 31;
      else if ((word & 1) !== 0) hit(record);
    }
  }

  #grow(place: number): void {
    const grown = new Uint32Array(Math.max(place + 1, Math.ceil(this.#words.length * 1.25)));
    grown.set(this.#words);
    this.#words = grown;
  }
}
