import { describe, expect, it } from 'vitest';
import type { Board } from '../../shared/board/board.ts';
import { rerootBoard } from './reroot.ts';

const period = { from: '2023-01-01', to: '2023-12-31' };
const board: Board = {
  id: 'test',
  title: { vi: 'Thử', en: 'Test' },
  order: 0,
  dwellSeconds: 30,
  tiles: [
    {
      id: 'received',
      kind: 'number',
      area: { x: 0, y: 0, w: 8, h: 4 },
      title: { vi: 'Hồ sơ tiếp nhận', en: 'Dossiers received' },
      scope: { vi: 'Toàn tỉnh · năm 2023', en: 'Whole province · 2023' },
      query: { measures: ['dossier.received'], unit: '74', period },
      measure: 'dossier.received',
      size: 'hero',
      published: 'BD23-005',
    },
    {
      id: 'ranking',
      kind: 'ranking',
      area: { x: 8, y: 0, w: 8, h: 8 },
      title: { vi: 'Đúng hạn', en: 'On time' },
      query: {
        measures: ['dossier.onTimeRate'],
        unit: '74',
        level: 'district',
        by: ['unit'],
        period,
      },
      measure: 'dossier.onTimeRate',
      by: 'unit',
      order: 'best-first',
      mark: 'dot',
      limit: 9,
    },
  ],
};

describe('a board about a district', () => {
  const [received, ranking] = rerootBoard(board, '74', '718', 'Thủ Dầu Một').tiles;
  it('asks about the district and, instead of districts, about its communes', () => {
    expect(received).toMatchObject({ query: { unit: '718' } });
    expect(ranking).toMatchObject({ query: { unit: '718', level: 'commune' } });
  });
  it('says whose figure it is and drops what was printed for the province', () => {
    expect(received?.scope?.vi).toBe('Thủ Dầu Một · năm 2023');
    expect(received?.scope?.en).toBe('Thủ Dầu Một · 2023');
    expect(received).not.toHaveProperty('published');
  });
  it('is the very same object for the province itself', () => {
    expect(rerootBoard(board, '74', '74', 'Bình Dương')).toBe(board);
  });
});
