import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { openWall, SCENES } from './wall-page.ts';
import { test } from './wall-test.ts';

/** Boards without limits: whatever the figures are, none of them is abnormal. */
async function liftLimits(page: Page): Promise<void> {
  await page.route('**/api/v1/boards', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace(/,"(?:warn|alarm)(?:Below|Above)":[\d.]+/g, '');
    await route.fulfill({ response, body });
  });
}

/** Share of the picture's pixels whose strongest and weakest channel lie far apart. */
async function saturatedShare(page: Page): Promise<number> {
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let saturated = 0;
    for (let at = 0; at < data.length; at += 4) {
      const channels = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      if (Math.max(...channels) - Math.min(...channels) > 90) saturated += 1;
    }
    return saturated / (data.length / 4);
  }, picture);
}

for (const scene of SCENES) {
  test(`${scene} on a normal day has nearly no colour`, async ({ page, wall }) => {
    await liftLimits(page);
    await openWall(page, wall, { scene });
    await expect(page.locator('.attention')).toHaveText('Không có bất thường');
    expect(await saturatedShare(page)).toBeLessThan(0.002);
  });
}

test('the page without charts and maps weighs at most 120 KB', () => {
  const folder = path.resolve('dist/client');
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)];
  expect(files.length).toBeGreaterThan(1);
  expect(readdirSync(path.join(folder, 'assets')).length).toBeGreaterThan(files.length);
  const bytes = files.reduce(
    (sum, [, file = '']) => sum + gzipSync(readFileSync(path.join(folder, file))).length,
    gzipSync(html).length,
  );
  expect(bytes).toBeLessThanOrEqual(120 * 1024);
});
