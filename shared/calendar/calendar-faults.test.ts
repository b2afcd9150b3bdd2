import { expect, test } from 'vitest';
import { findCalendarFaults } from './calendar-faults.ts';

const good = {
  workingHours: [['07:00', '11:30']] as [string, string][],
  holidays: [],
  makeUpDays: [],
};

test('a calendar whose hours run in order is in order', () => {
  expect(findCalendarFaults(good)).toEqual([]);
});

test.each([
  [[['11:30', '07:00']], 'workingHours/0', '07:00'],
  [
    [
      ['07:00', '12:00'],
      ['11:30', '17:00'],
    ],
    'workingHours/1',
    '11:30',
  ],
])('hours that overlap or run backwards are told: %j', (hours, where, came) => {
  const workingHours = hours as [string, string][];
  expect(findCalendarFaults({ ...good, workingHours })).toMatchObject([{ where, came }]);
});

test('a day that no calendar has is told', () => {
  const holidays = [{ day: '2024-02-30', name: { vi: 'nghỉ', en: 'off' } }];
  const makeUpDays = [{ day: '2023-02-29' }];
  expect(findCalendarFaults({ ...good, holidays, makeUpDays }).map(({ came }) => came)).toEqual([
    '2024-02-30',
    '2023-02-29',
  ]);
});
