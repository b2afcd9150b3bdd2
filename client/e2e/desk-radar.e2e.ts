import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

const open = (page: Page, { url, adminToken }: WallServer, place: string) =>
  page.goto(`${url}/desk/${place}#token=${adminToken}`);

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}

test('each number of the radar leads to a list of as many dossiers, without a mouse', async ({
  page,
  wall,
}) => {
  await open(page, wall, 'radar');
  const numbers = page.locator('.radar-summary a');
  await expect(numbers).toHaveCount(4);
  // Due within four hours, and in need of a letter today.
  for (const number of [numbers.first(), numbers.last()]) {
    const count = await number.innerText();
    await number.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/desk\/list\?/);
    await expect(page.locator('.section-head')).toContainText(`${count} hồ sơ`);
    await page.goBack();
    await expect(page.locator('.radar-summary')).toBeVisible();
  }

  const grid = page.getByRole('grid');
  const first = grid.locator('[data-index="0"]');
  const name = (await first.innerText()).split('\n')[0] ?? '';
  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/state=due-in&dueInHours=24/);
  await expect(page.locator('.desk-way')).toContainText(name);
});

test('the radar by field says how it estimates, in English and light, and axe finds nothing', async ({
  page,
  wall,
}) => {
  await open(page, wall, 'radar?by=field&lang=en&theme=light');
  await expect(page.locator('.radar-method')).toContainText('Life table by due day');
  await expect(page.getByRole('grid')).toContainText('Land');
  expect(await faultsOf(page)).toEqual([]);
});

test('the cameras of an owner stand on a ladder that ends in the healthy ones, and axe finds nothing', async ({
  page,
  wall,
}) => {
  await open(page, wall, 'cameras?by=owner');
  const rungs = page.locator('.camera-ladder tr');
  await expect(rungs).toHaveCount(5);
  const counts = await rungs.locator('td:nth-of-type(1)').allInnerTexts();
  const numbers = counts.map((text) => Number(text.replaceAll('.', '')));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  expect(numbers[0]).toBe(605);
  await expect(page.getByRole('grid')).toContainText('BOT QL13');
  expect(await faultsOf(page)).toEqual([]);
});

test('maintenance of an owner’s cameras is planned, shown and cancelled by keyboard, beside the map', async ({
  page,
  wall,
}) => {
  await open(page, wall, 'cameras?map=1');
  await expect(page.locator('.desk-map canvas').first()).toBeVisible();
  await page.getByRole('button', { name: 'Lên lịch bảo trì' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await page.keyboard.type('Thay nguồn tủ điện');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const windows = page.getByRole('region', { name: 'Lịch bảo trì' });
  await expect(windows).toContainText('Thay nguồn tủ điện');
  await expect(windows).toContainText('605 camera');
  expect(await faultsOf(page)).toEqual([]);
  await windows.getByRole('button', { name: 'Hủy' }).focus();
  await page.keyboard.press('Enter');
  await expect(windows).not.toContainText('Thay nguồn tủ điện');
});
