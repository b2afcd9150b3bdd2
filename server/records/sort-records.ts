import type { RecordSet } from './record-set.ts';
import { inSlices, type Turns } from './slices.ts';

/** Stands last in either direction: there is no value to sort by. */
const NO_KEY = 0xffffffff;
const DIGIT_BITS = 16;
const BUCKETS = 1 << DIGIT_BITS;

export interface Sorting {
  /** Whole number below 2³² − 1, or that where there is none. */
  readonly keyOf: (record: number) => number;
  readonly descending: boolean;
}

/** The members of a set in the order of their keys, equal ones in the order of their numbers; in time proportional to their number. */
export async function sortRecords(
  set: RecordSet,
  { keyOf, descending }: Sorting,
  turns: Turns,
): Promise<Uint32Array> {
  const size = set.count;
  const records = new Uint32Array(size);
  const keys = new Uint32Array(size);
  let count = 0;
  await inSlices(set.words.length * 32, turns, (from, to) => {
    set.visit(from, to, (record) => {
      // The set may change between two slices; what is over is found by the next look.
      if (count === size) return;
      const key = keyOf(record);
      records[count] = record;
      keys[count++] = descending && key !== NO_KEY ? NO_KEY - 1 - key : key;
    });
  });
  let items: Items = { records: records.subarray(0, count), keys: keys.subarray(0, count) };
  for (const shift of [0, DIGIT_BITS]) items = await sortByDigit(items, shift, turns);
  return items.records;
}

interface Items {
  readonly records: Uint32Array;
  readonly keys: Uint32Array;
}

async function sortByDigit(items: Items, shift: number, turns: Turns): Promise<Items> {
  const { records, keys } = items;
  const starts = new Uint32Array(BUCKETS + 1);
  await inSlices(keys.length, turns, (from, to) => {
    for (let i = from; i < to; i++) {
      const digit = ((keys[i] as number) >>> shift) & (BUCKETS - 1);
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
  });
  if (starts.includes(keys.length)) return items;
  for (let i = 1; i <= BUCKETS; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const sorted = { records: new Uint32Array(keys.length), keys: new Uint32Array(keys.length) };
  await inSlices(keys.length, turns, (from, to) => {
    for (let i = from; i < to; i++) {
      const digit = ((keys[i] as number) >>> shift) & (BUCKETS - 1);
      const place = starts[digit] as number;
      starts[digit] = place + 1;
      sorted.records[place] = records[i] as number;
      sorted.keys[place] = keys[i] as number;
    }
  });
  return sorted;
}
