import { afterEach, describe, expect, test } from 'vitest';
import type { Board } from '../../shared/board/board.ts';
import { SAMPLE } from '../../shared/board/edit/sample-board.ts';
import { createWallBoards } from '../boards/wall-boards.ts';
import { openMemoryStore } from '../store/memory-store.ts';
import { ADMIN, startServer, stopServers, WALL } from './test-server.ts';

afterEach(stopServers);

async function start() {
  const store = openMemoryStore();
  const codes = new Set(['74', 'districts', 'dossier.received', 'dossier.onTimeRate']);
  const walls = createWallBoards({
    boards: [],
    ground: { figures: codes, layers: codes, measures: codes, units: codes },
    journal: store.journal,
    documents: store.documents,
    now: () => 5,
    warn: () => undefined,
  });
  const app = await startServer({ walls });
  const save = (board: Board, ifVersion: number) =>
    store.documents.save({
      ...{ kind: 'board', id: board.id, ifVersion, at: 1, by: 'x', title: 'x', unit: '74' },
      removed: false,
      body: board,
    });
  const call = async (method: 'GET' | 'PUT' | 'DELETE', url: string, body?: object, as = ADMIN) => {
    const { statusCode, body: text } = await app.inject({
      ...{ method, url, headers: as },
      ...(body && { payload: body }),
    });
    return { status: statusCode, json: text === '' ? null : JSON.parse(text) };
  };
  return { save, call };
}

describe('the boards of the wall over HTTP', () => {
  test('change for every wall when somebody puts a version there, and back', async () => {
    const { save, call } = await start();
    await save(SAMPLE, 0);
    expect((await call('GET', '/api/v1/boards', undefined, WALL)).json).toEqual([]);
    const placed = await call('PUT', '/api/v1/boards/sample/place', { version: 1 });
    expect(placed).toEqual({
      status: 200,
      json: { id: 'sample', version: 1, at: 5, by: 'admin' },
    });
    expect((await call('GET', '/api/v1/boards', undefined, WALL)).json).toEqual([SAMPLE]);
    expect((await call('GET', '/api/v1/boards/placed', undefined, WALL)).json).toEqual([
      placed.json,
    ]);
    expect((await call('GET', '/api/v1/boards?from=pack')).json).toEqual(
      (await call('GET', '/api/v1/boards?from=pack', undefined, WALL)).json,
    );
    expect((await call('DELETE', '/api/v1/boards/sample/place')).status).toBe(204);
    expect((await call('GET', '/api/v1/boards', undefined, WALL)).json).toEqual([]);
  });
  test('stay as they are for what a pack would not start with, and for who may not direct', async () => {
    const { save, call } = await start();
    const low = SAMPLE.tiles.map((tile) => ({ ...tile, area: { ...tile.area, h: 1 } }));
    await save({ ...SAMPLE, tiles: low }, 0);
    const refused = await call('PUT', '/api/v1/boards/sample/place', { version: 1 });
    expect(refused).toMatchObject({ status: 422, json: { code: 'IOC_BOARD_UNREADABLE' } });
    expect((await call('PUT', '/api/v1/boards/sample/place', { version: 2 })).status).toBe(404);
    expect((await call('PUT', '/api/v1/boards/sample/place', {})).status).toBe(400);
    const wall = await call('PUT', '/api/v1/boards/sample/place', { version: 1 }, WALL);
    expect(wall).toMatchObject({ status: 403, json: { code: 'IOC_ACCESS_REFUSED' } });
    expect((await call('DELETE', '/api/v1/boards/sample/place')).status).toBe(404);
    expect((await call('GET', '/api/v1/boards')).json).toEqual([]);
  });
});
