import { describe, expect, test } from 'vitest';
import { type Counts, sortRows, unitRows } from './unit-rows.ts';

const counts = (received: number, num: number, den: number, open = 0): Counts => ({
  received,
  rate: { num, den },
  open,
  dueIn8h: 0,
  openLate: 0,
});
const parts = [
  { code: '718', name: 'Thủ Dầu Một' },
  { code: '725', name: 'Thuận An' },
  { code: '724', name: 'Dĩ An' },
];
const known = new Map([
  ['718', counts(100, 99, 100)],
  ['725', counts(200, 180, 200)],
]);

describe('the rows of units', () => {
  test('show a unit without figures as one without figures', () => {
    const rows = unitRows(parts, known, counts(300, 279, 300), 'Còn lại');
    expect(rows.map(({ name }) => name)).toEqual(['Thủ Dầu Một', 'Thuận An', 'Dĩ An']);
    expect(rows[2]?.received).toBeNull();
    expect(rows[2]?.pull).toBeNull();
  });

  test('add what no unit stands for, so that they make up the whole', () => {
    const rows = unitRows(parts, known, counts(350, 327, 350, 7), 'Còn lại');
    const rest = rows.at(-1);
    expect(rest).toMatchObject({ code: null, name: 'Còn lại', received: 50, open: 7 });
    expect(rest?.rate).toEqual({ num: 48, den: 50 });
    expect(rows.reduce((sum, { pull }) => sum + (pull ?? 0), 0)).toBeCloseTo(0, 10);
  });

  test('sort by a figure with those that have none last, whichever way', () => {
    const rows = unitRows(parts, known, counts(300, 279, 300), 'Còn lại');
    const names = (direction: 'ascending' | 'descending') =>
      sortRows(rows, { by: 'pull', direction }).map(({ code }) => code);
    expect(names('ascending')).toEqual(['725', '718', '724']);
    expect(names('descending')).toEqual(['718', '725', '724']);
  });

  test('keep what no unit stands for at the end', () => {
    const rows = unitRows(parts, known, counts(350, 300, 350), 'Còn lại');
    for (const by of ['pull', 'name']) {
      const sorted = sortRows(rows, { by, direction: 'ascending' });
      expect(sorted.at(-1)?.code).toBeNull();
    }
  });

  test('sort by name in Vietnamese order', () => {
    const rows = unitRows(parts, known, counts(300, 279, 300), 'Còn lại');
    const sorted = sortRows(rows, { by: 'name', direction: 'ascending' });
    expect(sorted.map(({ name }) => name)).toEqual(['Dĩ An', 'Thủ Dầu Một', 'Thuận An']);
  });
});
