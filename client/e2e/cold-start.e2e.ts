import path from 'node:path';
import { expect } from '@playwright/test';
import { tile, waitUntilFilled, wallAddress } from './wall-page.ts';
import { createWallServer, DEMO_END } from './wall-server.ts';
import { test } from './wall-test.ts';

test('an empty machine shows its loading, then the printed figures, without a hand', async ({
  page,
}, { outputDir }) => {
  test.setTimeout(300_000);
  const wall = await createWallServer(path.join(outputDir, 'data'));
  await wall.start({ settings: DEMO_END, untilReady: false });
  await expect(async () => {
    await page.goto(wallAddress(wall));
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(tile(page, 'Hồ sơ tiếp nhận')).toContainText('292.956', { timeout: 240_000 });
  await waitUntilFilled(page);
  await expect(tile(page, 'Hồ sơ tiếp nhận')).toContainText('+45,23%');
  await expect(tile(page, 'Tỷ lệ đúng hạn (trên hồ sơ đã giải quyết)')).toContainText('98,18');
  await expect(tile(page, 'Nộp trực tuyến')).toContainText('85,95');
  await expect(tile(page, 'Nộp trực tuyến')).toContainText('+14,43 điểm %');
  await expect(tile(page, 'Trả qua bưu điện')).toContainText('29,18');
  await wall.close();
});
