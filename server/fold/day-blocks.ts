import { bytesOf, type Part, type PartReader } from './part.ts';

const MONTH_DAYS = 31;
const CHUNK_BITS = 12;
const CHUNK_BLOCKS = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_BLOCKS - 1;
const WIDTH_BITS = 2;
const WORD_BYTES = 4;
const LIMIT = [0x7f, 0x7fff, 0x7fffffff];

type Slots = Int8Array | Int16Array | Int32Array;
const TYPES = [Int8Array, Int16Array, Int32Array] as const;

/** All blocks of one width. */
interface Pool {
  readonly chunks: Slots[];
  /** The same memory, four bytes at a time; none where blocks end between. */
  readonly words: Int32Array[];
  used: number;
  readonly free: number[];
}

/**
 * The days of a month for a few flows at a time. Most blocks of a province hold a handful a day, so a block starts with
 * one byte a day and moves to two or four when a day no longer fits: a quarter of the memory of plain 32-bit blocks.
 * Blocks lie in large chunks in the order of their making, since a million small arrays would cost more than their
 * content, and since what happens in one month then lies close together. A block is named by its place (never 0):
 * position in the pool and width, so that no table lies between a name and its bytes. Flows that one event moves
 * together share a block, lane beside lane: the fold waits for memory, not for arithmetic.
 */
export class DayBlocks {
  readonly lanes: number;
  readonly #slots: number;
  readonly #pools: readonly Pool[] = TYPES.map(() => ({
    chunks: [],
    words: [],
    used: 0,
    free: [],
  }));

  constructor(lanes: number) {
    this.lanes = lanes;
    this.#slots = MONTH_DAYS * lanes;
  }

  /** Place of a new block of zeros. */
  make(): number {
    return this.#take(0) << WIDTH_BITS;
  }

  /** The place of the block after the addition: another one when it had to be widened. `day` counts from 0. */
  add(place: number, lane: number, day: number, amount: number): number {
    const width = place & 3;
    const position = place >> WIDTH_BITS;
    const pool = this.#pools[width] as Pool;
    const slots = pool.chunks[position >> CHUNK_BITS] as Slots;
    const index = (position & CHUNK_MASK) * this.#slots + day * this.lanes + lane;
    const sum = (slots[index] as number) + amount;
    const limit = LIMIT[width] as number;
    if (sum > limit || sum < -limit) return this.add(this.#widen(place), lane, day, amount);
    slots[index] = sum;
    return place;
  }

  /** Sum over the days first–last, both included. */
  sum(place: number, lane: number, first: number, last: number): number {
    const slots = this.#chunkOf(place);
    const lanes = this.lanes;
    const base = ((place >> WIDTH_BITS) & CHUNK_MASK) * this.#slots + lane;
    let total = 0;
    for (let day = first; day <= last; day++) total += slots[base + day * lanes] as number;
    return total;
  }

  /** Adds the 31 days to `out` from `at` on, lane beside lane. Most days of most blocks are empty: four bytes are looked at at once. */
  addTo(place: number, out: Int32Array, at: number): void {
    const pool = this.#pools[place & 3] as Pool;
    const chunk = place >> (WIDTH_BITS + CHUNK_BITS);
    const slots = pool.chunks[chunk] as Slots;
    const words = pool.words[chunk];
    const base = ((place >> WIDTH_BITS) & CHUNK_MASK) * this.#slots;
    const step = words ? WORD_BYTES / slots.BYTES_PER_ELEMENT : this.#slots;
    const firstWord = base / step;
    for (let i = 0, word = firstWord; i < this.#slots; i += step, word++) {
      if (words?.[word] === 0) continue;
      for (let k = i; k < i + step; k++) {
        out[at + k] = (out[at + k] as number) + (slots[base + k] as number);
      }
    }
  }

  forEachDay(place: number, visit: (lane: number, day: number, value: number) => void): void {
    for (const [i, value] of this.#block(place).entries()) {
      if (value !== 0) visit(i % this.lanes, Math.floor(i / this.lanes), value);
    }
  }

  *dump(prefix: string): Iterable<Part> {
    for (const [width, { chunks, used, free }] of this.#pools.entries()) {
      const name = `${prefix}/width/${width}`;
      yield { name: `${name}/free`, bytes: bytesOf(Int32Array.from([used, ...free])) };
      for (const [i, chunk] of chunks.entries()) {
        const blocks = Math.min(used - i * CHUNK_BLOCKS, CHUNK_BLOCKS);
        const taken = chunk.subarray(0, blocks * this.#slots);
        yield { name: `${name}/days/${i}`, bytes: bytesOf(taken) };
      }
    }
  }

  restore(prefix: string, parts: PartReader): void {
    for (const [width, pool] of this.#pools.entries()) {
      const name = `${prefix}/width/${width}`;
      const [used = 0, ...free] = parts.array(`${name}/free`, Int32Array);
      const type = TYPES[width] as (typeof TYPES)[number];
      pool.used = used;
      pool.free.push(...free);
      for (let i = 0; i * CHUNK_BLOCKS < used; i++) {
        this.#addChunk(
          pool,
          parts.roomy<Slots>(`${name}/days/${i}`, type, CHUNK_BLOCKS * this.#slots),
        );
      }
    }
  }

  /** Position of a free block; the very first one stays empty, so that no place is 0. */
  #take(width: number): number {
    const pool = this.#pools[width];
    if (!pool) throw new RangeError('a day total passes 2^31');
    const reused = pool.free.pop();
    if (reused !== undefined) return reused;
    if (pool.used === 0) pool.used = 1;
    const position = pool.used++;
    if (position >= pool.chunks.length * CHUNK_BLOCKS) this.#growPool(pool, width);
    return position;
  }

  #widen(place: number): number {
    const width = place & 3;
    const wider = (this.#take(width + 1) << WIDTH_BITS) | (width + 1);
    const block = this.#block(place);
    this.#block(wider).set(block);
    block.fill(0);
    this.#pools[width]?.free.push(place >> WIDTH_BITS);
    return wider;
  }

  #chunkOf(place: number): Slots {
    const pool = this.#pools[place & 3] as Pool;
    return pool.chunks[place >> (WIDTH_BITS + CHUNK_BITS)] as Slots;
  }

  #block(place: number): Slots {
    const begin = ((place >> WIDTH_BITS) & CHUNK_MASK) * this.#slots;
    return this.#chunkOf(place).subarray(begin, begin + this.#slots);
  }

  #growPool(pool: Pool, width: number): void {
    const type = TYPES[width] as (typeof TYPES)[number];
    this.#addChunk(pool, new type(CHUNK_BLOCKS * this.#slots));
  }

  #addChunk({ chunks, words }: Pool, slots: Slots): void {
    chunks.push(slots);
    const isWhole = (this.#slots * slots.BYTES_PER_ELEMENT) % WORD_BYTES === 0;
    if (isWhole)
      words.push(new Int32Array(slots.buffer, slots.byteOffset, slots.byteLength / WORD_BYTES));
  }
}
