import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';
import type { WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

/** A district's desk of its own, so that no other test shares its log. */
const UNIT = '718';
const PATIENCE_MS = 30_000;

async function call<T>({ url }: WallServer, token: string, path: string, body: object): Promise<T> {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as T;
}

async function openAccount(wall: WallServer, name: string): Promise<string> {
  const wanted = { name, role: 'operator', scope: [UNIT] };
  return (await call<{ token: string }>(wall, wall.adminToken, 'accounts', wanted)).token;
}

async function openDesk(browser: Browser, wall: WallServer, token: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(`${wall.url}/desk/shift?unit=${UNIT}#token=${token}`);
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: PATIENCE_MS });
  return page;
}

/** Goes on by the Tab key until what has this name has the focus. */
async function tabTo(page: Page, role: 'button' | 'textbox', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).last();
  await wanted.waitFor({ timeout: PATIENCE_MS });
  for (let n = 0; n < 60; n++) {
    if (await wanted.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${name}`);
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, 'button', name);
  await page.keyboard.press('Enter');
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, 'textbox', label);
  await page.keyboard.insertText(text);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

test('a shift is handed over by the signatures of two accounts, by keyboard alone, with what is open frozen', async ({
  browser,
  wall,
}) => {
  test.setTimeout(180_000);
  const [out, into] = [await openAccount(wall, 'Trực ca 1'), await openAccount(wall, 'Trực ca 2')];
  const task = await call<{ id: string; seq: number }>(wall, out, 'tasks', {
    title: 'Khôi phục camera',
    unit: UNIT,
    dueInHours: 8,
  });
  const [first, second] = [await openDesk(browser, wall, out), await openDesk(browser, wall, into)];

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
  const page = await openDesk(browser, wall, wall.adminToken);
  for (const section of ['tasks', 'incidents', 'deliveries', 'accounts']) {
    for (const language of ['vi', 'en']) {
      await page.goto(`${wall.url}/desk/${section}?lang=${language}`);
      await page.getByRole('grid').waitFor({ timeout: PATIENCE_MS });
      await expectAccessible(page);
    }
  }
});
