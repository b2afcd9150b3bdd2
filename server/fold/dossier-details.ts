import { Dictionary } from './dictionary.ts';
import { mix, mixText } from './mixing.ts';
import { bytesOf, jsonPart, type Part, type PartReader } from './part.ts';
import { RevisionChain } from './revision-chain.ts';

const ROWS_PER_CHUNK = 1 << 15;
const ROW_WORDS = 3;
const CHUNK_WORDS = ROWS_PER_CHUNK * ROW_WORDS;
const MINUTE_BITS = 11;
const MINUTE_MASK = (1 << MINUTE_BITS) - 1;
/** Procedures met after so many have no number of their own, and no text. */
const MAX_PROCEDURES = 1 << 20;

/**
 * What a list of single dossiers tells and no flow needs: twelve bytes a dossier, and eight for each revision that is
 * not the newest. Where the log has the newest revision and all others, the procedure, and the minute it is due.
 */
export class DossierDetails {
  /** 0: log position of the newest revision, 1: chain of the others, 2: procedure and minute. */
  readonly #chunks: Uint32Array[] = [];
  readonly #chain = new RevisionChain();
  readonly #procedures = new Dictionary();

  get procedures(): readonly string[] {
    return this.#procedures.texts;
  }

  /** The newest revision. Records come in the order of their numbers the first time, then in any order. */
  write(record: number, seq: number, procedure: string, dueMinute: number): void {
    if (record === this.#chunks.length * ROWS_PER_CHUNK) {
      this.#chunks.push(new Uint32Array(CHUNK_WORDS));
    }
    const chunk = this.#chunkOf(record);
    const at = (record % ROWS_PER_CHUNK) * ROW_WORDS;
    const before = chunk[at] as number;
    if (before !== 0) chunk[at + 1] = this.#chain.put(before, chunk[at + 1] as number);
    chunk[at] = seq;
    chunk[at + 2] = (this.#numberOf(procedure) << MINUTE_BITS) | dueMinute;
  }

  /** A revision that another one, known before it, supersedes. */
  writeEarlier(record: number, seq: number): void {
    const chunk = this.#chunkOf(record);
    const at = (record % ROWS_PER_CHUNK) * ROW_WORDS + 1;
    chunk[at] = this.#chain.put(seq, chunk[at] as number);
  }

  procedureOf(record: number): number {
    return this.#packed(record) >>> MINUTE_BITS;
  }

  dueMinuteOf(record: number): number {
    return this.#packed(record) & MINUTE_MASK;
  }

  /** Log positions of all revisions, the newest one first, then the others, those that came last first. */
  revisionsOf(record: number): readonly number[] {
    const chunk = this.#chunkOf(record);
    const at = (record % ROWS_PER_CHUNK) * ROW_WORDS;
    return [chunk[at] as number, ...this.#chain.list(chunk[at + 1] as number)];
  }

  /** Of what the newest revision says; log positions differ with the order of arrival and are left out. */
  hashOf(record: number): number {
    const procedure = this.#procedures.texts[this.procedureOf(record)] ?? '';
    return mix(mixText(11, procedure), this.dueMinuteOf(record));
  }

  *dump(prefix: string, count: number): Iterable<Part> {
    yield jsonPart(`${prefix}/procedures`, this.#procedures.texts);
    for (const [i, chunk] of this.#chunks.entries()) {
      const rows = Math.min(count - i * ROWS_PER_CHUNK, ROWS_PER_CHUNK);
      yield { name: `${prefix}/rows/${i}`, bytes: bytesOf(chunk.subarray(0, rows * ROW_WORDS)) };
    }
    yield* this.#chain.dump(`${prefix}/chain`);
  }

  restore(prefix: string, count: number, parts: PartReader): void {
    this.#procedures.restore(parts.json<string[]>(`${prefix}/procedures`));
    for (let i = 0; i * ROWS_PER_CHUNK < count; i++) {
      this.#chunks.push(parts.roomy(`${prefix}/rows/${i}`, Uint32Array, CHUNK_WORDS));
    }
    this.#chain.restore(`${prefix}/chain`, parts);
  }

  #numberOf(procedure: string): number {
    const known = this.#procedures.find(procedure);
    if (known !== undefined) return known;
    const isFull = this.#procedures.texts.length >= MAX_PROCEDURES;
    return isFull ? MAX_PROCEDURES : this.#procedures.code(procedure);
  }

  #packed(record: number): number {
    return this.#chunkOf(record)[(record % ROWS_PER_CHUNK) * ROW_WORDS + 2] as number;
  }

  #chunkOf(record: number): Uint32Array {
    return this.#chunks[Math.floor(record / ROWS_PER_CHUNK)] as Uint32Array;
  }
}
