import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { VIEWPORTS, type ViewportName } from './viewports.ts';
import { openWall, pushRestatedDossier, tile, waitUntilFilled, wallAddress } from './wall-page.ts';
import type { WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

const card = (page: Page) => page.getByRole('dialog');

/** A dossier of a field the register does not hold. */
async function pushWrong(wall: WallServer): Promise<void> {
  const data = { unit: '718', agency: 'H09.31', field: 'khong-co' };
  const answer = await fetch(`${wall.url}/api/v1/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${wall.ingestKey}`,
      'content-type': 'application/cloudevents-batch+json',
    },
    body: JSON.stringify([
      {
        specversion: '1.0',
        id: 'e2e-refused',
        source: 'mot-cua',
        type: 'ioc.dossier.v1',
        time: '2023-12-30T08:00:00+07:00',
        data,
      },
    ]),
  });
  expect(await answer.json()).toMatchObject({ accepted: 0, quarantined: [{ index: 0 }] });
}

const NUMBERS =
  '.figure, .rank-value, .table td:not(:empty), .bullet-value, .state-value, .indicator-value, .part dd';

test('every number of every scene leads to its card', async ({ page, wall }) => {
  test.setTimeout(300_000);
  await openWall(page, wall);
  const scenes = await page
    .locator('.board')
    .evaluateAll((boards) => boards.map((board) => board.getAttribute('data-board') ?? ''));
  expect(scenes.length).toBeGreaterThan(9);
  for (const scene of scenes) {
    await page.goto(wallAddress(wall).replace('/overview?', `/${scene}?`));
    await waitUntilFilled(page);
    const bare = await page
      .locator(NUMBERS)
      .filter({ visible: true })
      .evaluateAll((found) =>
        found
          .filter((each) => /\d/.test(each.textContent ?? ''))
          .filter((each) => !each.matches('button') && !each.querySelector('button'))
          .map((each) => each.textContent),
      );
    expect(bare, scene).toEqual([]);
  }
});

test('a wall that looks back tells the quality of then, and nothing that came after', async ({
  page,
  wall,
}) => {
  await page.goto(
    wallAddress(wall).replace('?', '?asOf=2023-12-20&').replace(wall.deviceToken, wall.adminToken),
  );
  await waitUntilFilled(page);
  await tile(page, 'Hồ sơ tiếp nhận').locator('.figure').click();
  await expect(card(page).locator('.meters')).toContainText('20/12/2023');
  await expect(card(page)).not.toContainText('Sự kiện mới nhất');
});

test('a press on a number shows formula, parts, scope, period, vintage and its sources', async ({
  page,
  wall,
}) => {
  await pushWrong(wall);
  await openWall(page, wall);
  await tile(page, 'Tỷ lệ đúng hạn (trên hồ sơ đã giải quyết)').locator('.figure').click();
  await expect(card(page)).toContainText('98,18');
  await expect(card(page)).toContainText('F1: (trước hạn + đúng hạn) / đã giải quyết trong kỳ');
  await expect(card(page)).toContainText(/283\.\d{3} \/ 288\.\d{3}/);
  await expect(card(page)).toContainText('năm 2023');
  await expect(card(page)).toContainText('Hệ thống thông tin giải quyết TTHC');
  await expect(card(page)).toContainText(/mot-cua: \d+ \(thiếu trường bắt buộc/);
  await expect(card(page)).toContainText('mã từng sự kiện chỉ dành cho quản trị viên');
  await expect(card(page)).not.toContainText('e2e-refused');
  await pushRestatedDossier(wall);
  await expect(card(page)).toContainText(/\d báo cáo đến sau đã sửa số liệu của kỳ/);
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
});

test('the keyboard opens a card, moves nothing behind it, and is back where it was', async ({
  page,
  wall,
}) => {
  await openWall(page, wall);
  const value = tile(page, 'Đúng hạn theo địa bàn').getByRole('button', { name: /Dĩ An/ });
  await value.focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('Tỉnh Bình Dương · Dĩ An');
  await expect(card(page)).toContainText('theo ngày đến · Dĩ An');
  await expect(card(page).locator('.meters')).toContainText('1/1');
  for (const key of ['ArrowRight', '3', 'l', 't', 'h']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('.board[data-shown="true"]').first()).toHaveAttribute(
    'data-board',
    'overview',
  );
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await expect(value).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.board[data-shown="true"]').first()).not.toHaveAttribute(
    'data-board',
    'overview',
  );
});

test('the administrator also sees the last events and refusals', async ({ page, wall }) => {
  await pushWrong(wall);
  await page.goto(wallAddress(wall).replace(wall.deviceToken, wall.adminToken));
  await waitUntilFilled(page);
  await tile(page, 'Hồ sơ tiếp nhận').locator('.figure').click();
  await expect(card(page)).toContainText('e2e-refused · thiếu trường bắt buộc');
  const events = card(page).locator('.card-lines').last().getByRole('listitem');
  await expect(events).toHaveCount(5);
});

for (const name of Object.keys(VIEWPORTS) as ViewportName[]) {
  test(`a card fits ${name} without scrolling`, async ({ page, wall }) => {
    await page.setViewportSize(VIEWPORTS[name]);
    await openWall(page, wall);
    await tile(page, 'Hồ sơ tiếp nhận').locator('.figure').click();
    await expect(card(page).locator('.meters')).toBeVisible();
    const room = await card(page).evaluate((box) => [
      box.scrollHeight - box.clientHeight,
      box.scrollWidth - box.clientWidth,
    ]);
    expect(room).toEqual([0, 0]);
  });
}

test('a card in English has no serious fault of access', async ({ page, wall }) => {
  await openWall(page, wall, { language: 'en' });
  await page.locator('.figure').filter({ visible: true }).first().click();
  await expect(card(page)).toContainText('Valid');
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id }) => id)).toEqual([]);
});
