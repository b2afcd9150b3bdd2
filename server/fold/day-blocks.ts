import { DAY_SLOTS } from './day-axis.ts';
import { bytesOf, type Part, type PartReader } from './part.ts';

const CHUNK_BITS = 8;
const CHUNK_BLOCKS = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_BLOCKS - 1;
const WIDTH_BITS = 2;
const LIMIT = [0x7f, 0x7fff, 0x7fffffff];

type Slots = Int8Array | Int16Array | Int32Array;
const MAKE: readonly ((length: number) => Slots)[] = [
  (length) => new Int8Array(length),
  (length) => new Int16Array(length),
  (length) => new Int32Array(length),
];

/** All blocks of one width. */
interface Pool {
  readonly slots: Slots[];
  readonly months: Int32Array[];
  used: number;
  readonly free: number[];
}

/**
 * Blocks of a calendar year: 12 × 31 day slots and 12 month totals, so that a sum over any span reads at most the days
 * of its border months. Most blocks of a province hold a handful a day, so a block starts with one byte a slot and
 * moves to two or four when a slot no longer fits: a quarter of the memory of plain 32-bit blocks. Blocks live in large
 * chunks, since a million small arrays would cost more than their content, and are named by their place (never 0):
 * position in the pool and width, so that no table lies between a name and its bytes. Flows that one event moves
 * together share a block, lane beside lane: the fold waits for memory, not for arithmetic.
 */
export class DayBlocks {
  /** Flows that share a block; their values of one day lie side by side. */
  readonly lanes: number;
  readonly #pools: readonly Pool[] = MAKE.map(() => ({ slots: [], months: [], used: 0, free: [] }));
  readonly #blockSlots: number;
  readonly #blockMonths: number;

  constructor(lanes: number) {
    this.lanes = lanes;
    this.#blockSlots = DAY_SLOTS * lanes;
    this.#blockMonths = 12 * lanes;
  }

  /** Place of a new block of zeros. */
  make(): number {
    return this.#take(0) << WIDTH_BITS;
  }

