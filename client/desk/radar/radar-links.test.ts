import { expect, test } from 'vitest';
import type { RadarRow } from '../../../shared/record/radar.ts';
import { listAddress } from './radar-links.ts';
import { sortRadar } from './sort-radar.ts';

test('a cell leads to the list of what it counts, with the row’s unit or field', () => {
  const due = { state: 'due-in', dueInHours: 8 } as const;
  expect(listAddress({ unit: '74', by: 'unit', key: '718' }, due)).toBe(
    '/desk/list?unit=718&state=due-in&dueInHours=8',
  );
  expect(listAddress({ unit: '718', by: 'field', key: 'dat-dai' }, due)).toBe(
    '/desk/list?unit=718&field=dat-dai&state=due-in&dueInHours=8',
  );
  expect(listAddress({ unit: '718', by: 'unit', key: '' }, { state: 'open-late' })).toBe(
    '/desk/list?unit=718&state=open-late',
  );
});

test('the unit’s own row leads to what no unit below it stands for', () => {
  expect(listAddress({ unit: '718', by: 'unit', key: '718' }, { state: 'open' })).toBe(
    '/desk/list?unit=718&onlyUnit=true&state=open',
  );
});

const row = (key: string, late: number, due8: number): RadarRow => ({
  key,
  open: 9,
  paused: 0,
  due: [{ hours: 8, count: due8, expectedLate: null, cases: 3 }],
  late,
  lateWithoutApology: 0,
  letterDueToday: 0,
});

test('rows sort by a count, by what is due in some hours, and by name in Vietnamese order', () => {
  const rows = [row('b', 1, 5), row('a', 3, 2), row('c', 2, 9)];
  const names: Readonly<Record<string, string>> = { a: 'Đồng Xoài', b: 'Dĩ An', c: 'Ea' };
  const keys = (by: string, direction: 'ascending' | 'descending') =>
    sortRadar(rows, { by, direction }, (key) => names[key] ?? key).map(({ key }) => key);
  expect(keys('late', 'descending')).toEqual(['a', 'c', 'b']);
  expect(keys('due8', 'ascending')).toEqual(['a', 'b', 'c']);
  expect(keys('name', 'ascending')).toEqual(['b', 'a', 'c']);
});
