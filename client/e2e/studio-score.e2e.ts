import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

const open = (page: Page, { url, adminToken }: WallServer, search = '') =>
  page.goto(`${url}/studio/score-766?p=2023-01-01..2023-12-31${search}#token=${adminToken}`);

/** Points of a row of the table: now, and as supposed. */
async function pointsOf(page: Page, row: string): Promise<string[]> {
  const cells = page.getByRole('row', { name: row }).first().getByRole('cell');
  return [await cells.nth(3).innerText(), await cells.nth(5).innerText()];
}

test('an analyst sees what was published, what is simulated, and what would be, without a mouse', async ({
  page,
  wall,
}) => {
  await open(page, wall);
  const official = page.locator('.score-figures > div').first();
  await expect(official).toContainText('80,21');
  await expect(official).toContainText('hạng 8/63');
  await expect(page.getByText(/điểm đang đặt vào [\d.]+ hồ sơ/)).toBeVisible();
  expect(await pointsOf(page, 'Thanh toán trực tuyến')).toEqual(['2,87', '2,87']);

  await page.getByRole('textbox', { name: /Hồ sơ thanh toán trực tuyến/ }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('100');
  await expect(page).toHaveURL(/if\.payment=100/);
  // All six points that can be computed.
  await expect.poll(() => pointsOf(page, 'Thanh toán trực tuyến')).toEqual(['2,87', '6,00']);

  await page.getByRole('slider', { name: /đến hạn trong 8 giờ/ }).focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/if\.dueIn8h=0/);
  const [before, after] = await pointsOf(page, 'Tiến độ giải quyết');
  expect(before).toBe('19,64');
  expect(after).toBe('19,60');
});

test('a link shows what its sender supposed, in English and light, and axe finds nothing', async ({
  page,
  wall,
}) => {
  await open(page, wall, '&unit=718&if.payment=100&lang=en&theme=light');
  await expect(page.locator('.score-figures')).toContainText('88.60');
  await expect(page.getByRole('textbox', { name: /paid online/i })).toHaveValue('100');
  await expect(page.getByText('Cannot be computed').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});
