import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDay, type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import { dayAt, positionOf } from './day-axis.ts';
import { createWorkingDays } from './working-days.ts';

/** Tết 2024 and the swap of 29 April, as the Prime Minister's notices have them. */
const HOLIDAYS = [
  '2024-02-08',
  '2024-02-09',
  '2024-02-12',
  '2024-02-13',
  '2024-02-14',
  '2024-04-29',
];
const MAKE_UP = ['2024-05-04'];
const name = { vi: 'nghỉ', en: 'off' };
const days = createWorkingDays({
  workingHours: [],
  holidays: HOLIDAYS.map((day) => ({ day, name })),
  makeUpDays: MAKE_UP.map((day) => ({ day })),
});

function isWorked(day: LocalDay): boolean {
  const text = isoDay(day);
  const weekday = new Date(`${text}T12:00:00Z`).getUTCDay();
  return MAKE_UP.includes(text) || (weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(text));
}

const first = positionOf(parseDay('2024-01-15') as LocalDay);
const position = fc.integer({ min: first, max: first + 150 });

test('working days between two days are the days counted one by one', () => {
  fc.assert(
    fc.property(position, position, (from, to) => {
      let expected = 0;
      for (let day = from; day < to; day++) if (isWorked(dayAt(day))) expected++;
      expect(days.between(from, to)).toBe(expected);
    }),
  );
});

test('the n-th working day after a day is found by walking', () => {
  fc.assert(
    fc.property(position, fc.integer({ min: 0, max: 40 }), (from, count) => {
      let day = from;
      for (let left = count; left > 0; ) if (isWorked(dayAt(++day))) left--;
      expect(days.after(from, count)).toBe(day);
    }),
  );
});
