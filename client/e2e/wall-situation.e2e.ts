import { expect } from '@playwright/test';
import { findLayoutFaults } from './layout-faults.ts';
import { VIEWPORTS } from './viewports.ts';
import { waitUntilFilled, wallAddress } from './wall-page.ts';
import { test } from './wall-test.ts';

const sentences = '.board[data-shown="true"] .situation-text li';

for (const size of Object.values(VIEWPORTS)) {
  test(`the situation fits at ${size.width}×${size.height}, in both languages`, async ({
    page,
    wall,
  }) => {
    await page.setViewportSize(size);
    for (const language of ['vi', 'en'] as const) {
      await page.goto(wallAddress(wall, { language }).replace('/overview', '/situation'));
      await expect(page.locator(sentences)).toHaveCount(3);
      await expect(page.locator(sentences).nth(2)).toContainText(
        language === 'vi' ? 'Chuyển biến lớn nhất' : 'Moved most',
      );
      await expect.poll(() => findLayoutFaults(page)).toEqual([]);
    }
  });
}

test('every sentence leads to its tile, which stands out on its scene', async ({ page, wall }) => {
  await page.goto(wallAddress(wall).replace('/overview', '/situation'));
  await expect(page.locator(sentences).nth(0)).toContainText(/Có \d+ báo động|Không có báo động/);
  const worst = page.locator(sentences).nth(1);
  await expect(worst).toContainText('Đáng lo nhất');
  const subject = /Đáng lo nhất: ([^,]+),/.exec(await worst.innerText())?.[1] ?? '';
  await worst.getByRole('button').click();
  const lit = page.locator('.board[data-shown="true"] .cell[data-spotlight="true"]');
  await expect(lit).toContainText(subject);
  await expect(page.locator('.board[data-shown="true"]')).not.toHaveAttribute(
    'data-board',
    'situation',
  );
});

test('on a normal day the situation is calm', async ({ page, wall }) => {
  await page.route('**/api/v1/boards', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/,"(?:warn|alarm)(?:Below|Above)":[\d.]+/g, '');
    await route.fulfill({ response, body });
  });
  await page.goto(wallAddress(wall).replace('/overview', '/situation'));
  await expect(page.locator(sentences).nth(1)).toHaveText('Chưa có việc nào phải xử lý ngay.');
  await page.keyboard.press('1');
  await waitUntilFilled(page);
});
