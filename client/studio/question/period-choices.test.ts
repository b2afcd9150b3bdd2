import { describe, expect, it } from 'vitest';
import { type LocalDay, parseDay } from '../../../shared/unit/local-day.ts';
import { dayTyped, fixedPeriods } from './period-choices.ts';

const today = parseDay('2024-01-01') as LocalDay;

describe('periods to choose from', () => {
  it('are whole ones, the newest first, across the turn of a year', () => {
    expect(fixedPeriods(today, 'month', 3, 'vi').map(({ name }) => name)).toEqual([
      'tháng 1/2024',
      'tháng 12/2023',
      'tháng 11/2023',
    ]);
    expect(fixedPeriods(today, 'quarter', 2, 'en').at(-1)).toEqual({
      period: { from: '2023-10-01', to: '2023-12-31' },
      name: 'Q4 2023',
    });
  });
});

describe('a day as it is typed', () => {
  it('is read day first, also without leading zeros, and in the ISO form', () => {
    expect(dayTyped('31/12/2023')).toBe('2023-12-31');
    expect(dayTyped(' 1/2/2023')).toBe('2023-02-01');
    expect(dayTyped('2023-12-31')).toBe('2023-12-31');
  });
  it('is none where the calendar has no such day', () => {
    expect(dayTyped('30/02/2023')).toBeUndefined();
    expect(dayTyped('12/31/2023')).toBeUndefined();
    expect(dayTyped('hôm nay')).toBeUndefined();
  });
});
