import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../query/answer.ts';
import { bucketsOf } from '../unit/period.ts';
import { coverageOf, halfWidth } from './backtest.ts';
import { forecast } from './forecast.ts';
import { METHODS } from './forecast-methods.ts';
import {
  FLOW,
  RATIO,
  rateCell,
  SAMPLE_DAYS,
  STOCK,
  sampleAsked,
  sampleNoise,
  spanAt,
} from './sample-series.ts';
import { framesAfter, type SeriesAsked, seriesOf } from './series.ts';

const YEARS = spanAt('2020-01-01', '2023-12-31');

function ahead(
  measure: SeriesAsked['measure'],
  cellOf: (i: number, worked: number) => Cell,
  count = 3,
) {
  const asked = sampleAsked(measure, 'month', YEARS);
  const cells = bucketsOf(YEARS, 'month').map(({ key, from, to }, i) => {
    const worked = SAMPLE_DAYS.between(from, (to + 1) as typeof to);
    return [key, cellOf(i, worked)] as const;
  });
  const series = seriesOf(new Map(cells), asked);
  const found = forecast(series, framesAfter(count, asked, series.kind));
  if ('refused' in found) throw new Error(found.refused);
  return found;
}

describe('the method that did best is taken', () => {
  test('for a line the line, which it goes on with', () => {
    const found = ahead(STOCK, (i) => ({ value: 100 + 10 * i }));
    expect(found.method).toBe('drift');
    expect(found.ahead.map(({ key, value }) => [key, Math.round(value)])).toEqual([
      ['2024-01', 580],
      ['2024-02', 590],
      ['2024-03', 600],
    ]);
    expect(found.backtests.find(({ method }) => method === 'drift')?.mase).toBeCloseTo(0, 10);
  });

  test('for what stays the last value, the simplest of all that do as well', () => {
    const found = ahead(STOCK, () => ({ value: 42 }));
    expect(found).toMatchObject({
      method: 'last',
      ahead: [{ value: 42, low: 42, high: 42 }, {}, {}],
    });
    // Nothing ever changed, so there is nothing to measure an error by.
    expect(found.backtests[0]?.mase).toBeNull();
  });

  test('for what comes again each year the year before', () => {
    const shape = [9, 1, 4, 8, 2, 7, 3, 9, 5, 1, 6, 2];
    const found = ahead(
      STOCK,
      (i) => ({ value: 100 * (shape[i % 12] ?? 0) + (i >= 24 ? 1 : 0) }),
      5,
    );
    expect(found.ahead.map(({ value }) => Math.round(value))).toEqual([901, 101, 401, 801, 201]);
    expect(found.method).toBe('seasonal-naive');
    expect(found.backtests.find((tried) => tried.method === found.method)?.mase).toBeLessThan(1.5);
  });
});

test('a month with Tết is expected to be low by the working days it lacks', () => {
  const found = ahead(FLOW, (_, worked) => ({ value: worked * 100 }));
  // 23 working days in 01/2024, 16 in 02/2024, 21 in 03/2024.
  expect(found.ahead.map(({ value }) => Math.round(value))).toEqual([2300, 1600, 2100]);
});

test('a rate is forecast as numerator and denominator and stays between 0 and 100 %', () => {
  const noise = sampleNoise(11);
  const found = ahead(RATIO, (i) => rateCell(Math.round(985 + i / 4 + noise() * 4), 1000));
  for (const { value, low, high } of found.ahead) {
    expect(low).toBeGreaterThanOrEqual(0);
    expect(value).toBeGreaterThan(98);
    expect(high).toBeLessThanOrEqual(100);
  }
});

test('gaps are left out and not taken for zeros', () => {
  const found = ahead(STOCK, (i) => ({ value: i % 5 === 2 ? null : 100 }));
  expect(found.ahead.map(({ value }) => value)).toEqual([100, 100, 100]);
});

test('a series too short to be tried on is refused', () => {
  const span = spanAt('2023-01-01', '2023-12-31');
  const asked = sampleAsked(STOCK, 'month', span);
  const cells = new Map(bucketsOf(span, 'month').map(({ key }, i) => [key, { value: i }]));
  const series = seriesOf(cells, asked);
  expect(forecast(series, framesAfter(3, asked, series.kind))).toEqual({
    refused: 'too-short',
    needed: 15,
    came: 12,
  });
});

describe('the interval', () => {
  test('holds four of five errors with the correction for few of them', () => {
    expect(halfWidth([1, -2, 3, -4], 0.8)).toBe(4);
    expect(halfWidth([1, -2, 3], 0.8)).toBeUndefined();
    expect(halfWidth([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.8)).toBe(8);
  });

  test('is judged only by errors that were known before', () => {
    const errors = [1, 1, 1, 1, 9, 1].map((error, i) => ({ origin: i + 10, step: 1, error }));
    // Those at the fifth and sixth origin: the 9 falls outside, and makes the interval that holds the last.
    expect(coverageOf(errors, 0.8)).toEqual({ inside: 1, of: 2 });
  });

  test('holds about what it says of noise, and never narrows', () => {
    const noise = sampleNoise(5);
    const found = ahead(STOCK, () => ({ value: 1000 + Math.round((noise() + noise()) * 100) }), 6);
    const { inside, of } = found.coverage;
    expect(inside / of).toBeGreaterThan(0.65);
    const widths = found.ahead.map(({ low, high }) => high - low);
    for (const [i, width] of widths.slice(1).entries())
      expect(width).toBeGreaterThanOrEqual((widths[i] ?? 0) - 1e-9);
  });
});

test('whatever the history, methods answer for each season ahead with a number, or not at all', () => {
  const values = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 12 }), (own, count) => {
      const history = {
        values: own,
        seasons: own.map((_, i) => String(i % 4)),
        ahead: Array.from({ length: count }, (_, i) => String((own.length + i) % 4)),
        period: 4,
      };
      for (const method of Object.values(METHODS)) {
        const found = method(history);
        expect(found?.length ?? count).toBe(count);
        expect(found?.every(Number.isFinite) ?? true).toBe(true);
      }
    }),
  );
});
