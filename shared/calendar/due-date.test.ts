import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../territory/pack.ts';
import { isoInstant, parseInstant } from '../unit/instant.ts';
import { localDayOf } from '../unit/local-day.ts';
import { createDueDates, HOUR_MS, type Pause } from './due-date.ts';

const name = { vi: 'nghỉ', en: 'off' };
/** Days off around the vectors, as the notices of 2024–2026 have them. */
const OFF = [
  ...['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14', '2024-04-18'],
  ...['2024-04-29', '2024-04-30', '2024-05-01', '2024-09-02', '2024-09-03', '2025-01-01'],
  ...['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-07'],
  ...['2025-04-30', '2025-05-01', '2025-05-02', '2026-01-01', '2026-01-02', '2026-02-16'],
  ...['2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
];
const CALENDAR: Calendar = {
  workingHours: [
    ['07:00', '11:30'],
    ['13:30', '17:00'],
  ],
  holidays: OFF.map((day) => ({ day, name })),
  makeUpDays: ['2024-05-04', '2025-04-26', '2026-01-10'].map((day) => ({ day })),
};
const due = createDueDates(CALENDAR);
const { time } = due;
const at = (local: string) => parseInstant(`${local.replace(' ', 'T')}:00+07:00`) ?? 0;
const local = (instantMs: number) => isoInstant(instantMs).slice(0, 16).replace('T', ' ');

describe('a term in working hours', () => {
  test.each([
    ['2024-04-26 16:00', 8, '2024-05-02 16:00', 'over a swapped Monday, 30 April and 1 May'],
    ['2024-04-26 18:30', 8, '2024-05-02 17:00', 'after closing counts from the next working day'],
    ['2024-04-27 09:00', 8, '2024-05-02 17:00', 'on a Saturday off'],
    ['2024-05-03 16:00', 8, '2024-05-04 16:00', 'into a make-up Saturday'],
    ['2024-04-16 12:00', 4, '2024-04-17 07:30', 'in the break counts from the afternoon'],
    ['2024-04-17 08:00', 40, '2024-04-25 08:00', 'over the Hung Kings day'],
    ['2024-02-07 17:00', 120, '2024-03-06 17:00', 'at closing, over Tết 2024'],
    ['2025-04-25 14:30', 16, '2025-04-28 14:30', 'over a make-up Saturday and a Sunday'],
    ['2026-02-13 10:00', 24, '2026-02-25 10:00', 'over Tết 2026'],
    ['2026-01-09 16:59', 0.5, '2026-01-10 07:29', 'half an hour over the night'],
    ['2024-04-16 06:10', 4.5, '2024-04-16 11:30', 'before opening, up to the break'],
  ])('received %s, %s hours: due %s (%s)', (received, hours, expected) => {
    expect(local(due.afterHours(at(received), hours))).toBe(expected);
  });

  test('counts from the next working day when it comes after the hour a province names', () => {
    const strict = createDueDates({ ...CALENDAR, lateIntakeAfter: '15:00' });
    expect(local(strict.afterHours(at('2024-04-16 15:00'), 8))).toBe('2024-04-17 15:00');
    expect(local(strict.afterHours(at('2024-04-16 15:01'), 8))).toBe('2024-04-17 17:00');
    expect(local(strict.afterHours(at('2024-04-17 15:01'), 8))).toBe('2024-04-19 17:00');
    expect(local(strict.afterDays(at('2024-04-16 15:01'), 1))).toBe('2024-04-19 17:00');
  });
});

test.each([
  ['2024-04-16 09:00', 10, '2024-04-26 17:00', 'all days count'],
  ['2024-04-16 09:00', 2, '2024-04-19 17:00', 'a holiday is no end'],
  ['2024-04-26 09:00', 1, '2024-05-02 17:00', 'neither is a weekend that runs into holidays'],
  ['2024-05-01 09:00', 2, '2024-05-04 17:00', 'a make-up Saturday is one'],
  ['2024-04-16 09:00', 0, '2024-04-16 17:00', 'the same day'],
])('received %s, %s calendar days: due %s (%s)', (received, days, expected) => {
  expect(local(due.afterDays(at(received), days))).toBe(expected);
});

describe('a pause', () => {
  const moved = (from: string, ...pauses: [string, string?][]) =>
    local(
      due.moved(
        at(from),
        pauses.map(([a, b]) => ({ from: at(a), to: b === undefined ? undefined : at(b) })),
      ),
    );
  test('moves the due date by the working time in it, over the break and the night', () => {
    expect(moved('2024-04-23 10:00', ['2024-04-22 11:00', '2024-04-22 14:00'])).toBe(
      '2024-04-23 11:00',
    );
    expect(moved('2024-04-24 16:00', ['2024-04-22 16:00', '2024-04-23 08:00'])).toBe(
      '2024-04-25 08:00',
    );
  });

  test('of a weekend moves nothing', () => {
    expect(moved('2024-04-24 16:00', ['2024-04-20 08:00', '2024-04-21 20:00'])).toBe(
      '2024-04-24 16:00',
    );
  });

  test('that still runs, or that began after the due day, moves nothing', () => {
    expect(moved('2024-04-24 16:00', ['2024-04-22 08:00'])).toBe('2024-04-24 16:00');
    expect(moved('2024-04-24 16:00', ['2024-04-25 08:00', '2024-04-26 08:00'])).toBe(
      '2024-04-24 16:00',
    );
  });

  test('moves a due date without a time by whole days', () => {
    expect(moved('2024-04-22 00:00', ['2024-04-19 08:00', '2024-04-22 08:00'])).toBe(
      '2024-04-23 17:00',
    );
  });
});

/** Minutes of 2024 and 2025, in which the calendar has all its exceptions. */
const instant = fc
  .integer({ min: at('2024-01-01 00:00') / 60_000, max: at('2025-12-31 00:00') / 60_000 })
  .map((minute) => minute * 60_000);
const hours = fc.integer({ min: 0, max: 600 }).map((quarters) => quarters / 4);

describe('whatever the instant and the term', () => {
  test('a + b hours end where a and then b end', () => {
    fc.assert(
      fc.property(instant, hours, hours, (from, a, b) => {
        const both = time.add(from, (a + b) * HOUR_MS);
        const apart = time.add(time.add(from, a * HOUR_MS), b * HOUR_MS);
        // Nothing more after closing is the next opening: the same working time, told as the start of it.
        expect(b === 0 ? time.start(apart) : apart).toBe(b === 0 ? time.start(both) : both);
      }),
    );
  });

  test('no term ends on a day off, in the break, or outside the hours', () => {
    fc.assert(
      fc.property(instant, hours, fc.nat(90), (from, worked, days) => {
        for (const end of [due.afterHours(from, worked), due.afterDays(from, days)]) {
          expect(time.days.isWorked(localDayOf(end))).toBe(true);
          expect(local(end).slice(11)).toMatch(
            /^(0[7-9]:\d\d|10:\d\d|11:[0-2]\d|11:30|13:[345]\d|1[456]:\d\d|17:00)$/,
          );
        }
      }),
    );
  });

  test('the working time up to the end is the term', () => {
    fc.assert(
      fc.property(instant, hours, (from, worked) => {
        expect(time.between(from, due.afterHours(from, worked))).toBe(worked * HOUR_MS);
      }),
    );
  });

  test('pauses move a due date by exactly their working time', () => {
    const spans = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(instant, hours, spans, (from, worked, minutes) => {
        const start = due.begin(from);
        const end = due.afterHours(from, worked);
        const pauses = pausesFrom(start, end, minutes);
        const paused = pauses.reduce(
          (sum, { from, to }) => sum + time.between(from, to ?? from),
          0,
        );
        expect(time.between(start, due.moved(end, pauses))).toBe(worked * HOUR_MS + paused);
      }),
    );
  });
});

/** Runs and pauses by turns, as many as begin before the due date. */
function pausesFrom(startMs: number, dueMs: number, minutes: readonly number[]): Pause[] {
  const pauses: Pause[] = [];
  let now = startMs;
  for (let i = 0; i + 1 < minutes.length; i += 2) {
    const from = now + (minutes[i] ?? 0) * 60_000;
    now = from + (minutes[i + 1] ?? 0) * 60_000;
    if (from <= dueMs) pauses.push({ from, to: now });
  }
  return pauses;
}
