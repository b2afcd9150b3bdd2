import { expect, test, vi } from 'vitest';
import { formatCompact } from './format.ts';
import {
  formatAge,
  formatDate,
  formatDateTime,
  formatPeriod,
  formatPeriodShort,
  formatSpan,
  formatTime,
  formatWeekday,
} from './format-time.ts';
import { type LocalDay, parseDay } from './local-day.ts';
import { compareVietnamese } from './text.ts';

const day = (text: string) => parseDay(text) as LocalDay;

test('dates and times are local to Viet Nam, day first', () => {
  const instant = Date.parse('2023-12-31T17:05:09Z');
  expect(formatDate(instant)).toBe('01/01/2024');
  expect(formatTime(instant)).toBe('00:05');
  expect(formatTime(instant, true)).toBe('00:05:09');
  expect(formatDateTime(Date.parse('2023-12-29T16:42:00+07:00'))).toBe('16:42 29/12/2023');
  expect(formatTime(-1)).toBe('06:59');
});

test('periods have the names the reports use', () => {
  const named = Object.fromEntries(
    ['2024-Q1', '2023-12', '2023-H1', '2023-H2', '2023-9M', '2023-W52', '2023', '2023-06-15'].map(
      (key) => [key, formatPeriod(key, 'vi')],
    ),
  );
  expect(named).toEqual({
    '2024-Q1': 'quý I/2024',
    '2023-12': 'tháng 12/2023',
    '2023-H1': '6 tháng đầu năm 2023',
    '2023-H2': '6 tháng cuối năm 2023',
    '2023-9M': '9 tháng năm 2023',
    '2023-W52': 'tuần 52/2023',
    '2023': 'năm 2023',
    '2023-06-15': '15/06/2023',
  });
  const en = ['2024-Q1', '2023-12', '2023-H1', '2023-H2', '2023-9M', '2023-W52', '2023'];
  expect(en.map((key) => formatPeriod(key, 'en'))).toEqual([
    'Q1 2024',
    'December 2023',
    'first half of 2023',
    'second half of 2023',
    'first 9 months of 2023',
    'week 52, 2023',
    '2023',
  ]);
  expect(formatPeriod('2023-01-01/2023-05-31', 'vi')).toBe('5 tháng năm 2023');
  expect(formatPeriod('whenever', 'vi')).toBe('whenever');
});

test('spans are called by name where they have one, else by their ends', () => {
  expect(formatSpan({ from: day('2023-01-01'), to: day('2023-12-31') }, 'vi')).toBe('năm 2023');
  expect(formatSpan({ from: day('2023-01-01'), to: day('2023-02-28') }, 'vi')).toBe(
    '2 tháng năm 2023',
  );
  expect(formatSpan({ from: day('2023-01-01'), to: day('2023-06-15') }, 'vi')).toBe(
    '01/01/2023 – 15/06/2023',
  );
  expect(formatSpan({ from: day('2023-11-01'), to: day('2024-01-31') }, 'vi')).toBe(
    '01/11/2023 – 31/01/2024',
  );
  expect(formatSpan({ from: day('2023-05-01'), to: day('2023-08-31') }, 'en')).toBe(
    'May–August 2023',
  );
});

test('axis labels leave the year to the axis', () => {
  const keys = ['2023-12', '2023-Q4', '2023-H1', '2023-W05', '2023-12-31', '2023'];
  expect(keys.map((key) => formatPeriodShort(key, 'vi'))).toEqual([
    'T12',
    'quý IV',
    '6T đầu',
    'tuần 5',
    '31/12',
    '2023',
  ]);
  expect(keys.map((key) => formatPeriodShort(key, 'en'))).toEqual([
    'Dec',
    'Q4',
    'H1',
    'W5',
    '31/12',
    '2023',
  ]);
});

test('ages are cut to their largest whole unit', () => {
  const hour = 3_600_000;
  expect(formatAge(3 * 24 * hour + 5 * hour, 'vi')).toBe('3 ngày');
  expect(formatAge(12 * 60_000 + 59_000, 'vi')).toBe('12 phút');
  expect(formatAge(hour, 'en')).toBe('1 hour');
  expect(formatAge(45_000, 'en')).toBe('45 seconds');
  expect(formatAge(-5000, 'vi')).toBe('0 giây');
  expect(formatAge(null, 'vi')).toBe('—');
});

test('weekdays begin with Monday', () => {
  expect(formatWeekday(0, 'vi')).toBe('Thứ Hai');
  expect(formatWeekday(6, 'en')).toBe('Sunday');
});

test('nothing is asked of Intl, so every engine prints the same', () => {
  vi.stubGlobal('Intl', undefined);
  try {
    expect(formatCompact(71_000, 'vi')).toBe('71\u00a0nghìn');
    expect(formatPeriod('2023-12', 'en')).toBe('December 2023');
    expect(['Bến Cát', 'Bắc Tân Uyên'].sort(compareVietnamese)[0]).toBe('Bắc Tân Uyên');
  } finally {
    vi.unstubAllGlobals();
  }
});
