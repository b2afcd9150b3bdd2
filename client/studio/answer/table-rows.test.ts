import { describe, expect, it } from 'vitest';
import type { Row } from '../../../shared/query/answer.ts';
import { countGaps, headsOf, sortedRows } from './table-rows.ts';

const row = (unit: string, value: number | null, period = '2023-01'): Row => ({
  key: `${unit} ${period}`,
  unit,
  period,
  values: { rate: { value } },
});
const rows = [row('725', 98), row('718', null), row('719', 99), row('720', 97)];
const names: Readonly<Record<string, string>> = { 718: 'Đồng', 719: 'Bến', 720: 'Bàu', 725: 'Dĩ' };
const nameOfCode = (_: string, code: string) => names[code] ?? code;
const order = (column: string, isDescending: boolean) =>
  sortedRows(rows, { column, isDescending }, nameOfCode).map(({ unit }) => unit);

describe('the rows of a table', () => {
  it('stand as they came without an order', () => {
    expect(sortedRows(rows, null, nameOfCode)).toBe(rows);
  });
  it('are sorted by value, gaps last whichever way', () => {
    expect(order('rate', true)).toEqual(['719', '725', '720', '718']);
    expect(order('rate', false)).toEqual(['720', '725', '719', '718']);
  });
  it('are sorted by name in Vietnamese order', () => {
    expect(order('unit', false)).toEqual(['720', '719', '725', '718']);
  });
  it('are named by what was asked, then by programme and period where rows have them', () => {
    const query = { measures: ['rate'], unit: '74', period: { relative: 'today' } } as const;
    expect(headsOf({ ...query, measures: ['rate'], by: ['unit'] }, rows)).toEqual([
      'unit',
      'period',
    ]);
    expect(headsOf({ ...query, measures: ['rate'] }, [{ key: '', values: {} }])).toEqual([]);
  });
  it('count their gaps', () => {
    expect(countGaps(rows, ['rate', 'other'])).toEqual({ cells: 8, gaps: 5 });
  });
});
