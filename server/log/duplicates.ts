import type { EventId, IdHashes } from './id-hash.ts';
import type { IdTable } from './id-table.ts';

/** Is the logged event with this number the one at this position of the batch? Asked in rising order of numbers. */
export type IsSameEvent = (seq: number, position: number) => boolean;

/**
 * Positions of the events of a batch that are new: neither in the table nor earlier in the batch. Equal hashes prove
 * nothing, so each hit is settled by `isSame`; sorted by number, so that the log opens each old segment once.
 */
export function pickNew(
  events: readonly EventId[],
  hashes: IdHashes,
  table: IdTable,
  isSame: IsSameEvent,
): number[] {
  const known = findKnown(events, hashes, table, isSame);
  const batch = new BatchIds(events, hashes);
  const fresh: number[] = [];
  for (let i = 0; i < events.length; i++) if (!known.has(i) && batch.addIfNew(i)) fresh.push(i);
  return fresh;
}

function findKnown(
  events: readonly EventId[],
  hashes: IdHashes,
  table: IdTable,
  isSame: IsSameEvent,
): Set<number> {
  const hits: { readonly seq: number; readonly position: number }[] = [];
  for (let i = 0; i < events.length; i++) {
    table.each(hashes[2 * i] ?? 0, hashes[2 * i + 1] ?? 0, (seq) =>
      hits.push({ seq, position: i }),
    );
  }
  hits.sort((a, b) => a.seq - b.seq);
  const known = new Set<number>();
  for (const { seq, position } of hits) if (isSame(seq, position)) known.add(position);
  return known;
}

/** The ids met so far in one batch: positions + 1 under their hash, open addressing. */
class BatchIds {
  readonly #events: readonly EventId[];
  readonly #hashes: IdHashes;
  readonly #slots: Int32Array;

  constructor(events: readonly EventId[], hashes: IdHashes) {
    this.#events = events;
    this.#hashes = hashes;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(events.length * 2 + 2)));
  }

  addIfNew(position: number): boolean {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[2 * position + 1] ?? 0) & mask;
    for (;;) {
      const held = this.#slots[slot] ?? 0;
      if (held === 0) break;
      if (this.#areEqual(held - 1, position)) return false;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = position + 1;
    return true;
  }

  #areEqual(a: number, b: number): boolean {
    if (this.#hashes[2 * a] !== this.#hashes[2 * b]) return false;
    const one = this.#events[a];
    const other = this.#events[b];
    return one?.id === other?.id && one?.source === other?.source;
  }
}
