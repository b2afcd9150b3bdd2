import { expect } from '@playwright/test';
import { findLayoutFaults } from './layout-faults.ts';
import { SCENES, tile, waitUntilFilled, wallAddress } from './wall-page.ts';
import { test } from './wall-test.ts';

/** The cities with an operations center of their own. */
const DISTRICTS = { '718': 'Thủ Dầu Một', '724': 'Dĩ An', '725': 'Thuận An', '721': 'Bến Cát' };

for (const [code, name] of Object.entries(DISTRICTS)) {
  test(`${name} has boards of its own, with its name and without the province's targets`, async ({
    page,
    wall,
  }) => {
    for (const scene of SCENES) {
      await page.goto(wallAddress(wall, { scene }).replace('?', `?unit=${code}&`));
      await waitUntilFilled(page);
      await expect(page.locator('.wall-place').first()).toHaveText(name);
      await expect(page.getByText(/mục tiêu/).filter({ visible: true })).toHaveCount(0);
      await expect(page.getByText(/Toàn tỉnh/).filter({ visible: true })).toHaveCount(0);
      await expect.poll(() => findLayoutFaults(page), `${scene} of ${name}`).toEqual([]);
    }
  });
}

test('a district shows its communes on the map, and the way back leads to the province', async ({
  page,
  wall,
}) => {
  await page.goto(wallAddress(wall).replace('?', '?unit=718&'));
  await waitUntilFilled(page);
  await expect(page.getByRole('img', { name: 'Bản đồ sơ đồ, 14 vùng' })).toBeVisible();
  await expect(tile(page, 'Đúng hạn theo địa bàn')).toContainText('Xã, phường');
  await page.getByRole('button', { name: '‹ Tỉnh Bình Dương' }).click();
  await expect(page.getByRole('img', { name: 'Bản đồ sơ đồ, 9 vùng' })).toBeVisible();
  await expect(page.locator('.wall-place').first()).toHaveText('Tỉnh Bình Dương');
  await page.goBack();
  await expect(page.getByRole('img', { name: 'Bản đồ sơ đồ, 14 vùng' })).toBeVisible();
});

test('a commune without cameras still fits, and leads back to its district', async ({
  page,
  wall,
}) => {
  await page.goto(wallAddress(wall).replace('?', '?unit=25747&'));
  await waitUntilFilled(page);
  await expect(page.getByRole('img', { name: 'Bản đồ sơ đồ, 1 vùng' })).toBeVisible();
  await expect.poll(() => findLayoutFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '‹ Thủ Dầu Một' }).click();
  await expect(page.locator('.wall-place').first()).toHaveText('Thủ Dầu Một');
});

test("today's borders draw the 36 wards, sum what merged and say where a unit was split", async ({
  page,
  wall,
}) => {
  await page.goto(wallAddress(wall).replace('?', '?borders=today&'));
  await waitUntilFilled(page);
  await expect(page.getByRole('img', { name: 'Bản đồ sơ đồ, 36 vùng' })).toBeVisible();
  await expect(tile(page, 'Hồ sơ tiếp nhận')).toContainText('292.956');
  await expect(tile(page, 'Đúng hạn theo địa bàn')).toContainText('Xã, phường hiện nay');
  await expect.poll(() => findLayoutFaults(page)).toEqual([]);
  await page.goto(wallAddress(wall).replace('?', '?borders=today&unit=25747&'));
  await waitUntilFilled(page);
  await expect(tile(page, 'Hồ sơ tiếp nhận')).toContainText('có đơn vị bị chia tách');
});
