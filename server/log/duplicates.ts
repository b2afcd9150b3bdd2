import { isDeepStrictEqual } from 'node:util';
import type { IdHashes } from './id-hash.ts';
import type { IdTable } from './id-table.ts';
import type { AppendInput } from './log.ts';

/** How an event that came stands to a logged one: another event, the same again, or the same with another content. */
export type Likeness = 'other' | 'same' | 'changed';

/** How does the event at this position stand to the logged one of this number? Asked in rising order of numbers. */
export type CompareLogged = (seq: number, position: number) => Likeness;

export interface Sorted {
  /** Positions of the events that are new: neither in the table nor earlier in the batch. */
  readonly fresh: readonly number[];
  /** Positions of those that are known with another content. */
  readonly changed: ReadonlySet<number>;
}

/**
 * Tells the new events of a batch from the known ones. Equal hashes prove nothing, so each hit is settled by
 * `compare`; sorted by number, so that the log opens each old segment once.
 */
export function sortOut(
  events: readonly AppendInput[],
  hashes: IdHashes,
  table: IdTable,
  compare: CompareLogged,
): Sorted {
  const known = findKnown(events.length, hashes, table, compare);
  const batch = new BatchIds(events, hashes);
  const fresh: number[] = [];
  const changed = new Set<number>();
  for (let i = 0; i < events.length; i++) {
    const likeness = known.get(i) ?? batch.add(i);
    if (likeness === 'other') fresh.push(i);
    else if (likeness === 'changed') changed.add(i);
  }
  return { fresh, changed };
}

/** The same to the letter, as what is sent twice mostly is, or once both are taken apart. */
export function isSameContent(line: string, other: string): boolean {
  return line === other || isDeepStrictEqual(JSON.parse(line), JSON.parse(other));
}

function findKnown(
  count: number,
  hashes: IdHashes,
  table: IdTable,
  compare: CompareLogged,
): Map<number, Likeness> {
  const hits: { readonly seq: number; readonly position: number }[] = [];
  for (let i = 0; i < count; i++) {
    table.each(hashes[2 * i] ?? 0, hashes[2 * i + 1] ?? 0, (seq) =>
      hits.push({ seq, position: i }),
    );
  }
  hits.sort((a, b) => a.seq - b.seq);
  const known = new Map<number, Likeness>();
  for (const { seq, position } of hits) {
    const likeness = compare(seq, position);
    if (likeness !== 'other') known.set(position, likeness);
  }
  return known;
}

/** The ids met so far in one batch: positions + 1 under their hash, open addressing. */
class BatchIds {
  readonly #events: readonly AppendInput[];
  readonly #hashes: IdHashes;
  readonly #slots: Int32Array;

  constructor(events: readonly AppendInput[], hashes: IdHashes) {
    this.#events = events;
    this.#hashes = hashes;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(events.length * 2 + 2)));
  }

  /** Keeps it where it is another event than all before, else says how it stands to the one that is kept. */
  add(position: number): Likeness {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[2 * position + 1] ?? 0) & mask;
    for (;;) {
      const held = this.#slots[slot] ?? 0;
      if (held === 0) break;
      const likeness = this.#compare(held - 1, position);
      if (likeness !== 'other') return likeness;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = position + 1;
    return 'other';
  }

  #compare(a: number, b: number): Likeness {
    if (this.#hashes[2 * a] !== this.#hashes[2 * b]) return 'other';
    const one = this.#events[a];
    const two = this.#events[b];
    if (one?.id !== two?.id || one?.source !== two?.source) return 'other';
    return isSameContent(one?.line ?? '', two?.line ?? '') ? 'same' : 'changed';
  }
}
