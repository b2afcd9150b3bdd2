import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDay, type LocalDay, parseDay } from './local-day.ts';
import {
  bucketEnd,
  bucketKey,
  bucketStart,
  bucketsOf,
  GRAINS,
  previousSpan,
  reportMonth,
  sameSpanYearsAgo,
  spanKey,
  spanOfKey,
} from './period.ts';

const day = (text: string) => parseDay(text) as LocalDay;
const span = (from: string, to: string) => ({ from: day(from), to: day(to) });
const text = (s: { from: LocalDay; to: LocalDay }) => `${isoDay(s.from)}/${isoDay(s.to)}`;
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => n as LocalDay);
const grain = fc.constantFrom(...GRAINS);

/** ISO week of a date by the rule of the standard: the week of its Thursday, counted from 1 January. */
function isoWeek(dayNumber: number): string {
  const date = new Date(dayNumber * 86_400_000);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((date.getTime() - yearStart) / 86_400_000 + 1) / 7);
  return `${date.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

test('week keys are those of ISO 8601', () => {
  fc.assert(
    fc.property(anyDay, (d) => {
      expect(bucketKey(d, 'week')).toBe(isoWeek(d));
    }),
  );
  expect(bucketKey(day('2021-01-01'), 'week')).toBe('2020-W53');
});

test('every day lies in its bucket, and neighbours have other keys', () => {
  fc.assert(
    fc.property(anyDay, grain, (d, g) => {
      const [start, end] = [bucketStart(d, g), bucketEnd(d, g)];
      expect(start <= d && d <= end).toBe(true);
      expect(bucketKey(start, g)).toBe(bucketKey(end, g));
      expect(bucketKey((end + 1) as LocalDay, g) > bucketKey(d, g)).toBe(true);
    }),
  );
});

test('the buckets of a span cover it without holes or overlaps', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 900 }), grain, (from, length, g) => {
      const to = (from + length) as LocalDay;
      const buckets = bucketsOf({ from, to }, g);
      expect(buckets[0]?.from).toBe(from);
      expect(buckets.at(-1)?.to).toBe(to);
      for (let i = 1; i < buckets.length; i++)
        expect(buckets[i]?.from).toBe((buckets[i - 1]?.to ?? 0) + 1);
    }),
  );
});

test('a bucket key names its span', () => {
  fc.assert(
    fc.property(anyDay, grain, (d, g) => {
      if (g === 'week') return;
      expect(spanOfKey(bucketKey(d, g))).toEqual({ from: bucketStart(d, g), to: bucketEnd(d, g) });
    }),
  );
  expect(spanKey(span('2023-01-01', '2023-03-31'))).toBe('2023-Q1');
  expect(spanKey(span('2023-01-01', '2023-05-31'))).toBe('2023-01-01/2023-05-31');
  expect(spanOfKey('2021-01-01/2023-08-07')).toEqual(span('2021-01-01', '2023-08-07'));
  expect(spanOfKey('2023-08-07/2021-01-01')).toBeUndefined();
  expect(spanOfKey('2023-9M')).toEqual(span('2023-01-01', '2023-09-30'));
  for (const key of ['2023-13', '2023-Q5', '2023-00', '23', '2023-02-30'])
    expect(spanOfKey(key)).toBeUndefined();
});

test('the previous span of whole buckets is as many buckets, of others as many days', () => {
  expect(text(previousSpan(span('2023-12-01', '2023-12-31')))).toBe('2023-11-01/2023-11-30');
  expect(text(previousSpan(span('2023-01-01', '2023-06-30')))).toBe('2022-07-01/2022-12-31');
  expect(text(previousSpan(span('2023-01-01', '2023-12-31')))).toBe('2022-01-01/2022-12-31');
  expect(text(previousSpan(span('2023-10-01', '2023-11-30')))).toBe('2023-08-01/2023-09-30');
  expect(text(previousSpan(span('2023-12-05', '2023-12-11')))).toBe('2023-11-28/2023-12-04');
});

test('a report month runs from its day to the one before it, and so does the month before', () => {
  const around = (day: string) => reportMonth(parseDay(day) as LocalDay, 15);
  expect(text(around('2024-01-14'))).toBe('2023-12-15/2024-01-14');
  expect(text(around('2024-01-15'))).toBe('2024-01-15/2024-02-14');
  expect(text(previousSpan(around('2024-03-01')))).toBe('2024-01-15/2024-02-14');
  expect(text(reportMonth(parseDay('2024-02-29') as LocalDay, 1))).toBe('2024-02-01/2024-02-29');
});

test('the same span a year ago keeps the calendar dates', () => {
  expect(text(sameSpanYearsAgo(span('2024-02-29', '2024-03-31'), 1))).toBe('2023-02-28/2023-03-31');
  expect(text(sameSpanYearsAgo(span('2023-01-01', '2023-12-31'), 1))).toBe('2022-01-01/2022-12-31');
});
