import type { DossierFacts } from './dossier-facts.ts';
import { mix, mixNumber } from './mixing.ts';
import { bytesOf, type Part, type PartReader } from './part.ts';
import { SpanStore } from './span-store.ts';

export const ROWS_PER_CHUNK = 1 << 15;
const ROW_BYTES = 32;

/** One buffer seen three ways: a row is 32 bytes, so that a revision touches one cache line of it. */
export interface Chunk {
  readonly bytes: Uint8Array;
  /** 0: revision time (ms) */
  readonly times: Float64Array;
  /** 2: series, 3: pauses */
  readonly words: Int32Array;
  /** 8: received, 9: closed, 10: due, 11: posted, 12: apologised, 13: flags, 14: noticed */
  readonly days: Uint16Array;
}

const CHUNK_BYTES = ROWS_PER_CHUNK * ROW_BYTES;

function chunkOver(bytes: Uint8Array<ArrayBuffer>): Chunk {
  const { buffer } = bytes;
  return {
    bytes,
    times: new Float64Array(buffer),
    words: new Int32Array(buffer),
    days: new Uint16Array(buffer),
  };
}

/** The newest revision of each dossier, as far as the flows need it: 32 bytes, and its pauses on the side. */
export class DossierTable {
  readonly #chunks: Chunk[] = [];
  readonly #pauses = new SpanStore();
  readonly #spans: number[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The chunk that holds a record, for those who walk along many. */
  chunkOf(record: number): Chunk {
    return this.#chunks[Math.floor(record / ROWS_PER_CHUNK)] as Chunk;
  }

  timeOf(record: number): number {
    return this.chunkOf(record).times[(record % ROWS_PER_CHUNK) * 4] as number;
  }

  read(record: number, into: DossierFacts): void {
    const { words, days } = this.chunkOf(record);
    const row = record % ROWS_PER_CHUNK;
    into.series = words[row * 8 + 2] as number;
    const at = row * 16;
    into.received = days[at + 8] as number;
    into.closed = days[at + 9] as number;
    into.due = days[at + 10] as number;
    into.posted = days[at + 11] as number;
    into.apologised = days[at + 12] as number;
    into.flags = days[at + 13] as number;
    into.noticed = days[at + 14] as number;
    this.#pauses.read(words[row * 8 + 3] as number, into.pauses);
  }

  /** Whether a record waits for the citizen at the end of a day (position). */
  isPausedOn(record: number, day: number): boolean {
    const { words } = this.chunkOf(record);
    const ref = words[(record % ROWS_PER_CHUNK) * 8 + 3] as number;
    if (ref === 0) return false;
    const spans = this.#spans;
    this.#pauses.read(ref, spans);
    for (let i = 0; i < spans.length; i += 2) {
      if ((spans[i] as number) <= day && day < (spans[i + 1] as number)) return true;
    }
    return false;
  }

  /** Records are written in the order of their numbers the first time, then in any order. */
  write(record: number, timeMs: number, facts: DossierFacts): void {
    if (record === this.#count) this.#count++;
    if (record === this.#chunks.length * ROWS_PER_CHUNK) {
      this.#chunks.push(chunkOver(new Uint8Array(CHUNK_BYTES)));
    }
    const { times, words, days } = this.chunkOf(record);
    const row = record % ROWS_PER_CHUNK;
    times[row * 4] = timeMs;
    const word = row * 8;
    words[word + 2] = facts.series;
    this.#pauses.giveBack(words[word + 3] as number);
    words[word + 3] = this.#pauses.write(facts.pauses);
    const at = row * 16;
    days[at + 8] = facts.received;
    days[at + 9] = facts.closed;
    days[at + 10] = facts.due;
    days[at + 11] = facts.posted;
    days[at + 12] = facts.apologised;
    days[at + 13] = facts.flags;
    days[at + 14] = facts.noticed;
  }

  /** Hash of what a record holds, without its series number. */
  hashOf(record: number, key: number, facts: DossierFacts): number {
    this.read(record, facts);
    let hash = mixNumber(key, this.timeOf(record));
    hash = mix(mix(mix(hash, facts.received), facts.closed), facts.due);
    hash = mix(mix(mix(hash, facts.posted), facts.apologised), facts.flags);
    for (const day of facts.pauses) hash = mix(hash, day);
    return hash;
  }

  *dump(prefix: string): Iterable<Part> {
    yield { name: `${prefix}/count`, bytes: bytesOf(Float64Array.of(this.#count)) };
    for (const [i, chunk] of this.#chunks.entries()) {
      const rows = Math.min(this.#count - i * ROWS_PER_CHUNK, ROWS_PER_CHUNK);
      yield { name: `${prefix}/rows/${i}`, bytes: chunk.bytes.subarray(0, rows * ROW_BYTES) };
    }
    yield* this.#pauses.dump(`${prefix}/pauses`);
  }

  restore(prefix: string, parts: PartReader): void {
    this.#count = parts.array(`${prefix}/count`, Float64Array)[0] ?? 0;
    for (let i = 0; i * ROWS_PER_CHUNK < this.#count; i++) {
      this.#chunks.push(
        chunkOver(
          parts.roomy<Uint8Array<ArrayBuffer>>(`${prefix}/rows/${i}`, Uint8Array, CHUNK_BYTES),
        ),
      );
    }
    this.#pauses.restore(`${prefix}/pauses`, parts);
  }
}
