import { describe, expect, it } from 'vitest';
import { COMMON_MEASURES } from '../../../shared/measure/catalogue.ts';
import type { Cell, Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import { type PivotAnswers, pivotOf, questionOf, shadesOf, sidesOf } from './pivot.ts';

const query: Query = {
  measures: ['dossier.received', 'dossier.onTimeRate'],
  unit: '74',
  period: { from: '2023-01-01', to: '2023-03-31' },
  by: ['unit', 'channel'],
  level: 'district',
};
const measureOf = (id: string) => {
  const found = COMMON_MEASURES.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};
const row = (codes: Partial<Row>, id: string, cell: Cell): Row => ({
  key: JSON.stringify(codes),
  ...codes,
  values: { [id]: cell },
});
const sides = { rows: 'unit', columns: 'channel' } as const;

function counts(whole: number): PivotAnswers {
  const id = 'dossier.received';
  return {
    cells: [
      row({ unit: 'a', channel: 'post' }, id, { value: 1 }),
      row({ unit: 'a', channel: 'direct' }, id, { value: 2 }),
      row({ unit: 'b', channel: 'direct' }, id, { value: 4 }),
    ],
    byRow: [row({ unit: 'a' }, id, { value: 3 }), row({ unit: 'b' }, id, { value: 4 })],
    byColumn: [
      row({ channel: 'post' }, id, { value: 1 }),
      row({ channel: 'direct' }, id, { value: whole - 1 }),
    ],
    whole: [row({}, id, { value: whole })],
  };
}

describe('the sides of a pivot', () => {
  it('are the two splits, or the first one and the steps of time', () => {
    expect(sidesOf(query, false)).toEqual({ rows: 'unit', columns: 'channel' });
    expect(sidesOf({ ...query, grain: 'month' }, false)).toEqual({
      rows: 'unit',
      columns: 'period',
    });
    expect(sidesOf(query, true)).toEqual({ rows: 'channel', columns: 'unit' });
  });
  it('are missing where a question has only one', () => {
    expect(sidesOf({ ...query, by: ['unit'] }, false)).toBeNull();
    expect(sidesOf({ ...query, by: [], grain: 'month' }, false)).toBeNull();
  });
  it('are asked for one by one: a total is the question with fewer sides', () => {
    expect(questionOf(query, 'dossier.received', ['channel'])).toEqual({
      measures: ['dossier.received'],
      unit: '74',
      period: query.period,
      by: ['channel'],
    });
    const byUnit = questionOf({ ...query, grain: 'month' }, 'dossier.received', ['unit']);
    expect(byUnit).toMatchObject({ by: ['unit'], level: 'district' });
    expect(byUnit.grain).toBeUndefined();
    expect(questionOf(query, 'dossier.received', []).by).toBeUndefined();
  });
});

describe('a pivot', () => {
  it('keeps a gap where there is no such row, and totals as they were answered', () => {
    const { columns, lines, totals, rest } = pivotOf(
      counts(7),
      sides,
      measureOf('dossier.received'),
    );
    expect(columns).toEqual(['post', 'direct']);
    expect(lines.map(({ code, cells }) => [code, cells.map((cell) => cell?.value)])).toEqual([
      ['a', [1, 2]],
      ['b', [undefined, 4]],
    ]);
    expect(totals.cells.map((cell) => cell?.value)).toEqual([1, 6]);
    expect(totals.total?.value).toBe(7);
    expect(rest).toBeNull();
  });
  it('says what of a count belongs to none of its lines', () => {
    const { rest } = pivotOf(counts(10), sides, measureOf('dossier.received'));
    expect(rest).toEqual([0, 3, 3]);
  });
  it('sums neither rates nor what was only published', () => {
    const id = 'dossier.onTimeRate';
    const answers = {
      cells: [
        row({ unit: 'a', channel: 'post' }, id, { value: 50, num: 1, den: 2 }),
        row({ unit: 'b', channel: 'post' }, id, { value: 100, num: 98, den: 98 }),
      ],
      byRow: [],
      byColumn: [row({ channel: 'post' }, id, { value: 99, num: 99, den: 100 })],
      whole: [row({}, id, { value: null, reason: 'IOC_QUERY_NOT_ADDITIVE' })],
    };
    const { totals, rest } = pivotOf(answers, sides, measureOf(id));
    expect(totals.cells[0]?.value).toBe(99);
    expect(totals.total).toEqual({ value: null, reason: 'IOC_QUERY_NOT_ADDITIVE' });
    expect(rest).toBeNull();
  });
  it('has its steps of time in order', () => {
    const id = 'dossier.received';
    const cells = ['2023-03', '2023-01'].map((period) =>
      row({ unit: 'a', period }, id, { value: 1 }),
    );
    const time = { rows: 'unit', columns: 'period' } as const;
    const made = pivotOf({ cells, byRow: [], byColumn: [], whole: [] }, time, measureOf(id));
    expect(made.columns).toEqual(['2023-01', '2023-03']);
  });
  it('is shaded over the span of its cells, and not at all where they are alike', () => {
    const { lines } = pivotOf(counts(7), sides, measureOf('dossier.received'));
    const shade = shadesOf(lines);
    expect([shade(1), shade(4)]).toEqual([0, 1]);
    expect(shadesOf(lines.slice(1))(4)).toBe(0);
  });
});
