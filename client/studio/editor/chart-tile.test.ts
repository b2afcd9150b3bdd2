import { describe, expect, it } from 'vitest';
import { Tile } from '../../../shared/board/board.ts';
import { faultsIn } from '../../../shared/board/edit/faults.ts';
import { GROUND } from '../../../shared/board/edit/sample-board.ts';
import { lintTile } from '../../../shared/board/legibility.ts';
import type { Chart } from '../../../shared/chart/chart.ts';
import { tileOfChart } from './chart-tile.ts';

const name = (measure: string) => ({ vi: measure, en: measure });
const base: Chart = {
  title: 'Hồ sơ tiếp nhận',
  form: 'bar',
  query: { measures: ['dossier.received'], unit: '74', period: { relative: 'this-year' } },
};
const byUnit = { ...base.query, by: ['unit' as const], level: 'district' as const };
const tileOf = (over: Partial<Chart>) => tileOfChart({ ...base, ...over }, 'pinned', GROUND, name);

describe('a chart that is pinned to a board', () => {
  const cases: [Partial<Chart>, string][] = [
    [{}, 'number'],
    [{ form: 'line', query: { ...base.query, grain: 'month' } }, 'trend'],
    [{ form: 'bar', query: byUnit }, 'ranking'],
    [{ form: 'ranking', query: byUnit, order: 'best-first', limit: 9 }, 'ranking'],
    [{ form: 'table', query: byUnit }, 'table'],
    [{ form: 'map', query: byUnit }, 'map'],
  ];
  for (const [over, kind] of cases) {
    it(`of the form ${over.form ?? 'figure'} becomes a ${kind} that asks the same and can be read`, () => {
      const tile = tileOf(over);
      if (!tile) throw new Error('no tile');
      expect(tile.kind).toBe(kind);
      expect(faultsIn(Tile, tile)).toEqual([]);
      expect(lintTile(tile)).toEqual([]);
      expect(tile).toMatchObject({ id: 'pinned', query: over.query ?? base.query });
    });
  }
  it('is refused where no tile has its form', () => {
    expect(tileOf({ form: 'bump', query: byUnit })).toBeNull();
    expect(tileOf({ form: 'table', query: { ...base.query, grain: 'month' } })).toBeNull();
  });
});
