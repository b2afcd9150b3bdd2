import { describe, expect, it } from 'vitest';
import type { Board, Tile } from './board.ts';
import { arcMinutes, DEFAULT_WALL, type LegibilityRule, lintBoard } from './legibility.ts';
import { TEXT } from './type-scale.ts';

const number = (id: string, over: Partial<Extract<Tile, { kind: 'number' }>> = {}): Tile => ({
  id,
  kind: 'number',
  area: { x: 0, y: 0, w: 7, h: 4 },
  title: { vi: 'Hồ sơ tiếp nhận', en: 'Dossiers received' },
  query: { measures: ['dossier.received'], unit: '74', period: { relative: 'this-year' } },
  measure: 'dossier.received',
  size: 'large',
  ...over,
});
const boardOf = (...tiles: Tile[]): Board => ({
  id: 'test',
  title: { vi: 'Thử', en: 'Test' },
  order: 0,
  dwellSeconds: 15,
  tiles,
});
const rulesOf = (board: Board): LegibilityRule[] => lintBoard(board).map(({ rule }) => rule);

describe('the legibility linter', () => {
  it('lets a good board pass', () => {
    expect(lintBoard(boardOf(number('a')))).toEqual([]);
  });
  it('measures capitals in minutes of arc at the default wall', () => {
    expect(arcMinutes(26, DEFAULT_WALL)).toBeCloseTo(20.6, 1);
    for (const { size, role } of Object.values(TEXT)) {
      expect(arcMinutes(size, DEFAULT_WALL)).toBeGreaterThanOrEqual(role === 'value' ? 20 : 16);
    }
  });
  it('refuses a wall that is read from too far away', () => {
    const problems = lintBoard(boardOf(number('a')), { viewingDistanceM: 9, screenWidthM: 3.65 });
    expect(problems.map(({ rule }) => rule)).toContain('angle');
  });
  it('finds tiles beyond the grid, over each other and of one name', () => {
    const beyond = number('a', { area: { x: 20, y: 0, w: 7, h: 4 } });
    expect(rulesOf(boardOf(beyond))).toEqual(['outside']);
    expect(rulesOf(boardOf(number('a'), number('a')))).toEqual(['id', 'overlap']);
  });
  it('finds a title that does not fit in one of the languages', () => {
    const title = { vi: 'Tỷ lệ', en: 'A title that goes on and on beyond the edge of its tile' };
    expect(rulesOf(boardOf(number('a', { title })))).toEqual(['width']);
  });
  it('finds a scene whose name would push the clock off the screen', () => {
    const title = { vi: 'An toàn thông tin, hệ thống', en: 'Cyber-security' };
    expect(rulesOf({ ...boardOf(number('a')), title })).toEqual(['title']);
  });
  it('finds a tile that is too low for its figure', () => {
    const low = number('a', { size: 'hero', area: { x: 0, y: 0, w: 10, h: 2 } });
    expect(rulesOf(boardOf(low))).toEqual(['height']);
  });
  it('counts neighbouring small figures as one group and refuses more than nine groups', () => {
    const at = (n: number, h: number) => ({ x: (n % 6) * 4, y: Math.floor(n / 6) * 4, w: 4, h });
    const twelve = Array.from({ length: 12 }, (_, n) =>
      number(`n${n}`, { size: 'small', area: at(n, 4) }),
    );
    expect(rulesOf(boardOf(...twelve))).toEqual([]);
    const apart = twelve.map((tile) => ({ ...tile, size: 'large' as const }));
    expect(rulesOf(boardOf(...(apart as Tile[])))).toContain('groups');
  });
});
