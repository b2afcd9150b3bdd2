import { describe, expect, it } from 'vitest';
import { COMMON_MEASURES } from '../../../shared/measure/catalogue.ts';
import type { Cell, Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import { dayOf } from '../../../shared/unit/local-day.ts';
import { differenceOf, otherOf, periodBefore, questionsOf, sideBySide } from './compare.ts';

const YEAR_AHEAD = { from: '2024-01-01', to: '2024-12-31' };

const measures = new Map(COMMON_MEASURES.map((each) => [each.id, each]));
const query: Query = {
  measures: ['dossier.received', 'dossier.onTimeRate'],
  unit: '74',
  period: { from: '2023-01-01', to: '2023-03-31' },
  compare: 'target',
};
const cell = (value: number | null): Cell => ({ value });
const row = (codes: Partial<Row>, received: number | null, rate: number | null): Row => ({
  key: JSON.stringify(codes),
  ...codes,
  values: { 'dossier.received': cell(received), 'dossier.onTimeRate': cell(rate) },
});

describe('what a question is held against', () => {
  it('is another period before another unit, or nothing yet', () => {
    expect(otherOf(new URLSearchParams('vu=718'))).toEqual({ kind: 'unit', unit: '718' });
    expect(otherOf(new URLSearchParams('vu=718&vp=last-year'))).toEqual({
      kind: 'period',
      period: { relative: 'last-year' },
    });
    expect(otherOf(new URLSearchParams('m=x'))).toBeNull();
  });
  it('is the same days a year before while nothing was chosen, as far as they have gone by', () => {
    const today = dayOf({ year: 2024, month: 2, day: 29 });
    const against = (period: Query['period']) => periodBefore(period, today);
    const year = { from: '2023-01-01', to: '2023-12-31' };
    expect(against(year)).toEqual({ from: '2022-01-01', to: '2022-12-31' });
    expect(against({ relative: 'last-year' })).toEqual({ from: '2022-01-01', to: '2022-12-31' });
    expect(against({ relative: 'this-year' })).toEqual({ from: '2023-01-01', to: '2023-02-28' });
    expect(against({ relative: 'last-12-months' })).toEqual({
      from: '2022-03-01',
      to: '2023-02-28',
    });
    expect(against({ relative: 'today' })).toEqual({ from: '2023-02-28', to: '2023-02-28' });
    expect(against({ relative: 'this-report-month' })).toEqual({ relative: 'last-report-month' });
    expect(against({ from: '2025-01-01', to: '2025-12-31' })).toEqual({ ...YEAR_AHEAD });
    expect(against({ from: '2023-02-30', to: '2023-12-31' })).toEqual({ relative: 'last-year' });
  });
  it('is asked alike but for that', () => {
    const { one, two } = questionsOf(query, { kind: 'unit', unit: '718' });
    expect(one.compare).toBeUndefined();
    expect(two).toEqual({ ...one, unit: '718' });
  });
});

describe('a difference', () => {
  it('is in percent for counts and in points for rates', () => {
    const count = differenceOf(cell(292_956), cell(201_720), { deltaKind: 'percent' });
    expect(count).toBeCloseTo(45.229, 3);
    expect(differenceOf(cell(85.95), cell(71.52), { deltaKind: 'points' })).toBeCloseTo(14.43, 6);
    expect(differenceOf(cell(3), cell(12), { deltaKind: 'absolute' })).toBe(-9);
  });
  it('is none without both sides, and none of nothing in percent', () => {
    expect(differenceOf(cell(5), cell(null), { deltaKind: 'points' })).toBeNull();
    expect(differenceOf(undefined, cell(5), { deltaKind: 'percent' })).toBeNull();
    expect(differenceOf(cell(5), cell(0), { deltaKind: 'percent' })).toBeNull();
    expect(differenceOf(cell(5), cell(0), { deltaKind: 'absolute' })).toBe(5);
  });
});

describe('two sides', () => {
  it('meet by what they are split by, and the third month meets the third', () => {
    const months = (year: string, ...values: number[]) =>
      values.map((value, at) => row({ period: `${year}-0${at + 1}` }, value, 90 + at));
    const merged = sideBySide(
      { ...query, grain: 'month' },
      months('2023', 10, 20, 30),
      months('2022', 5, 10, 15),
      measures,
    );
    expect(merged.map(({ period }) => period)).toEqual(['2023-01', '2023-02', '2023-03']);
    expect(merged[2]?.values['dossier.received']).toEqual({
      value: 30,
      base: 15,
      delta: 100,
      deltaKind: 'percent',
    });
    expect(merged[2]?.values['dossier.onTimeRate']).toMatchObject({
      delta: 0,
      deltaKind: 'points',
    });
  });
  it('keep a row that only one of them has, with a gap on the other side', () => {
    const merged = sideBySide(
      { ...query, by: ['channel'] },
      [row({ channel: 'post' }, 1, 50)],
      [row({ channel: 'direct' }, 7, 80)],
      measures,
    );
    expect(merged.map((each) => each.channel)).toEqual(['post', 'direct']);
    expect(merged[0]?.values['dossier.received']).toMatchObject({
      value: 1,
      base: null,
      delta: null,
    });
    expect(merged[1]?.values['dossier.received']).toMatchObject({
      value: null,
      base: 7,
      delta: null,
    });
  });
});
