import { describe, expect, it } from 'vitest';
import type { Board } from './board.ts';
import { type Rerooting, rerootBoard } from './reroot.ts';

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
      title: { vi: 'Đúng hạn theo huyện', en: 'On time by district' },
      scope: { vi: 'Huyện và xã · năm 2023', en: 'Districts and communes · 2023' },
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
    {
      id: 'neighbour',
      kind: 'number',
      area: { x: 16, y: 0, w: 8, h: 4 },
      title: { vi: 'Tỉnh bên', en: 'Next province' },
      scope: { vi: 'năm 2023', en: '2023' },
      query: { measures: ['dossier.received'], unit: '70', period },
      measure: 'dossier.received',
      size: 'small',
    },
  ],
};

const TO_718: Rerooting = {
  root: '74',
  rootName: { vi: 'Tỉnh Bình Dương', en: 'Binh Duong Province' },
  unit: '718',
  unitName: { vi: 'Thủ Dầu Một', en: 'Thủ Dầu Một' },
  level: 'commune',
  isToday: false,
};

describe('a board about a district', () => {
  const [received, ranking, other] = rerootBoard(board, TO_718).tiles;
  it('asks about the district and, instead of districts, about its communes', () => {
    expect(received).toMatchObject({ query: { unit: '718' } });
    expect(ranking).toMatchObject({ query: { unit: '718', level: 'commune' } });
  });
  it('says whose figure it is and drops what was printed for the province', () => {
    expect(received?.scope?.vi).toBe('Thủ Dầu Một · năm 2023');
    expect(received?.scope?.en).toBe('Thủ Dầu Một · 2023');
    expect(received).not.toHaveProperty('published');
  });
  it('says communes where it said districts', () => {
    expect(ranking?.title).toEqual({ vi: 'Đúng hạn theo xã, phường', en: 'On time by commune' });
    expect(ranking?.scope?.vi).toBe('Xã, phường · năm 2023');
  });
  it('asks about a commune itself and keeps its level', () => {
    const tiles = rerootBoard(board, { ...TO_718, unit: '25747' }).tiles;
    expect(tiles[1]).toMatchObject({ query: { unit: '25747', level: 'commune' } });
  });
  it("carries every question to today's borders where they are asked for", () => {
    const { tiles } = rerootBoard(board, { ...TO_718, unit: '79', isToday: true });
    expect(tiles[1]).toMatchObject({ query: { unit: '79', level: 'commune', borders: 'today' } });
    expect(tiles[1]?.scope?.vi).toBe('Xã, phường hiện nay · năm 2023');
  });
  it('leaves a tile that asks nothing about the province to the province, and says so', () => {
    expect(other?.scope?.vi).toBe('Tỉnh Bình Dương · năm 2023');
    expect(other).toMatchObject({ query: { unit: '70' } });
  });
  it('leaves connected systems to the province, which is where they are connected', () => {
    const query = { measures: ['link.onTime'], unit: '74', by: ['system' as const], period };
    const systems: Board['tiles'][number] = {
      id: 'systems',
      kind: 'systems',
      area: { x: 0, y: 0, w: 8, h: 4 },
      title: { vi: 'Hệ thống', en: 'Systems' },
      scope: { vi: 'lúc này', en: 'now' },
      query,
      systems: [{ label: { vi: 'Một cửa', en: 'One-stop' }, system: 'mot-cua' }],
    };
    const [tile] = rerootBoard({ ...board, tiles: [systems] }, TO_718).tiles;
    expect(tile).toEqual({
      ...systems,
      scope: { vi: 'Tỉnh Bình Dương · lúc này', en: 'Binh Duong Province · now' },
    });
  });
  it('leaves a tile that was about the unit from the start as it is', () => {
    const { tiles } = rerootBoard(board, { ...TO_718, unit: '70' });
    expect(tiles[2]).toBe(board.tiles[2]);
  });
  it('is the very same object for the province itself', () => {
    expect(rerootBoard(board, { ...TO_718, unit: '74' })).toBe(board);
  });
});
