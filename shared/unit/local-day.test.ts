import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  civilOf,
  dayOf,
  endOfDay,
  isoDay,
  type LocalDay,
  localDayOf,
  parseDay,
  startOfDay,
  weekdayOf,
} from './local-day.ts';

const anyInstant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2119, 11, 30) });
const shifted = (instant: number) => new Date(instant + 7 * 3_600_000);

test('the local day of any instant is the date a clock at UTC+7 shows', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const local = shifted(instant);
      const day = localDayOf(instant);
      expect(civilOf(day)).toEqual({
        year: local.getUTCFullYear(),
        month: local.getUTCMonth() + 1,
        day: local.getUTCDate(),
      });
      expect(weekdayOf(day)).toBe((local.getUTCDay() + 6) % 7);
      expect(isoDay(day)).toBe(local.toISOString().slice(0, 10));
    }),
  );
});

test('a day holds exactly the instants between its start and its end', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const day = localDayOf(instant);
      expect(startOfDay(day)).toBeLessThanOrEqual(instant);
      expect(endOfDay(day)).toBeGreaterThanOrEqual(instant);
      expect(localDayOf(endOfDay(day) + 1)).toBe(day + 1);
    }),
  );
});

test('a date and its day number lead to each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -7305, max: 54_786 }), (n) => {
      const day = n as LocalDay;
      expect(dayOf(civilOf(day))).toBe(day);
      expect(parseDay(isoDay(day))).toBe(day);
    }),
  );
});

test('a text that is no calendar date is no day', () => {
  for (const text of ['2023-02-29', '2023-13-01', '2023-1-1', '29/12/2023', '', '2023-00-10'])
    expect(parseDay(text)).toBeUndefined();
});

test('the year turns at 17:00 UTC', () => {
  expect(isoDay(localDayOf(Date.parse('2023-12-31T16:59:59.999Z')))).toBe('2023-12-31');
  expect(isoDay(localDayOf(Date.parse('2023-12-31T17:00:00Z')))).toBe('2024-01-01');
});
