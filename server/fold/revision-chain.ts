import { bytesOf, type Part, type PartReader } from './part.ts';

const CHUNK_LINKS = 1 << 16;
const LINK_WORDS = 2;

/** Lists of log positions that only grow at their head, eight bytes an entry; a list is named by its head, 0 is empty. */
export class RevisionChain {
  /** Pairs of log position and the next link. */
  readonly #chunks: Uint32Array[] = [];
  #count = 0;

  /** The list with a position put before it. */
  put(seq: number, rest: number): number {
    const place = this.#count++;
    if (place === this.#chunks.length * CHUNK_LINKS) {
      this.#chunks.push(new Uint32Array(CHUNK_LINKS * LINK_WORDS));
    }
    const chunk = this.#chunks[this.#chunks.length - 1] as Uint32Array;
    const at = (place % CHUNK_LINKS) * LINK_WORDS;
    chunk[at] = seq;
    chunk[at + 1] = rest;
    return place + 1;
  }

  list(head: number): number[] {
    const seqs: number[] = [];
    for (let link = head; link !== 0; ) {
      const chunk = this.#chunks[Math.floor((link - 1) / CHUNK_LINKS)] as Uint32Array;
      const at = ((link - 1) % CHUNK_LINKS) * LINK_WORDS;
      seqs.push(chunk[at] as number);
      link = chunk[at + 1] as number;
    }
    return seqs;
  }

  *dump(prefix: string): Iterable<Part> {
    yield { name: `${prefix}/count`, bytes: bytesOf(Float64Array.of(this.#count)) };
    for (const [i, chunk] of this.#chunks.entries()) {
      const links = Math.min(this.#count - i * CHUNK_LINKS, CHUNK_LINKS);
      yield { name: `${prefix}/links/${i}`, bytes: bytesOf(chunk.subarray(0, links * LINK_WORDS)) };
    }
  }

  restore(prefix: string, parts: PartReader): void {
    this.#count = parts.array(`${prefix}/count`, Float64Array)[0] ?? 0;
    for (let i = 0; i * CHUNK_LINKS < this.#count; i++) {
      this.#chunks.push(parts.roomy(`${prefix}/links/${i}`, Uint32Array, CHUNK_LINKS * LINK_WORDS));
    }
  }
}
