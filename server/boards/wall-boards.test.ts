import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Board } from '../../shared/board/board.ts';
import { readPack } from '../source/pack.ts';
import { groundOf } from '../source/pack-references.ts';
import { emptyContent, openMemoryStore } from '../store/memory-store.ts';
import { createWallBoards } from './wall-boards.ts';

const pack = readPack(path.resolve('fixtures/provinces/binh-duong'));
const [first] = pack.boards;
if (!first) throw new Error('the pack has no board');
const overview: Board = first;

function open(content = emptyContent()) {
  const store = openMemoryStore(content);
  const warned: string[] = [];
  const walls = createWallBoards({
    boards: pack.boards,
    ground: groundOf(pack),
    journal: store.journal,
    documents: store.documents,
    now: () => 1000,
    warn: ({ code }) => warned.push(code),
  });
  const save = async (board: object, id = overview.id) => {
    const versions = await store.documents.history('board', id);
    const { version } = await store.documents.save({
      ...{ kind: 'board', id, at: 1, by: 'Phân tích 1', title: id, unit: '74', removed: false },
      ifVersion: versions.length,
      body: { ...board },
    });
    return version;
  };
  return { walls, save, warned, content };
}
const renamed = { ...overview, title: { vi: 'Tổng quan', en: 'Overview' } };

describe('the boards of the wall', () => {
  it('are the pack’s until somebody puts a version in the place of one', async () => {
    const { walls, save } = open();
    expect(walls.list()).toBe(pack.boards);
    const version = await save(renamed);
    expect(walls.list()).toBe(pack.boards);
    const placed = await walls.place(overview.id, version, 'Quản trị');
    expect(placed).toEqual({ id: overview.id, version: 1, at: 1000, by: 'Quản trị' });
    expect(walls.list().map(({ id }) => id)).toEqual(pack.boards.map(({ id }) => id));
    expect(walls.list()[0]?.title).toEqual(renamed.title);
    expect(walls.placed()).toEqual([placed]);
  });
  it('are the pack’s again when it is withdrawn', async () => {
    const { walls, save } = open();
    await walls.place(overview.id, await save(renamed), 'Quản trị');
    await walls.withdraw(overview.id, 'Quản trị');
    expect(walls.list()).toEqual(pack.boards);
    await expect(walls.withdraw(overview.id, 'Quản trị')).rejects.toMatchObject({
      code: 'IOC_HTTP_NOT_FOUND',
    });
  });
  it('take one that the pack does not have in, by its order', async () => {
    const { walls, save } = open();
    const added = { ...overview, id: 'second-look', order: overview.order + 0.5 };
    const whole = { ...added, order: overview.order };
    await expect(
      walls.place('second-look', await save(added, 'second-look'), 'x'),
    ).rejects.toMatchObject({
      code: 'IOC_BOARD_INVALID',
    });
    await walls.place('second-look', await save(whole, 'second-look'), 'x');
    expect(walls.list().length).toBe(pack.boards.length + 1);
    const orders = walls.list().map(({ order }) => order);
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
  });
  it('hold after a start, and what no longer fits the pack is left out and told', async () => {
    const before = open();
    await before.walls.place(overview.id, await before.save(renamed), 'Quản trị');
    const after = open(before.content);
    await after.walls.refresh();
    expect(after.walls.list()[0]?.title).toEqual(renamed.title);
    const [document] = before.content.documents;
    if (document) before.content.documents[0] = { ...document, body: { tiles: 7 } };
    await after.walls.refresh();
    expect(after.walls.list()).toBe(pack.boards);
    expect(after.warned).toEqual(['IOC_BOARD_INVALID']);
    const [told] = after.walls.placed();
    expect(told).toMatchObject({ id: overview.id, version: 1 });
    expect(told?.fault?.code).toBe('IOC_BOARD_INVALID');
    expect(told?.fault?.message).toContain(overview.id);
    await after.walls.withdraw(overview.id, 'Quản trị');
    expect(after.walls.placed()).toEqual([]);
  });
});

describe('a board that a pack would not start with', () => {
  const [tile] = overview.tiles;
  const cases: [string, object, string][] = [
    ['too small to be read', { ...tile, area: { ...tile?.area, w: 1 } }, 'IOC_BOARD_UNREADABLE'],
    ['with a measure nobody knows', { ...tile, measure: 'dossier.no' }, 'IOC_BOARD_INVALID'],
    ['with an unknown setting', { ...tile, colour: 'red' }, 'IOC_BOARD_INVALID'],
    [
      'with decomposed letters',
      { ...tile, title: { vi: 'Tiếp'.normalize('NFD'), en: 'x' } },
      'IOC_BOARD_INVALID',
    ],
  ];
  for (const [what, broken, code] of cases) {
    it(`${what} is refused and changes nothing`, async () => {
      const { walls, save } = open();
      const version = await save({ ...overview, tiles: [broken, ...overview.tiles.slice(1)] });
      await expect(walls.place(overview.id, version, 'x')).rejects.toMatchObject({ code });
      expect(walls.list()).toBe(pack.boards);
      expect(walls.placed()).toEqual([]);
    });
  }
});
