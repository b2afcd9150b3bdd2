import { DAY_SLOTS } from './day-axis.ts';
import { bytesOf, type Part, type PartReader } from './part.ts';

const BLOCKS_PER_CHUNK = 1024;
type Slots = Int8Array | Int16Array | Int32Array;
const MAKE: readonly ((length: number) => Slots)[] = [
  (length) => new Int8Array(length),
  (length) => new Int16Array(length),
  (length) => new Int32Array(length),
];
const LIMIT = [0x7f, 0x7fff, 0x7fffffff];

/**
 * Blocks of a calendar year: 12 × 31 day slots and 12 month totals. Most blocks of a province hold a handful a day, so
 * a block starts with one byte a slot and moves to two or four when a slot no longer fits (a quarter of the memory of
 * plain 32-bit blocks). Blocks live in large chunks: a million small arrays would cost more than their content.
 */
export class DayBlocks {
  #count = 0;
  /** Of each block: position in its pool × 4 + width (0, 1, 2 for one, two, four bytes). */
  #places = new Int32Array(BLOCKS_PER_CHUNK);
  readonly #months: Int32Array[] = [];
  readonly #pools: Slots[][] = [[], [], []];
  readonly #used = [0, 0, 0];
  readonly #free: number[][] = [[], [], []];

  get count(): number {
    return this.#count;
  }

  /** A new block of zeros. */
  make(): number {
    const block = this.#count++;
    if (block >= this.#places.length) {
      const grown = new Int32Array(this.#places.length * 2);
      grown.set(this.#places);
      this.#places = grown;
    }
    if (block % BLOCKS_PER_CHUNK === 0) this.#months.push(new Int32Array(BLOCKS_PER_CHUNK * 12));
    this.#places[block] = this.#take(0) * 4;
    return block;
  }

  add(block: number, slot: number, amount: number): void {
    const place = this.#places[block] as number;
    const width = place & 3;
    const position = place >> 2;
    const slots = this.#slotsAt(width, position);
    const index = (position % BLOCKS_PER_CHUNK) * DAY_SLOTS + slot;
    const sum = (slots[index] as number) + amount;
    const limit = LIMIT[width] as number;
    if (sum > limit || sum < -limit) {
      this.#widen(block);
      this.add(block, slot, amount);
      return;
    }
    slots[index] = sum;
    const months = this.#months[Math.floor(block / BLOCKS_PER_CHUNK)] as Int32Array;
    const month = (block % BLOCKS_PER_CHUNK) * 12 + Math.floor(slot / 31);
    months[month] = (months[month] as number) + amount;
  }

  /** Sum over the slots begin–end, both included. */
  sum(block: number, begin: number, end: number): number {
    const firstMonth = Math.floor(begin / 31);
    const lastMonth = Math.floor(end / 31);
    const first = begin % 31 === 0 ? firstMonth : firstMonth + 1;
    const last = end % 31 === 30 ? lastMonth : lastMonth - 1;
    if (first > last + 1) return this.#sumOfSlots(block, begin, end);
    let total = 0;
    if (first > firstMonth) total += this.#sumOfSlots(block, begin, first * 31 - 1);
    if (last < lastMonth) total += this.#sumOfSlots(block, lastMonth * 31, end);
    const months = this.#months[Math.floor(block / BLOCKS_PER_CHUNK)] as Int32Array;
    const base = (block % BLOCKS_PER_CHUNK) * 12;
    for (let month = first; month <= last; month++) total += months[base + month] as number;
    return total;
  }

  forEachSlot(block: number, visit: (slot: number, value: number) => void): void {
    const place = this.#places[block] as number;
    const slots = this.#slotsAt(place & 3, place >> 2);
    const base = ((place >> 2) % BLOCKS_PER_CHUNK) * DAY_SLOTS;
    for (let slot = 0; slot < DAY_SLOTS; slot++) {
      const value = slots[base + slot] as number;
      if (value !== 0) visit(slot, value);
    }
  }

  *dump(prefix: string): Iterable<Part> {
    const count = this.#count;
    yield { name: `${prefix}/places`, bytes: bytesOf(this.#places.subarray(0, count)) };
    for (const [i, months] of this.#months.entries()) {
      yield { name: `${prefix}/months/${i}`, bytes: bytesOf(months) };
    }
    for (const [width, pool] of this.#pools.entries()) {
      yield {
        name: `${prefix}/free/${width}`,
        bytes: bytesOf(
          Int32Array.from([this.#used[width] as number, ...(this.#free[width] ?? [])]),
        ),
      };
      for (const [i, slots] of pool.entries()) {
        yield { name: `${prefix}/slots/${width}/${i}`, bytes: bytesOf(slots) };
      }
    }
  }

  restore(prefix: string, parts: PartReader): void {
    const places = parts.array(`${prefix}/places`, Int32Array);
    this.#count = places.length;
    let capacity = BLOCKS_PER_CHUNK;
    while (capacity < places.length) capacity *= 2;
    this.#places = new Int32Array(capacity);
    this.#places.set(places);
    for (let i = 0; i * BLOCKS_PER_CHUNK < this.#count; i++) {
      const months = new Int32Array(BLOCKS_PER_CHUNK * 12);
      parts.into(`${prefix}/months/${i}`, months);
      this.#months.push(months);
    }
    for (const width of [0, 1, 2]) this.#restorePool(prefix, width, parts);
  }

  #restorePool(prefix: string, width: number, parts: PartReader): void {
    const [used = 0, ...free] = parts.array(`${prefix}/free/${width}`, Int32Array);
    this.#used[width] = used;
    this.#free[width] = free;
    for (let i = 0; i * BLOCKS_PER_CHUNK < used; i++) {
      const slots = newSlots(width);
      parts.into(`${prefix}/slots/${width}/${i}`, slots);
      this.#pools[width]?.push(slots);
    }
  }

  #sumOfSlots(block: number, begin: number, end: number): number {
    const place = this.#places[block] as number;
    const slots = this.#slotsAt(place & 3, place >> 2);
    const base = ((place >> 2) % BLOCKS_PER_CHUNK) * DAY_SLOTS;
    let total = 0;
    for (let slot = begin; slot <= end; slot++) total += slots[base + slot] as number;
    return total;
  }

  #slotsAt(width: number, position: number): Slots {
    const pool = this.#pools[width] as Slots[];
    return pool[Math.floor(position / BLOCKS_PER_CHUNK)] as Slots;
  }

  #take(width: number): number {
    const reused = this.#free[width]?.pop();
    if (reused !== undefined) return reused;
    const position = this.#used[width] as number;
    this.#used[width] = position + 1;
    if (position % BLOCKS_PER_CHUNK === 0) this.#pools[width]?.push(newSlots(width));
    return position;
  }

  #widen(block: number): void {
    const place = this.#places[block] as number;
    const width = place & 3;
    const from = this.#slotsAt(width, place >> 2);
    const begin = ((place >> 2) % BLOCKS_PER_CHUNK) * DAY_SLOTS;
    const old = from.subarray(begin, begin + DAY_SLOTS);
    const position = this.#take(width + 1);
    this.#slotsAt(width + 1, position).set(old, (position % BLOCKS_PER_CHUNK) * DAY_SLOTS);
    old.fill(0);
    this.#free[width]?.push(place >> 2);
    this.#places[block] = position * 4 + width + 1;
  }
}

function newSlots(width: number): Slots {
  const make = MAKE[width];
  if (!make) throw new RangeError('a day total passes 2^31');
  return make(BLOCKS_PER_CHUNK * DAY_SLOTS);
}
