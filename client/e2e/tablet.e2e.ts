import { type BrowserContext, expect, type Page } from '@playwright/test';
import { findLayoutFaults } from './layout-faults.ts';
import { pushDossiers, tile, waitUntilFilled, wallAddress } from './wall-page.ts';
import type { WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

const TABLET = { width: 1180, height: 820 };

async function openScreen(context: BrowserContext, wall: WallServer, name: string): Promise<Page> {
  const page = await context.newPage();
  const address = wallAddress(wall, { scene: 'overview' });
  await page.goto(address.replace('/wall/overview?', `/wall?screen=${encodeURIComponent(name)}&`));
  await waitUntilFilled(page);
  return page;
}

async function openDirector(context: BrowserContext, wall: WallServer): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(TABLET);
  await page.goto(`${wall.url}/director#token=${wall.adminToken}`);
  await page.getByRole('heading', { name: 'Điều khiển màn hình' }).waitFor();
  return page;
}

const sceneOf = (page: Page) =>
  page.locator('.board[data-shown="true"]').getAttribute('data-board');
const pick = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const screenRow = (page: Page, name: string) =>
  page.locator('.director-screen').filter({ hasText: name });

test('one tablet drives two screens: scene, unit, spotlight, freeze and rotation', async ({
  browser,
  wall,
}) => {
  test.setTimeout(180_000);
  const screens = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const tablets = await browser.newContext();
  const [left, right] = [
    await openScreen(screens, wall, 'Trái'),
    await openScreen(screens, wall, 'Phải'),
  ];
  const tablet = await openDirector(tablets, wall);
  await expect(tablet.getByRole('status')).toHaveText('Các màn hình đang tự chạy');
  for (const name of ['Trái', 'Phải']) {
    await expect(screenRow(tablet, name)).toContainText('tự chạy');
    await expect(screenRow(tablet, name)).toContainText('1920×1080');
  }

  await pick(tablet, 'Dịch vụ công').click();
  for (const page of [left, right]) await expect.poll(() => sceneOf(page)).toBe('public-services');
  await expect(screenRow(tablet, 'Trái')).toContainText('theo lệnh');
  await left.keyboard.press('ArrowRight');
  expect(await sceneOf(left)).toBe('public-services');

  await pick(tablet, 'Thủ Dầu Một').click();
  for (const page of [left, right]) {
    await expect(page.locator('.wall-place').first()).toHaveText('Thủ Dầu Một');
    await waitUntilFilled(page);
  }
  await pick(tablet, '‹ Lên cấp trên').click();
  for (const page of [left, right]) {
    await expect(page.locator('.wall-place').first()).toHaveText('Tỉnh Bình Dương');
  }

  await pick(tablet, 'Tổng quan điều hành').click();
  for (const page of [left, right]) await expect.poll(() => sceneOf(page)).toBe('overview');
  await pick(tablet, 'Hồ sơ tiếp nhận').click();
  for (const page of [left, right]) {
    // Other scenes lie ready behind the shown one and may have a tile of that name too.
    const lit = page.locator('.cell[data-spotlight="true"]').filter({ visible: true });
    await expect(lit).toContainText('Hồ sơ tiếp nhận');
    expect(await findLayoutFaults(page)).toEqual([]);
  }
  await pick(tablet, 'Hồ sơ tiếp nhận').click();

  await tablet.getByRole('switch', { name: /Dừng hình/ }).click();
  await expect(left.getByText('DỪNG HÌNH').first()).toBeVisible();
  const before = await tile(left, 'Hồ sơ tiếp nhận').locator('.figure').first().innerText();
  await pushDossiers(wall, 2);
  await left.waitForTimeout(1500);
  for (const page of [left, right]) {
    await expect(tile(page, 'Hồ sơ tiếp nhận').locator('.figure').first()).toHaveText(before);
  }
  await tablet.getByRole('switch', { name: /Dừng hình/ }).click();
  for (const page of [left, right]) {
    await expect(tile(page, 'Hồ sơ tiếp nhận').locator('.figure').first()).not.toHaveText(before);
  }

  const late = await openScreen(screens, wall, 'Muộn');
  expect(await sceneOf(late)).toBe('overview');
  await tablet.getByRole('switch', { name: /Tự chuyển cảnh/ }).click();
  await expect.poll(() => sceneOf(left), { timeout: 60_000 }).not.toBe('overview');
  const next = await sceneOf(left);
  for (const page of [right, late]) {
    await expect.poll(() => sceneOf(page), { timeout: 3000 }).toBe(next);
  }

  await right.evaluate(() => {
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.tile-map canvas')) {
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    }
  });
  await expect(screenRow(tablet, 'Phải')).toContainText(/mất đồ họa\s*[1-9]/);
  await late.close();
  await expect(screenRow(tablet, 'Muộn')).toContainText('mất kết nối');
  await pick(tablet, 'Thả các màn hình').click();
  await expect(screenRow(tablet, 'Trái')).toContainText('tự chạy');
  // The tablet knows a moment before the screen does that it is let go.
  await expect
    .poll(async () => {
      await left.keyboard.press('1');
      return sceneOf(left);
    })
    .toBe('overview');
  await screens.close();
  await tablets.close();
});

test('every target of the tablet is at least 44 px, in both languages and both ways of holding it', async ({
  page,
  wall,
}) => {
  for (const size of [TABLET, { width: 820, height: 1180 }]) {
    await page.setViewportSize(size);
    for (const language of ['vi', 'en']) {
      await page.goto(`${wall.url}/director?lang=${language}#token=${wall.adminToken}`);
      await page.locator('.director').waitFor();
      const small = await page.locator('button').evaluateAll((buttons) =>
        buttons
          .map((button) => ({ box: button.getBoundingClientRect(), text: button.textContent }))
          .filter(({ box }) => box.width < 44 || box.height < 44)
          .map(({ text }) => text),
      );
      expect(small).toEqual([]);
      const wide = await page.evaluate(() => {
        const director = document.querySelector('.director');
        return director ? director.scrollWidth - director.clientWidth : -1;
      });
      expect(wide).toBe(0);
    }
  }
});

test("a wall's token does not direct", async ({ page, wall }) => {
  await page.goto(`${wall.url}/director#token=${wall.deviceToken}`);
  await expect(page.getByText('Trang này dành cho quản trị')).toBeVisible();
});

test('screens whose director has gone go on by themselves after a minute', async ({
  browser,
  wall,
}) => {
  test.setTimeout(180_000);
  const screens = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const tablets = await browser.newContext();
  const screen = await openScreen(screens, wall, 'Trái');
  const tablet = await openDirector(tablets, wall);
  await pick(tablet, 'Camera giám sát').click();
  await expect.poll(() => sceneOf(screen)).toBe('cameras');
  await tablets.close();
  await screen.waitForTimeout(50_000);
  await screen.keyboard.press('1');
  expect(await sceneOf(screen)).toBe('cameras');
  await expect
    .poll(
      async () => {
        await screen.keyboard.press('1');
        return sceneOf(screen);
      },
      { timeout: 20_000 },
    )
    .toBe('overview');
  await screens.close();
});
