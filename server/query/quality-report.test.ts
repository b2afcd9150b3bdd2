import { describe, expect, test } from 'vitest';
import { createTerritory } from '../../shared/territory/territory.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import { spanOfKey } from '../../shared/unit/period.ts';
import type { ArrivalSeries } from '../log/log.ts';
import { type QualityContext, reportQuality } from './quality-report.ts';
import { promised, series } from './sample-arrivals.ts';
import { PACK } from './sample-context.ts';

const NOW = Date.parse('2024-01-10T09:00:00+07:00');
const DECEMBER = spanOfKey('2023-12') ?? { from: 0 as LocalDay, to: 0 as LocalDay };

function report(arrivals: readonly ArrivalSeries[], changes: Partial<QualityContext> = {}) {
  const territory = createTerritory(PACK);
  const fed = { dossier: 'dossier', 'camera-status': 'camera' };
  const basis = { activities: [], fed, territory, scope: ['74'], nowMs: NOW };
  const context = { arrivals, promised, ...basis };
  return reportQuality({ ...context, ...changes }, DECEMBER);
}
const sourceOf = (arrivals: readonly ArrivalSeries[], changes: Partial<QualityContext> = {}) =>
  report(arrivals, changes).sources[0];

describe('đúng', () => {
  test('is what was sent and not refused of all that was sent in the period, with the codes', () => {
    const source = sourceOf([
      series('mot-cua/718', 'accepted', { '2023-11-30': 50, '2023-12-01': 90, '2024-01-02': 7 }),
      series('mot-cua/718', 'duplicate', { '2023-12-05': 5 }),
      series('mot-cua/718', 'IOC_INGEST_DATE', { '2023-12-05': 1 }),
      series('mot-cua/', 'IOC_INGEST_MISSING', { '2023-12-06': 4 }),
    ]);
    expect(source?.meters.valid).toEqual({ value: 95, num: 95, den: 100 });
    expect(source?.codes).toEqual([
      { code: 'IOC_INGEST_MISSING', count: 4 },
      { code: 'IOC_INGEST_DATE', count: 1 },
    ]);
    expect(source?.meters.fields).toEqual({ value: 96, num: 96, den: 100 });
    const units = source?.units.map(({ unit, meters }) => [
      unit,
      meters.valid.num,
      meters.valid.den,
    ]);
    expect(units?.filter(([, , den]) => den !== 0)).toEqual([
      ['', 0, 4],
      ['718', 95, 96],
    ]);
  });

  test('has no figure where nothing came in the period, or ever', () => {
    const before = sourceOf([series('mot-cua/718', 'accepted', { '2023-11-30': 50 })]);
    expect(before?.meters.valid).toMatchObject({ value: null, reason: 'IOC_QUERY_NO_DATA' });
    const never = sourceOf([]);
    expect(never?.meters.valid).toMatchObject({ value: null, reason: 'IOC_QUERY_NOT_CONNECTED' });
  });
});

describe('sạch', () => {
  test('is what was new of all that was valid; duplicates and conflicts are told apart', () => {
    const source = sourceOf([
      series('mot-cua/718', 'accepted', { '2023-12-01': 90 }),
      series('mot-cua/718', 'duplicate', { '2023-12-05': 8 }),
      series('mot-cua/718', 'conflict', { '2023-12-05': 2 }),
      series('mot-cua/718', 'IOC_INGEST_DATE', { '2023-12-05': 100 }),
    ]);
    expect(source?.meters.clean).toEqual({ value: 90, num: 90, den: 100 });
    expect(source).toMatchObject({ accepted: 90, duplicates: 8, conflicts: 2, rejected: 100 });
  });
});

