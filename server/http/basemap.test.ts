import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PMTiles, type Source } from 'pmtiles';
import { afterAll, afterEach, expect, test } from 'vitest';
import { startServer, stopServers, WALL } from './test-server.ts';
import { makeTinyArchive } from './tiny-archive.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'ioc-basemap-'));
afterAll(() => rmSync(scratch, { recursive: true }));
afterEach(stopServers);
const file = path.join(scratch, 'nen.pmtiles');
const { archive, tile } = makeTinyArchive();
writeFileSync(file, archive);
const basemap = { file, kind: 'vector', minZoom: 0, maxZoom: 0, size: archive.length } as const;
const TILES = '/api/v1/basemap/tiles';

async function serverWith(own: typeof basemap | undefined) {
  const app = await startServer({ basemap: own });
  const get = (url: string, headers = {}) => app.inject({ url, headers: { ...WALL, ...headers } });
  return { app, get };
}

test('a page reads tiles of the archive by range requests to this host', async () => {
  const { get } = await serverWith(basemap);
  expect((await get('/api/v1/basemap')).json()).toEqual({
    basemap: { kind: 'vector', minZoom: 0, maxZoom: 0, size: archive.length },
  });
  const asked: string[] = [];
  const source: Source = {
    getKey: () => 'basemap',
    getBytes: async (offset, length) => {
      const range = `bytes=${offset}-${offset + length - 1}`;
      asked.push(range);
      const answer = await get(TILES, { range });
      expect(answer.statusCode).toBe(206);
      const { rawPayload } = answer;
      return { data: Uint8Array.from(rawPayload).buffer };
    },
  };
  const read = await new PMTiles(source).getZxy(0, 0, 0);
  expect(new Uint8Array(read?.data ?? new ArrayBuffer())).toEqual(tile);
  expect(asked.length).toBeGreaterThan(1);
});

test('a range beyond the archive is refused, and nobody reads it without a token', async () => {
  const { app, get } = await serverWith(basemap);
  const beyond = { range: `bytes=${archive.length + 10}-${archive.length + 20}` };
  const refused = await get(TILES, beyond);
  expect([refused.statusCode, refused.json().code]).toEqual([416, 'IOC_HTTP_RANGE']);
  expect((await app.inject({ url: TILES })).statusCode).toBe(401);
  expect((await get('/api/v1/basemap/nen.pmtiles')).statusCode).toBe(404);
});

test('without a base map there is none', async () => {
  const { get } = await serverWith(undefined);
  expect((await get('/api/v1/basemap')).json()).toEqual({ basemap: null });
  expect((await get(TILES)).statusCode).toBe(404);
});
