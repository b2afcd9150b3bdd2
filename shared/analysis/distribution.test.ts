import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Distribution, describeDistribution, histogram, type Member } from './distribution.ts';
import { quantile, sorted, weightedMedian } from './quantile.ts';

const members = (values: readonly (number | null)[]): Member[] =>
  values.map((value, i) => ({ key: String(i), value }));
const described = (list: readonly Member[], scale?: number): Distribution => {
  const found = describeDistribution(list, scale);
  if ('refused' in found) throw new Error(found.refused);
  return found;
};
/** Without −0, which is 0 to everybody but to a comparison. */
const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const figures = fc.array(figure, { minLength: 4, maxLength: 80 });

test('quartiles are those of a spreadsheet', () => {
  // QUARTILE.INC of the same numbers.
  expect(described(members([1, 2, 4, 7, 11, 16]))).toMatchObject({
    min: 1,
    q1: 2.5,
    median: 5.5,
    q3: 10,
    max: 16,
    fences: { low: -8.75, high: 21.25 },
    outliers: [],
  });
});

test('what lies beyond 1.5 and beyond 3 interquartile ranges is told apart', () => {
  const found = described(members([10, 11, 12, 13, 14, 20, 40, -30]));
  expect(found.outliers).toEqual([
    { key: '6', value: 40, side: 'high', isFar: true },
    { key: '7', value: -30, side: 'low', isFar: true },
  ]);
  expect(described(members([10, 11, 12, 13, 14, 18])).outliers).toEqual([
    { key: '5', value: 18, side: 'high', isFar: false },
  ]);
});

test('who has no value is missing and no zero', () => {
  const found = described(members([null, 5, 6, 7, 8]));
  expect(found).toMatchObject({ count: 4, min: 5, missing: ['0'] });
});

test('fewer than four values are a list and no distribution', () => {
  expect(describeDistribution(members([1, 2, 3, null]))).toEqual({
    refused: 'too-few',
    needed: 4,
    came: 3,
  });
});

test('the rate of all is of summed numerators and denominators, not the mean of rates', () => {
  const rate = (num: number, den: number) => ({
    key: `${num}`,
    value: (num / den) * 100,
    num,
    den,
  });
  const found = described([rate(1, 2), rate(90, 100), rate(80, 100), rate(30, 40)], 100);
  expect(found.pooled).toBeCloseTo((201 / 242) * 100, 10);
});

describe('whatever the numbers', () => {
  test('every one is in exactly one bin, and bins meet', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const { bins } = described(members(values));
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(bins[0]?.from).toBe(Math.min(...values));
        expect(bins.at(-1)?.to).toBeCloseTo(Math.max(...values), 6);
        for (const [i, { to }] of bins.slice(0, -1).entries()) expect(bins[i + 1]?.from).toBe(to);
      }),
    );
  });

  test('order changes nothing, and a shift shifts all of it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4 }), (values) => {
        const { min, q1, median, q3, max } = described(members(values));
        const moved = described(members([...values].reverse().map((value) => value + 64)));
        expect(moved).toMatchObject({ min: min + 64, q1: q1 + 64, median: median + 64 });
        expect(moved).toMatchObject({ q3: q3 + 64, max: max + 64 });
        expect([min, q1, median, q3, max]).toEqual(sorted([min, q1, median, q3, max]));
      }),
    );
  });

  test('with equal weights the weighted median is the median', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const weighted = weightedMedian(values.map((value) => ({ value, weight: 3 })));
        expect(weighted).toBeCloseTo(quantile(sorted(values), 0.5), 6);
      }),
    );
  });
});

test('the rule behind the bins is named, and few extremes do not set it', () => {
  const spread = Array.from({ length: 100 }, (_, i) => i);
  expect(histogram(spread, 49.5)).toMatchObject({ binRule: 'freedman-diaconis' });
  // 99 / (2 × 49.5 / ∛100) = 4.64.
  expect(histogram(spread, 49.5).bins).toHaveLength(5);
  expect(histogram([1, 5, 5, 5, 5, 5, 9], 0)).toMatchObject({ binRule: 'sturges' });
  expect(histogram([5, 5, 5], 0)).toEqual({
    binRule: 'one-value',
    bins: [{ from: 5, to: 5, count: 3 }],
  });
});
