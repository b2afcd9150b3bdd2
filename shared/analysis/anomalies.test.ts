import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../query/answer.ts';
import { bucketsOf, type DaySpan } from '../unit/period.ts';
import { findAnomalies } from './anomalies.ts';
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
import { seriesOf } from './series.ts';

const QUARTER_YEAR = spanAt('2023-01-02', '2023-06-30');

/** Some hundred dossiers on a working day, more on Mondays, three on a day off. */
function daily(own: Record<string, number> = {}) {
  const noise = sampleNoise(7);
  return new Map<string, Cell>(
    bucketsOf(QUARTER_YEAR, 'day').map(({ key, from }, i) => {
      const usual = SAMPLE_DAYS.isWorked(from) ? 100 + (i % 7 === 0 ? 40 : 0) : 3;
      return [
        key,
        { value: own[key] ?? Math.round(usual + noise() * 10 - 5 * (usual > 3 ? 1 : 0)) },
      ];
    }),
  );
}
const judge = (cells: ReadonlyMap<string, Cell>, span: DaySpan = QUARTER_YEAR) => {
  const found = findAnomalies(seriesOf(cells, sampleAsked(FLOW, 'day', span)));
  if ('refused' in found) throw new Error(found.refused);
  return found;
};
const strays = (found: ReturnType<typeof judge>) =>
  Object.fromEntries(
    found.judged.flatMap(({ key, verdict }) => (verdict === 'ordinary' ? [] : [[key, verdict]])),
  );

describe('daily counts', () => {
  test('that are as ever have nothing to tell, weekends and Tết least of all', () => {
    expect(strays(judge(daily()))).toEqual({});
  });

  test('a working day without work and a busy Sunday stand out, each among its own kind', () => {
    expect(strays(judge(daily({ '2023-03-15': 0, '2023-04-02': 90 })))).toEqual({
      '2023-03-15': 'below',
      '2023-04-02': 'above',
    });
  });

  test('a Monday is judged as a Monday', () => {
    const found = judge(daily());
    const monday = found.judged.find(({ key }) => key === '2023-04-03');
    const tuesday = found.judged.find(({ key }) => key === '2023-04-04');
    expect((monday?.expected ?? 0) - (tuesday?.expected ?? 0)).toBeGreaterThan(25);
  });
});

test('a month is low by as many working days as it lacks, and not more', () => {
  const span = spanAt('2023-01-01', '2024-06-30');
  const noise = sampleNoise(3);
  const cells = new Map<string, Cell>(
    bucketsOf(span, 'month').map(({ key, from, to }) => {
      const worked = SAMPLE_DAYS.between(from, (to + 1) as typeof to);
      const perDay = key === '2023-10' ? 130 : 100;
      return [key, { value: Math.round(worked * (perDay + noise() * 4)) }];
    }),
  );
  const found = findAnomalies(seriesOf(cells, sampleAsked(FLOW, 'month', span)));
  if ('refused' in found) throw new Error(found.refused);
  // 01/2023 and 02/2024 have a third fewer working days.
  expect(strays(found)).toEqual({ '2023-10': 'above' });
});

describe('rates', () => {
  const span = spanAt('2022-01-01', '2023-12-31');
  const keys = bucketsOf(span, 'month').map(({ key }) => key);
  const rates = (own: Record<string, Cell>) =>
    seriesOf(
      new Map(keys.map((key, i) => [key, own[key] ?? rateCell(980 + (i % 3), 1000)])),
      sampleAsked(RATIO, 'month', span),
    );
  const verdictsOf = (own: Record<string, Cell>) => {
    const found = findAnomalies(rates(own));
    if ('refused' in found) throw new Error(found.refused);
    return strays(found);
  };

  test('of few dossiers may stray as far as chance takes few dossiers', () => {
    expect(verdictsOf({ '2023-05': rateCell(2, 3) })).toEqual({});
    expect(verdictsOf({ '2023-05': rateCell(667, 1000) })).toEqual({ '2023-05': 'below' });
  });

  test('without a denominator are a gap: neither judged nor a zero', () => {
    const found = findAnomalies(rates({ '2023-05': { value: null } }));
    if ('refused' in found) throw new Error(found.refused);
    expect(found.judged.map(({ key }) => key)).toEqual(keys.filter((key) => key !== '2023-05'));
  });
});

test('a bucket cut by the period asked, or that has not ended, is left out', () => {
  const asked = sampleAsked(STOCK, 'month', spanAt('2023-01-15', '2023-04-30'));
  const series = seriesOf(new Map(), { ...asked, closedTo: spanAt('2023-04-10', '2023-04-10').to });
  expect(series.places.map(({ key }) => key)).toEqual(['2023-02', '2023-03']);
  expect(series.partial).toEqual(['2023-01', '2023-04']);
});

test('fewer than ten places are too short to judge', () => {
  const span = spanAt('2023-01-01', '2023-09-30');
  const cells = new Map(bucketsOf(span, 'month').map(({ key }) => [key, { value: 5 }]));
  expect(findAnomalies(seriesOf(cells, sampleAsked(STOCK, 'month', span)))).toEqual({
    refused: 'too-short',
    needed: 10,
    came: 9,
  });
});

test('whatever the counts: one that is a hundred times all others stands out, and equal ones do not', () => {
  const span = spanAt('2021-01-01', '2022-12-31');
  const keys = bucketsOf(span, 'month').map(({ key }) => key);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 80, max: 120 }), { minLength: 24, maxLength: 24 }),
      fc.nat(23),
      (counts, wild) => {
        const cells = new Map(
          keys.map((key, i) => [key, { value: i === wild ? 12_000 : (counts[i] ?? 100) }]),
        );
        const found = findAnomalies(seriesOf(cells, sampleAsked(STOCK, 'month', span)));
        if ('refused' in found) throw new Error(found.refused);
        expect(found.judged[wild]?.verdict).toBe('above');
        const same = new Map(keys.map((key) => [key, { value: counts[0] ?? 100 }]));
        const flat = findAnomalies(seriesOf(same, sampleAsked(STOCK, 'month', span)));
        expect('refused' in flat ? flat : strays(flat)).toEqual({});
      },
    ),
    { numRuns: 50 },
  );
});
