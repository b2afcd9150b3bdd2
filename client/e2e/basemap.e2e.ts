import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createWallServer, type WallServer } from './wall-server.ts';

/** What `server/http/tiny-archive.ts` makes: one vector tile of zoom 0 with water in its eastern half. */
const ARCHIVE = [
  'UE1UaWxlcwN/AAAAAAAAAAUAAAAAAAAAhAAAAAAAAAACAAAAAAAAAIYAAAAAAAAAAAAAAAAAAACGAAAAAAAAACMA',
  'AAAAAAAAAQAAAAAAAAABAAAAAAAAAAEAAAAAAAAAAQEBAQAAAC62lIAHVs0A0klrgPipMgAAAAAAAAAAAAEAASMB',
  'e30aIQoFd2F0ZXISExgDIg8JgCAAGoAgAACAQP8fAA8ogCB4Ag==',
].join('');

const PACK = { IOC_PACK: 'fixtures/provinces/hcmc-cameras', IOC_CLOCK: 'real' };

async function openMap(page: Page, { url, deviceToken }: WallServer) {
  const asked: string[] = [];
  page.on('response', (response) => {
    const { pathname, host } = new URL(response.url());
    expect(host).toBe(new URL(url).host);
    if (/basemap/.test(pathname)) asked.push(`${response.status()} ${pathname}`);
  });
  await page.goto(`${url}/wall#token=${deviceToken}`);
  await page.locator('.map canvas').first().waitFor();
  return asked;
}

test('a base map is read from its file by ranges, and its code comes only then', async ({ page }, {
  outputDir,
}) => {
  mkdirSync(outputDir, { recursive: true });
  const file = path.join(outputDir, 'nen.pmtiles');
  writeFileSync(file, Buffer.from(ARCHIVE, 'base64'));
  const wall = await createWallServer(path.join(outputDir, 'data'));
  await wall.start({ settings: { ...PACK, IOC_BASEMAP: file } });
  const asked = await openMap(page, wall);
  // The head of the archive, then the tile.
  const ranges = () => asked.filter((each) => each === '206 /api/v1/basemap/tiles').length;
  await expect.poll(ranges).toBeGreaterThan(1);
  expect(asked.some((each) => /assets\/basemap/.test(each))).toBe(true);
  await wall.close();
});

test('without a base map nothing of it is loaded', async ({ page }, { outputDir }) => {
  const wall = await createWallServer(path.join(outputDir, 'data'));
  await wall.start({ settings: PACK });
  const asked = await openMap(page, wall);
  await expect.poll(() => asked).toContain('200 /api/v1/basemap');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((each) => each !== '200 /api/v1/basemap')).toEqual([]);
  await wall.close();
});
