import { describe, expect, test } from 'vitest';
import { createFold } from '../fold/fold.ts';
import type { ArrivalSeries } from '../log/log.ts';
import type { QueryContext } from './context.ts';
import { promised, series } from './sample-arrivals.ts';
import { ask, at, cell, column, contextOf, refusal } from './sample-context.ts';

const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
const DECEMBER = { from: '2023-12-01', to: '2023-12-31' };

function contextWith(
  list: readonly ArrivalSeries[],
  now = '2024-01-05T09:00:00+07:00',
): QueryContext {
  return contextOf(fold, { now: at(now), quality: { arrivals: () => list, promised } });
}

const LIST = [
  series('mot-cua/25747', 'accepted', { '2023-11-05': 7, '2023-12-01': 60, '2023-12-31': 30 }),
  series('mot-cua/718', 'duplicate', { '2023-12-05': 5 }),
  series('mot-cua/719', 'accepted', { '2023-12-02': 3 }),
  series('mot-cua/719', 'conflict', { '2023-12-02': 1 }),
  series('mot-cua/719', 'IOC_INGEST_DATE', { '2023-12-02': 1 }),
  series('camera/', 'accepted', { '2023-12-31': 900 }),
  series('nobody/', 'IOC_INGEST_KIND', { '2023-12-31': 100 }),
];

describe('the four measures of quality', () => {
  test('are summed over all sources, whatever the name a refused event came under', () => {
    const context = contextWith(LIST);
    const own = { period: DECEMBER };
    expect(cell(context, 'quality.validShare', own)).toMatchObject({ num: 999, den: 1100 });
    expect(cell(context, 'quality.cleanShare', own)).toMatchObject({ num: 993, den: 999 });
    expect(cell(context, 'quality.completeShare', own)).toMatchObject({ num: 2, den: 3 });
  });

  test('have a row for each source that is promised or known, also where nothing came', () => {
    const context = contextWith(LIST.slice(0, 5));
    const answer = ask(context, {
      measures: ['quality.validShare', 'quality.completeShare'],
      by: ['source'],
      period: DECEMBER,
    });
    expect(column(answer, 'quality.validShare')).toEqual({
      'mot-cua': expect.closeTo(99, 10),
      camera: null,
    });
    expect(answer.rows[0]?.values['quality.validShare']?.reason ?? '').toBe(
      'IOC_QUERY_NOT_CONNECTED',
    );
    const complete = answer.rows.map(({ source, values }) => [
      source,
      values['quality.completeShare']?.reason,
    ]);
    expect(complete).toEqual([
      ['camera', 'IOC_QUERY_NOT_OWED'],
      ['mot-cua', undefined],
    ]);
  });

  test('roll up from communes to districts, each with what it owes', () => {
    const answer = ask(contextWith(LIST), {
      measures: ['quality.validShare', 'quality.completeShare', 'quality.freshShare'],
      by: ['unit'],
      level: 'district',
      period: DECEMBER,
    });
    expect(column(answer, 'quality.validShare')).toEqual({ 718: 100, 719: 80, 726: null });
    expect(column(answer, 'quality.completeShare')).toEqual({ 718: 100, 719: 100, 726: 0 });
    expect(column(answer, 'quality.freshShare')).toEqual({ 718: 100, 719: 100, 726: 0 });
  });

  test('tell a district what came about it and below it', () => {
    const own = { unit: '718', period: DECEMBER };
    const context = contextWith(LIST);
    expect(cell(context, 'quality.cleanShare', own)).toMatchObject({ num: 90, den: 95 });
    expect(cell(context, 'quality.completeShare', own)).toMatchObject({ num: 1, den: 1 });
  });

  test('sống counts the sources that keep their cadence at the time asked', () => {
    const early = contextWith(LIST, '2023-12-31T09:00:00+07:00');
    expect(cell(early, 'quality.freshShare')).toMatchObject({ num: 2, den: 2, value: 100 });
    const late = contextWith(LIST, '2023-12-31T10:00:00+07:00');
    expect(cell(late, 'quality.freshShare')).toMatchObject({ num: 0, den: 2, value: 0 });
    const half = contextWith(LIST.slice(0, 5), '2023-12-31T09:00:00+07:00');
    expect(cell(half, 'quality.freshShare')).toMatchObject({ num: 1, den: 2, value: 50 });
  });

  test('compare with the period before, and are as fresh as the newest arrival', () => {
    const answer = ask(contextWith(LIST), {
      measures: ['quality.cleanShare'],
      period: DECEMBER,
      compare: 'previous-period',
    });
    expect(answer.rows[0]?.values['quality.cleanShare']).toMatchObject({
      base: 100,
      deltaKind: 'points',
    });
    const running = { ...DECEMBER, to: '2024-12-31' };
    const { freshness } = ask(contextWith(LIST), {
      measures: ['quality.cleanShare'],
      period: running,
    });
    expect(freshness.dataTo).toBe(at('2023-12-31T08:00:00+07:00'));
  });

  test('know nothing that came after the day of an instant asked about', () => {
    const then = contextWith(LIST, '2023-12-03T09:00:00+07:00');
    const own = { period: DECEMBER };
    expect(cell(then, 'quality.validShare', own)).toMatchObject({ num: 64, den: 65 });
  });

  test('are not split by what they do not have, and have no figure where nothing is counted', () => {
    const context = contextWith(LIST);
    expect(refusal(context, { measures: ['quality.validShare'], by: ['field'] })).toBe(
      'IOC_QUERY_DIMENSION /by/0',
    );
    expect(cell(contextOf(fold), 'quality.validShare').reason).toBe('IOC_QUERY_NOT_CONNECTED');
  });
});
