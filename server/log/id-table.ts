import type { CheckpointPart } from './log.ts';

const SHARDS = 256;
const WORDS = 3;
const FIRST_CAPACITY = 64;
const MAX_LOAD = 0.75;
const COUNTS = 'log.ids';
const shardName = (shard: number) => `log.ids.${shard}`;

interface Shard {
  /** `capacity` slots of high half, low half, seq; seq 0 marks a free one. */
  slots: Uint32Array<ArrayBuffer>;
  count: number;
}

/**
 * 64-bit hash → numbers of the events that have it. Ten million random ids need 201 MB and a look-up is one or two
 * cache misses, where a unique index on disk would touch a random page for each.
 *
 * Open addressing with linear probing, in 256 shards by the top byte of the hash: each shard doubles on its own, so
 * that growing costs a millisecond or two now and then and never one long stall. Nothing is ever removed.
 */
export class IdTable {
  readonly #shards: Shard[] = [];
  #size = 0;

  constructor() {
    for (let i = 0; i < SHARDS; i++) {
      this.#shards.push({ slots: new Uint32Array(FIRST_CAPACITY * WORDS), count: 0 });
    }
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#shards.reduce((sum, { slots }) => sum + slots.byteLength, 0);
  }

  /** Calls `take` with each number stored under the hash: nearly always none or one. */
  each(high: number, low: number, take: (seq: number) => void): void {
    const slots = this.#shards[high >>> 24]?.slots;
    if (!slots) return;
    const mask = slots.length / WORDS - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = slot * WORDS;
      const seq = slots[at + 2] ?? 0;
      if (seq === 0) return;
      if (slots[at] === high && slots[at + 1] === low) take(seq);
    }
  }

  /** `seq` is 1 … 2³² − 1. */
  add(high: number, low: number, seq: number): void {
    const shard = this.#shards[high >>> 24];
    if (!shard || seq < 1 || seq > 0xffff_ffff) throw new RangeError(`no place for event ${seq}`);
    if (shard.count >= (shard.slots.length / WORDS) * MAX_LOAD) grow(shard);
    put(shard.slots, high, low, seq);
    shard.count++;
    this.#size++;
  }

  /** Views on the live table, for a checkpoint. */
  *parts(): Generator<CheckpointPart> {
    const counts = Uint32Array.from(this.#shards, ({ count }) => count);
    yield { name: COUNTS, bytes: new Uint8Array(counts.buffer) };
    for (const [i, { slots }] of this.#shards.entries()) {
      yield { name: shardName(i), bytes: new Uint8Array(slots.buffer) };
    }
  }

  /** The table over the parts themselves, without a copy; undefined when they do not fit together. */
  static from(parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): IdTable | undefined {
    const counts = parts.get(COUNTS);
    if (counts?.byteLength !== SHARDS * 4) return undefined;
    const table = new IdTable();
    for (const [i, count] of new Uint32Array(counts.buffer).entries()) {
      const bytes = parts.get(shardName(i));
      const capacity = (bytes?.byteLength ?? 0) / (WORDS * 4);
      if (!bytes || !isPowerOfTwo(capacity) || count > capacity * MAX_LOAD + 1) return undefined;
      table.#shards[i] = { slots: new Uint32Array(bytes.buffer), count };
      table.#size += count;
    }
    return table;
  }
}

const isPowerOfTwo = (n: number) => n > 0 && Number.isInteger(Math.log2(n));

function grow(shard: Shard): void {
  const { slots } = shard;
  const larger = new Uint32Array(slots.length * 2);
  for (let at = 0; at < slots.length; at += WORDS) {
    const seq = slots[at + 2] ?? 0;
    if (seq !== 0) put(larger, slots[at] ?? 0, slots[at + 1] ?? 0, seq);
  }
  shard.slots = larger;
}

function put(slots: Uint32Array, high: number, low: number, seq: number): void {
  const mask = slots.length / WORDS - 1;
  let slot = low & mask;
  while (slots[slot * WORDS + 2] !== 0) slot = (slot + 1) & mask;
  const at = slot * WORDS;
  slots[at] = high;
  slots[at + 1] = low;
  slots[at + 2] = seq;
}
