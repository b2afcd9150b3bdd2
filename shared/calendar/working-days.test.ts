import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDay, type LocalDay, parseDay } from '../unit/local-day.ts';
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
  holidays: HOLIDAYS.map((day) => ({ day, name })),
  makeUpDays: MAKE_UP.map((day) => ({ day })),
});

function isWorked(day: number): boolean {
  const text = isoDay(day as LocalDay);
  const weekday = new Date(`${text}T12:00:00Z`).getUTCDay();
  return MAKE_UP.includes(text) || (weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(text));
}

const first = parseDay('2024-01-15') as LocalDay;
const someDay = fc.integer({ min: first, max: first + 150 }).map((day) => day as LocalDay);

test('working days between two days are the days counted one by one', () => {
  fc.assert(
    fc.property(someDay, someDay, (from, to) => {
      let expected = 0;
      for (let day: number = from; day < to; day++) if (isWorked(day)) expected++;
      expect(days.between(from, to)).toBe(expected);
    }),
  );
});

test('the n-th working day after a day is found by walking', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 40 }), (from, count) => {
      let day: number = from;
      for (let left = count; left > 0; ) if (isWorked(++day)) left--;
      expect(days.after(from, count)).toBe(day);
    }),
  );
});

test('the next and the previous working day are the nearest on each side', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      let [next, previous] = [day as number, day as number];
      while (!isWorked(next)) next++;
      while (!isWorked(previous)) previous--;
      expect([days.next(day), days.previous(day)]).toEqual([next, previous]);
      expect(days.isWorked(day)).toBe(isWorked(day));
      expect(days.at(days.ordinal(day))).toBe(next);
    }),
  );
});
