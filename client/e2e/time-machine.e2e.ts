import { expect, type Page } from '@playwright/test';
import { findLayoutFaults } from './layout-faults.ts';
import { pushDossiers, tile, waitUntilFilled, wallAddress } from './wall-page.ts';
import type { WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

const PAST_WITHIN_MS = 90_000;
const band = (page: Page) => page.locator('.past-band').first();

async function lookBack(page: Page, wall: WallServer, search: string): Promise<void> {
  await page.goto(wallAddress(wall).replace('?', `?${search}&`));
  await expect(tile(page, 'Hồ sơ tiếp nhận').locator('.figure').first()).toHaveText(/\d/, {
    timeout: PAST_WITHIN_MS,
  });
  await waitUntilFilled(page);
}

const receivedOf = async (page: Page) => {
  const text = await tile(page, 'Hồ sơ tiếp nhận').locator('.figure').first().innerText();
  return Number(text.replace(/\D/g, ''));
};

test('the whole wall as it was known then, unmistakably, while the present goes on', async ({
  page,
  context,
  wall,
}) => {
  test.setTimeout(240_000);
  await lookBack(page, wall, 'asOf=2023-12-31T23:00');
  const then = await receivedOf(page);
  await expect(band(page)).toContainText('XEM LẠI – những gì biết đến 23:00 31/12/2023');
  await expect(band(page)).toContainText('không phải số hiện tại');
  await expect.poll(() => findLayoutFaults(page)).toEqual([]);
  const present = await context.newPage();
  await present.goto(wallAddress(wall));
  await waitUntilFilled(present);
  const before = await receivedOf(present);
  await pushDossiers(wall, 4);
  await expect.poll(() => receivedOf(present)).toBe(before + 4);
  expect(await receivedOf(page)).toBe(then);
  await expect(present.locator('.past-band')).toHaveCount(0);
  await page.getByRole('link', { name: 'Về hiện tại' }).click();
  await waitUntilFilled(page);
  expect(await receivedOf(page)).toBe(before + 4);
});

test('a day is lived through again from the log, faster', async ({ page, wall }) => {
  test.setTimeout(240_000);
  await lookBack(page, wall, 'from=2023-12-28T08:00&to=2023-12-28T17:00&speed=600');
  await expect(band(page)).toContainText('XEM LẠI ×600 –');
  const start = await receivedOf(page);
  await expect.poll(() => receivedOf(page), { timeout: 60_000 }).toBeGreaterThan(start);
  await expect(band(page)).toContainText('17:00 28/12/2023 (hết đoạn)', { timeout: 120_000 });
  await expect.poll(() => findLayoutFaults(page)).toEqual([]);
});

test('an address that names no moment shows no figures at all', async ({ page, wall }) => {
  await page.goto(wallAddress(wall).replace('?', '?asOf=hôm-qua&'));
  await expect(page.getByText('Thời điểm không hợp lệ')).toBeVisible();
  await expect(page.locator('.tile')).toHaveCount(0);
});

test('a button of the wall asks for the moment, and the rest of the address stays', async ({
  page,
  wall,
}) => {
  await page.goto(wallAddress(wall).replace('?', '?unit=718&'));
  await waitUntilFilled(page);
  await page.getByRole('button', { name: 'Xem lại' }).click();
  const form = page.getByRole('dialog', { name: 'Xem lại' });
  await form.getByLabel('Lúc').fill('2023-12-31T23:00');
  await form.getByRole('button', { name: 'Xem' }).first().click();
  await expect(band(page)).toContainText('những gì biết đến 23:00 31/12/2023');
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
    unit: '718',
    lang: 'vi',
    asOf: '2023-12-31T23:00',
  });
  await page.getByRole('button', { name: 'Xem lại' }).click();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
});
