import { bytesOf, type Part, type PartReader } from './part.ts';

const CHUNK = 1 << 16;

/**
 * Short lists of 16-bit numbers (pause spans as from, to, from, to …), addressed by a number; 0 is the empty list.
 * Places given back are used again for lists of the same length.
 */
export class SpanStore {
  readonly #chunks: Uint16Array[] = [];
  #end = 1;
  /** Free places by length. */
  readonly #free: number[][] = [];

  read(ref: number, into: number[]): void {
    if (into.length > 0) into.length = 0;
    if (ref === 0) return;
    const chunk = this.#chunks[Math.floor(ref / CHUNK)] as Uint16Array;
    const at = ref % CHUNK;
    const length = chunk[at] as number;
    for (let i = 1; i <= length; i++) into.push(chunk[at + i] as number);
  }

  write(values: readonly number[]): number {
    if (values.length === 0) return 0;
    const ref = this.#free[values.length]?.pop() ?? this.#take(values.length + 1);
    const chunk = this.#chunks[Math.floor(ref / CHUNK)] as Uint16Array;
    const at = ref % CHUNK;
    chunk[at] = values.length;
    for (const [i, value] of values.entries()) chunk[at + 1 + i] = value;
    return ref;
  }

  giveBack(ref: number): void {
    if (ref === 0) return;
    const length = this.#chunks[Math.floor(ref / CHUNK)]?.[ref % CHUNK] ?? 0;
    let places = this.#free[length];
    if (!places) this.#free[length] = places = [];
    places.push(ref);
  }

  *dump(prefix: string): Iterable<Part> {
    const free = this.#free.flatMap((places, length) => places?.flatMap((ref) => [length, ref]));
    yield { name: `${prefix}/free`, bytes: bytesOf(Float64Array.from([this.#end, ...free])) };
    for (const [i, chunk] of this.#chunks.entries()) {
      yield { name: `${prefix}/chunk/${i}`, bytes: bytesOf(chunk) };
    }
  }

  restore(prefix: string, parts: PartReader): void {
    const [end = 1, ...free] = parts.array(`${prefix}/free`, Float64Array);
    this.#end = end;
    for (let i = 0; i < free.length; i += 2) {
      const length = free[i] as number;
      let places = this.#free[length];
      if (!places) this.#free[length] = places = [];
      places.push(free[i + 1] as number);
    }
    for (let i = 0; i * CHUNK < end && end > 1; i++) {
      this.#chunks.push(parts.array(`${prefix}/chunk/${i}`, Uint16Array));
    }
  }

  #take(length: number): number {
    const room = CHUNK - (this.#end % CHUNK);
    if (room < length) this.#end += room;
    const ref = this.#end;
    this.#end += length;
    while (this.#chunks.length * CHUNK < this.#end) this.#chunks.push(new Uint16Array(CHUNK));
    return ref;
  }
}
