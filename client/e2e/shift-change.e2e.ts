import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { call, openAccount, openDeskOf, PATIENCE_MS, press, write } from './operator-desk.ts';
import { test } from './wall-test.ts';

/** A district's desk of its own, so that no other test shares its log. */
const UNIT = '718';
const SHIFT = `shift?unit=${UNIT}`;
const SMALL = { width: 1366, height: 768 };

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

test('a shift is handed over by the signatures of two accounts, by keyboard alone, with what is open frozen', async ({
  browser,
  wall,
}) => {
  test.setTimeout(180_000);
  const out = await openAccount(wall, 'Trực ca 1', UNIT);
  const into = await openAccount(wall, 'Trực ca 2', UNIT);
  const task = await call<{ id: string; seq: number }>(wall, out, 'tasks', {
    title: 'Khôi phục camera',
    unit: UNIT,
    dueInHours: 8,
  });
  const first = await openDeskOf(browser, wall, out, SHIFT, SMALL);
  const second = await openDeskOf(browser, wall, into, SHIFT, SMALL);

  await press(first, 'Bắt đầu ca trực');
  await write(first, 'Việc xảy ra trong ca', 'Mưa lớn, camera chập chờn');
  await press(first, 'Ghi sổ');
  await expect(second.getByText('Mưa lớn, camera chập chờn')).toBeVisible({ timeout: PATIENCE_MS });
  await expectAccessible(first);

  await press(first, 'Bàn giao ca');
  await write(first, 'Tình hình và việc cần theo dõi', 'Theo dõi tuyến Mỹ Phước');
  await expectAccessible(first);
  await press(first, 'Ký bàn giao');
  await expect(first.getByRole('button', { name: 'Rút lại bàn giao' })).toBeVisible();
  await expect(first.getByRole('button', { name: 'Nhận ca' })).toHaveCount(0);

  // What is closed after the signature stays on the list that was signed.
  await call(wall, out, `tasks/${task.id}/deeds`, { deed: 'close', seq: task.seq });
  await press(second, 'Nhận ca');
  const dialog = second.getByRole('dialog');
  await expect(dialog.getByText('Theo dõi tuyến Mỹ Phước')).toBeVisible();
  await expect(dialog.getByText('Khôi phục camera')).toBeVisible();
  await expectAccessible(second);
  await press(second, 'Ký nhận ca');

  for (const page of [first, second]) {
    await expect(page.getByText('Trực ca 1 và Trực ca 2 đã ký')).toBeVisible({
      timeout: PATIENCE_MS,
    });
  }
  await second.keyboard.press('l');
  await expect(second.getByText('signed by Trực ca 1 and Trực ca 2')).toBeVisible();
  await expectAccessible(second);
});

test('tasks, incidents, messages out and accounts are accessible in both languages', async ({
  browser,
  wall,
}) => {
  test.setTimeout(120_000);
  const page = await openDeskOf(browser, wall, wall.adminToken, SHIFT, SMALL);
  for (const section of ['tasks', 'incidents', 'deliveries', 'accounts']) {
    for (const language of ['vi', 'en']) {
      await page.goto(`${wall.url}/desk/${section}?lang=${language}`);
      await page.getByRole('grid').waitFor({ timeout: PATIENCE_MS });
      await expectAccessible(page);
    }
  }
});
