import type { Dictionary } from './dictionary.ts';
import { mix } from './mixing.ts';

/**
 * The series of a cube: one row of dictionary codes each, and a hash table from row to series. Comparing integers
 * spares the fold a joined text and its hash for every event.
 */
export class SeriesIndex {
  readonly #width: number;
  #codes: Int32Array;
  #count = 0;
  /** series + 1; 0 is empty. */
  #slots = new Int32Array(256);

  constructor(dictionaries: readonly Dictionary[]) {
    this.#width = dictionaries.length;
    this.#codes = new Int32Array(64 * this.#width);
  }

  get count(): number {
    return this.#count;
  }

  get codes(): Int32Array {
    return this.#codes.subarray(0, this.#count * this.#width);
  }

  code(series: number, dimension: number): number {
    return series < this.#count ? (this.#codes[series * this.#width + dimension] as number) : -1;
  }

  /** The series of a row of codes; made when new. */
  locate(row: ArrayLike<number>): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(row, 0, this.#width) & mask;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0) return this.#insert(row, slot);
      if (this.#equals(entry - 1, row)) return entry - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** A series of its own that no `locate` finds. */
  append(row: ArrayLike<number>): number {
    const needed = (this.#count + 1) * this.#width;
    if (needed > this.#codes.length) {
      const grown = new Int32Array(this.#codes.length * 2);
      grown.set(this.#codes);
      this.#codes = grown;
    }
    this.#codes.set(row, this.#count * this.#width);
    return this.#count++;
  }

  replace(series: number, row: ArrayLike<number>): void {
    this.#codes.set(row, series * this.#width);
  }

  #insert(row: ArrayLike<number>, slot: number): number {
    const series = this.append(row);
    this.#slots[slot] = series + 1;
    if (this.#count * 2 > this.#slots.length) this.#grow();
    return series;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let series = 0; series < this.#count; series++) {
      let slot = hashOf(this.#codes, series * this.#width, this.#width) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = series + 1;
    }
    this.#slots = slots;
  }

  #equals(series: number, row: ArrayLike<number>): boolean {
    const base = series * this.#width;
    for (let i = 0; i < this.#width; i++) if (this.#codes[base + i] !== row[i]) return false;
    return true;
  }
}

function hashOf(row: ArrayLike<number>, base: number, width: number): number {
  let hash = 0;
  for (let i = 0; i < width; i++) hash = mix(hash, row[base + i] as number);
  return hash;
}