  /** The place of the block after the addition: another one when it had to be widened. */
  add(place: number, lane: number, slot: number, amount: number): number {
    const width = place & 3;
    const position = place >> WIDTH_BITS;
    const pool = this.#pools[width] as Pool;
    const slots = pool.slots[position >> CHUNK_BITS] as Slots;
    const block = position & CHUNK_MASK;
    const index = block * this.#blockSlots + slot * this.lanes + lane;
    const sum = (slots[index] as number) + amount;
    const limit = LIMIT[width] as number;
    if (sum > limit || sum < -limit) {
      return this.add(this.#widen(place), lane, slot, amount);
    }
    slots[index] = sum;
    const months = pool.months[position >> CHUNK_BITS] as Int32Array;
    const month = block * this.#blockMonths + ((slot / 31) | 0) * this.lanes + lane;
    months[month] = (months[month] as number) + amount;
    return place;
  }

  /** Sum over the slots begin–end, both included. */
  sum(place: number, lane: number, begin: number, end: number): number {
    const firstMonth = (begin / 31) | 0;
    const lastMonth = (end / 31) | 0;
    const first = begin === firstMonth * 31 ? firstMonth : firstMonth + 1;
    const last = end === lastMonth * 31 + 30 ? lastMonth : lastMonth - 1;
    if (first > last + 1) return this.#sumOfSlots(place, lane, begin, end);
    let total = 0;
    if (first > firstMonth) total += this.#sumOfSlots(place, lane, begin, first * 31 - 1);
    if (last < lastMonth) total += this.#sumOfSlots(place, lane, lastMonth * 31, end);
    const position = place >> WIDTH_BITS;
    const pool = this.#pools[place & 3] as Pool;
    const months = pool.months[position >> CHUNK_BITS] as Int32Array;
    const base = (position & CHUNK_MASK) * this.#blockMonths + lane;
    for (let month = first; month <= last; month++) {
      total += months[base + month * this.lanes] as number;
    }
    return total;
  }

  forEachSlot(place: number, visit: (lane: number, slot: number, value: number) => void): void {
    const slots = this.#slotsAt(place);
    const base = ((place >> WIDTH_BITS) & CHUNK_MASK) * this.#blockSlots;
    for (let i = 0; i < this.#blockSlots; i++) {
      const value = slots[base + i] as number;
      if (value !== 0) visit(i % this.lanes, Math.floor(i / this.lanes), value);
    }
  }

  *dump(prefix: string): Iterable<Part> {
    for (const [width, { slots, months, used, free }] of this.#pools.entries()) {
      const name = `${prefix}/width/${width}`;
      yield { name: `${name}/free`, bytes: bytesOf(Int32Array.from([used, ...free])) };
      for (const [i, chunk] of slots.entries()) {
        const blocks = Math.min(used - i * CHUNK_BLOCKS, CHUNK_BLOCKS);
        const totals = months[i] as Int32Array;
        yield {
          name: `${name}/slots/${i}`,
          bytes: bytesOf(chunk.subarray(0, blocks * this.#blockSlots)),
        };
        yield {
          name: `${name}/months/${i}`,
          bytes: bytesOf(totals.subarray(0, blocks * this.#blockMonths)),
        };
      }
    }
  }

  restore(prefix: string, parts: PartReader): void {
    for (const [width, pool] of this.#pools.entries()) {
      const name = `${prefix}/width/${width}`;
      const [used = 0, ...free] = parts.array(`${name}/free`, Int32Array);
      pool.used = used;
      pool.free.push(...free);
      for (let i = 0; i * CHUNK_BLOCKS < used; i++) {
        this.#growPool(pool, width);
        parts.into(`${name}/slots/${i}`, pool.slots[i] as Slots);
        parts.into(`${name}/months/${i}`, pool.months[i] as Int32Array);
      }
    }
  }

  #sumOfSlots(place: number, lane: number, begin: number, end: number): number {
    const slots = this.#slotsAt(place);
    const lanes = this.lanes;
    const base = ((place >> WIDTH_BITS) & CHUNK_MASK) * this.#blockSlots + lane;
    let total = 0;
    for (let slot = begin; slot <= end; slot++) total += slots[base + slot * lanes] as number;
    return total;
  }

  #slotsAt(place: number): Slots {
    const pool = this.#pools[place & 3] as Pool;
    return pool.slots[place >> (WIDTH_BITS + CHUNK_BITS)] as Slots;
  }

  /** Position of a free block; the very first one stays empty, so that no place is 0. */
  #take(width: number): number {
    const pool = this.#pools[width];
    if (!pool) throw new RangeError('a day total passes 2^31');
    const reused = pool.free.pop();
    if (reused !== undefined) return reused;
    if (pool.used === 0) pool.used = 1;
    const position = pool.used++;
    if (position >= pool.slots.length * CHUNK_BLOCKS) this.#growPool(pool, width);
    return position;
  }

  #widen(place: number): number {
    const width = place & 3;
    const wider = (this.#take(width + 1) << WIDTH_BITS) | (width + 1);
    const slots = this.#slotsOf(place);
    const months = this.#monthsOf(place);
    this.#slotsOf(wider).set(slots);
    this.#monthsOf(wider).set(months);
    slots.fill(0);
    months.fill(0);
    this.#pools[width]?.free.push(place >> WIDTH_BITS);
    return wider;
  }

  #slotsOf(place: number): Slots {
    const begin = ((place >> WIDTH_BITS) & CHUNK_MASK) * this.#blockSlots;
    return this.#slotsAt(place).subarray(begin, begin + this.#blockSlots);
  }

  #monthsOf(place: number): Int32Array {
    const { months } = this.#pools[place & 3] as Pool;
    const begin = ((place >> WIDTH_BITS) & CHUNK_MASK) * this.#blockMonths;
    const chunk = months[place >> (WIDTH_BITS + CHUNK_BITS)] as Int32Array;
    return chunk.subarray(begin, begin + this.#blockMonths);
  }

  #growPool(pool: Pool, width: number): void {
    const make = MAKE[width] as (length: number) => Slots;
    pool.slots.push(make(CHUNK_BLOCKS * this.#blockSlots));
    pool.months.push(new Int32Array(CHUNK_BLOCKS * this.#blockMonths));
  }
}
