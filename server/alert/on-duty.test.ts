import { expect, test } from 'vitest';
import { type DutySpell, operatorHours } from './on-duty.ts';

const HOUR_MS = 3_600_000;
const spell = (by: string, from: number, to: number | null, unit = '74'): DutySpell => ({
  ...{ unit, by, fromMs: from * HOUR_MS },
  toMs: to === null ? null : to * HOUR_MS,
});
const hours = (spells: readonly DutySpell[]) => operatorHours(spells, 0, 10 * HOUR_MS);

test('where nobody is signed on one operator counts, and the first one signed on is that one', () => {
  expect(hours([])).toBe(10);
  expect(hours([spell('Trực ca 1', 4, null)])).toBe(10);
});

test('two desks with two people count twice for as long as both are there', () => {
  expect(hours([spell('Trực ca 1', 0, null), spell('Trực ca 2', 2, 5, '718')])).toBe(13);
});

test('one person at two desks is one, and a hand-over leaves no gap and no overlap', () => {
  expect(hours([spell('Trực ca 1', 0, 8), spell('Trực ca 1', 0, 8, '718')])).toBe(10);
  expect(hours([spell('Trực ca 1', -5, 6), spell('Trực ca 2', 6, null)])).toBe(10);
});

test('what lies outside the time asked about does not count', () => {
  expect(hours([spell('Trực ca 1', -9, -1), spell('Trực ca 2', 11, 12)])).toBe(10);
});
