import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../query/answer.ts';
import { applyDelta, diffRows, keepIdentity, sameValue } from './rows.ts';

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__', 'constructor', 'hasOwnProperty');
const cell = fc.record(
  { value: fc.option(fc.integer({ min: 0, max: 3 })), num: fc.integer({ min: 0, max: 2 }) },
  { requiredKeys: ['value'] },
);
// JSON.parse, as on the wire: there `__proto__` becomes an own property.
const row = fc
  .tuple(key, fc.array(fc.tuple(key, cell), { maxLength: 3 }))
  .map(([k, cells]): Row => {
    const values = [...new Map(cells)].map(
      ([id, c]) => `${JSON.stringify(id)}:${JSON.stringify(c)}`,
    );
    return JSON.parse(`{"key":${JSON.stringify(k)},"values":{${values.join(',')}}}`);
  });
const clone = (value: Row[]): Row[] => JSON.parse(JSON.stringify(value));
const rows = fc.uniqueArray(row, { selector: (r) => r.key, maxLength: 8 });

test('[R10] applying the difference of two versions to the older one gives the newer one', () => {
  fc.assert(
    fc.property(rows, rows, (old, next) => {
      const delta = diffRows(old, next);
      const wire = delta && JSON.parse(JSON.stringify(delta));
      expect(delta ? applyDelta(old, wire) : old).toEqual(next);
    }),
  );
});

test('[R10] rows that did not change keep their identity, also through a snapshot', () => {
  fc.assert(
    fc.property(rows, rows, (old, next) => {
      const after = keepIdentity(old, clone(next));
      for (const r of after) {
        const before = old.find((o) => o.key === r.key);
        if (before && JSON.stringify(before) === JSON.stringify(r)) expect(r).toBe(before);
      }
      expect(keepIdentity(old, clone(old))).toBe(old);
    }),
  );
});

test('[R10] equal versions have no difference, and a difference is never empty', () => {
  fc.assert(
    fc.property(rows, rows, (old, next) => {
      const delta = diffRows(old, next);
      if (sameValue(old, next)) expect(delta).toBeUndefined();
      else
        expect(delta && [delta.set.length, delta.unset.length, delta.order]).not.toEqual([
          0,
          0,
          undefined,
        ]);
    }),
  );
});

test('[R10] new rows at the end need no order, moved rows do', () => {
  const a: Row = { key: 'a', values: {} };
  const b: Row = { key: 'b', values: {} };
  expect(diffRows([a], [a, b])).toEqual({ set: [b], unset: [] });
  expect(diffRows([a, b], [b, a])).toEqual({ set: [], unset: [], order: ['b', 'a'] });
  expect(diffRows([a], [b, a])).toEqual({ set: [b], unset: [], order: ['b', 'a'] });
});

test('[R10] a key named __proto__ changes rows and nothing else', () => {
  const evil: Row = JSON.parse('{"key":"__proto__","values":{"__proto__":{"value":1}}}');
  const after = applyDelta([], { set: [evil], unset: ['constructor'] });
  expect(after).toEqual([evil]);
  expect(Object.hasOwn({}, 'value')).toBe(false);
  expect(diffRows([], [evil])?.set).toEqual([evil]);
});
