import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idHasher } from './id-hash.ts';
import { IdTable } from './id-table.ts';

const at = (list: ArrayLike<number>, index: number) => list[index] ?? 0;
const found = (table: IdTable, high: number, low: number) => {
  const seqs: number[] = [];
  table.each(high, low, (seq) => seqs.push(seq));
  return seqs.sort((a, b) => a - b);
};

// Few different hashes, so that slots and whole hashes collide all the time.
const hashes = fc.array(fc.tuple(fc.constantFrom(0, 1, 0x01000000, 0xff000001), fc.nat(70)), {
  maxLength: 400,
});

test('the table gives back exactly the numbers stored under a hash, also from its saved parts', () => {
  fc.assert(
    fc.property(hashes, (list) => {
      const table = new IdTable();
      const expected = new Map<string, number[]>();
      for (const [i, [high, low]] of list.entries()) {
        table.add(high, low, i + 1);
        const key = `${high} ${low}`;
        expected.set(key, [...(expected.get(key) ?? []), i + 1]);
      }
      const parts = [...table.parts()].map(({ name, bytes }) => [name, bytes.slice()] as const);
      const again = IdTable.from(new Map(parts));
      expect([table.size, again?.size]).toEqual([list.length, list.length]);
      for (const [high, low] of list) {
        expect(found(table, high, low)).toEqual(expected.get(`${high} ${low}`));
        expect(again && found(again, high, low)).toEqual(expected.get(`${high} ${low}`));
      }
      expect(found(table, 7, 7)).toEqual([]);
    }),
  );
});

test('parts that do not fit together are no table', () => {
  const parts = new Map([...new IdTable().parts()].map((p) => [p.name, p.bytes.slice()] as const));
  parts.set('log.ids.7', new Uint8Array(36));
  expect(IdTable.from(parts)).toBeUndefined();
  expect(IdTable.from(new Map())).toBeUndefined();
});

test('a number that has no place is refused', () => {
  const table = new IdTable();
  expect(() => table.add(1, 1, 0)).toThrow(RangeError);
  expect(() => table.add(1, 1, 2 ** 32)).toThrow(RangeError);
});

test('the hash spreads like a random one: 200,000 similar ids, no two alike, all shards evenly full', () => {
  const hashIds = idHasher([12345, 67890]);
  const events = Array.from({ length: 200_000 }, (_, n) => ({ source: 's', id: `H09.14-${n}` }));
  const list = hashIds(events);
  const seen = new Set<bigint>();
  const shards = new Uint32Array(256);
  for (let i = 0; i < list.length; i += 2) {
    seen.add((BigInt(at(list, i)) << 32n) | BigInt(at(list, i + 1)));
    shards[at(list, i) >>> 24] = at(shards, at(list, i) >>> 24) + 1;
  }
  expect(seen.size).toBe(200_000);
  // Poisson around 781 with a deviation of 28.
  expect(Math.min(...shards)).toBeGreaterThan(781 - 6 * 28);
  expect(Math.max(...shards)).toBeLessThan(781 + 6 * 28);
});

test('the hash depends on the seeds and on where the source ends', () => {
  const events = [
    { source: 'ab', id: 'c' },
    { source: 'a', id: 'bc' },
    { source: 'abc', id: '' },
  ];
  const [one, other] = [idHasher([1, 2])(events), idHasher([3, 2])(events)];
  expect(new Set([at(one, 0), at(one, 2), at(one, 4), at(other, 0)]).size).toBe(4);
});