describe('đủ', () => {
  const communes = [
    series('mot-cua/25747', 'accepted', { '2023-12-31': 1 }),
    series('mot-cua/719', 'accepted', { '2023-11-30': 1, '2024-01-01': 1 }),
    series('mot-cua/726', 'IOC_INGEST_DATE', { '2023-12-05': 1 }),
  ];

  test('a unit has reported when something about it or below it was accepted in the period', () => {
    const source = sourceOf(communes);
    expect(source?.meters.complete).toMatchObject({ num: 1, den: 3 });
    const units = source?.units.map(({ unit, meters }) => [unit, meters.complete.value]);
    expect(units).toEqual([
      ['25747', null],
      ['718', 100],
      ['719', 0],
      ['726', 0],
    ]);
  });

  test('a period that has not ended is not owed yet; the last one that has stands in', () => {
    const source = sourceOf(communes, { nowMs: Date.parse('2023-12-31T23:00:00+07:00') });
    expect(source?.meters.complete).toMatchObject({ num: 1, den: 3 });
    const units = source?.units.map(({ unit, meters }) => [unit, meters.complete.value]);
    expect(units).toContainEqual(['719', 100]);
    expect(units).toContainEqual(['718', 0]);
  });

  test('without a promise there is no denominator and no figure', () => {
    const [, camera] = report(communes).sources;
    expect(camera?.meters.complete).toEqual({
      value: null,
      num: 0,
      den: 0,
      reason: 'IOC_QUERY_NOT_OWED',
    });
  });

  test('named units owe as well', () => {
    const owes = { units: ['718', '719'], each: 'week' as const };
    const [first] = promised;
    const source = sourceOf(communes, { promised: first ? [{ ...first, owes }] : [] });
    // Weeks that ended in December 2023: on 3, 10, 17, 24 and 31.
    expect(source?.meters.complete).toMatchObject({ num: 2, den: 10 });
  });
});

describe('sống', () => {
  const at = (time: string) => ({ nowMs: Date.parse(`2023-12-31T${time}:00+07:00`) });
  const list = [
    series('mot-cua/718', 'accepted', { '2023-12-31': 1 }),
    series('mot-cua/719', 'accepted', { '2023-10-31': 1 }),
    series('mot-cua/719', 'duplicate', { '2023-12-31': 1 }),
  ];

  test('is kept as long as the silence is short enough for the promised cadence', () => {
    expect(sourceOf(list, at('09:30'))?.meters.fresh).toEqual({ value: 100, num: 1, den: 1 });
    expect(sourceOf(list, at('09:31'))?.meters.fresh).toEqual({ value: 0, num: 0, den: 1 });
    expect(sourceOf([], at('09:31'))?.meters.fresh).toMatchObject({
      value: null,
      den: 1,
      reason: 'IOC_QUERY_NOT_CONNECTED',
    });
  });

  test('a unit keeps it when something came of it in this period or the one before', () => {
    const units = sourceOf(list, at('09:00'))?.units;
    expect(units?.map(({ unit, meters }) => [unit, meters.fresh.value])).toEqual([
      ['718', 100],
      ['719', 0],
      ['726', 0],
    ]);
  });
});

test('what came under a name nobody knows is one row without a name', () => {
  const { sources } = report([
    series('Nguyễn Văn Thử/', 'IOC_INGEST_KIND', { '2023-12-05': 2 }),
    series('x/', 'IOC_INGEST_KIND', { '2023-12-05': 1 }),
    series('new/718', 'accepted', { '2023-12-05': 1 }),
    series('new/', 'IOC_INGEST_KIND', { '2023-12-05': 1 }),
  ]);
  expect(sources.map(({ source, rejected }) => [source, rejected])).toEqual([
    ['mot-cua', 0],
    ['camera', 0],
    ['', 3],
    ['new', 1],
  ]);
  expect(JSON.stringify(sources)).not.toContain('Nguyễn');
});

test('whoever may see one unit sees what came about it and below it only', () => {
  const list = [
    series('mot-cua/25747', 'accepted', { '2023-12-05': 3 }),
    series('mot-cua/719', 'accepted', { '2023-12-05': 5 }),
    series('mot-cua/', 'IOC_INGEST_JSON', { '2023-12-05': 5 }),
  ];
  const source = sourceOf(list, { scope: ['718'] });
  expect(source).toMatchObject({ accepted: 3, rejected: 0 });
  expect(source?.units.map(({ unit }) => unit)).toEqual(['25747', '718']);
  expect(source?.meters.complete).toMatchObject({ num: 1, den: 1 });
  // A district has no cadence of its own; it is fresh by its reports.
  expect(source?.meters.fresh).toEqual({ value: 100, num: 1, den: 1 });
});
