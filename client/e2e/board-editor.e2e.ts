import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

/** A scene that no other test looks at for its places. */
const BOARD = 'tourism';
const FILE = `fixtures/provinces/binh-duong/boards/${BOARD}.json`;
const HALF_A_MINUTE_MS = 45_000;
const FIRST = 'received';
const SECOND = 'on-time';

async function openEditor(page: Page, wall: WallServer, search = ''): Promise<void> {
  await page.goto(`${wall.url}/studio/board?id=${BOARD}${search}#token=${wall.adminToken}`);
  await page.locator('.ed-tile').first().waitFor();
}

const frame = (page: Page, tile: string) => page.locator(`[data-frame="${tile}"]`);
const said = (page: Page) => page.locator('.ed-said');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function centreOf(page: Page, tile: string): Promise<{ x: number; y: number }> {
  const box = await frame(page, tile).boundingBox();
  if (!box) throw new Error(`${tile} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Xuất tệp JSON').click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${BOARD}.json`);
  return readFile(await download.path(), 'utf8');
}

async function takeIn(page: Page, text: string, answer: string): Promise<void> {
  const buffer = Buffer.from(text);
  const file = { name: `${BOARD}.json`, mimeType: 'application/json', buffer };
  await page.locator('.ed-bar input[type="file"]').setInputFiles(file);
  await expect(said(page)).toContainText(answer);
}

async function openWall(context: BrowserContext, wall: WallServer): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${wall.url}/wall/${BOARD}#token=${wall.deviceToken}`);
  await page.locator(`[data-board="${BOARD}"]`).waitFor({ state: 'attached' });
  return page;
}

const rowOnWall = (page: Page, tile: string) =>
  page
    .locator(`[data-board="${BOARD}"] [data-tile="${tile}"]`)
    .evaluate((cell) => getComputedStyle(cell).gridRowStart);

async function withdraw(wall: WallServer): Promise<void> {
  await fetch(`${wall.url}/api/v1/boards/${BOARD}/place`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${wall.adminToken}` },
  });
}

test('a board of the pack is edited by mouse and keyboard, saved, put on the wall and taken back', async ({
  browser,
  page,
  wall,
}) => {
  test.setTimeout(150_000);
  const screens = await browser.newContext({ viewport: { width: 960, height: 540 } });
  const screen = await openWall(screens, wall);
  const before = await rowOnWall(screen, FIRST);
  try {
    const file = await readFile(FILE, 'utf8');
    await openEditor(page, wall);
    expect(await exported(page)).toBe(file);

    await frame(page, FIRST).focus();
    await page.keyboard.press('ArrowDown');
    await expect(said(page)).toContainText('chuyển từ cột 1, hàng 1 đến cột 1, hàng 5');
    await page.keyboard.press('Control+z');
    expect(await exported(page)).toBe(file);

    await frame(page, FIRST).focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowUp');
    await expect(said(page)).toHaveText('Nhỏ hơn nữa thì không đọc được từ xa');
    await page.getByLabel('Cỡ chữ').selectOption('hero');
    await expect(page.locator('.ed-verdicts')).toContainText('cần cao');
    await expect(frame(page, FIRST)).toHaveAttribute('data-faulty', 'true');
    await button(page, 'Đưa lên màn hình').click();
    await expect(said(page)).toContainText('chưa lên màn hình được');
    while (await button(page, 'Hoàn tác').isEnabled()) await button(page, 'Hoàn tác').click();
    expect(await exported(page)).toBe(file);

    await takeIn(page, 'no board', 'Tệp không phải JSON');
    await takeIn(page, file.replace('"dwellSeconds": 20', '"dwellSeconds": 2'), 'ít nhất 15');
    await takeIn(page, file.replace('"vi": "Du lịch"', '"vi": "Lữ hành"'), 'Đã nhập tệp');
    await expect(page.locator('.wall-heading h1')).toContainText('Lữ hành');
    await button(page, 'Hoàn tác').click();

    await drag(page, await centreOf(page, FIRST), await centreOf(page, SECOND));
    await expect(said(page)).toContainText('chuyển từ cột 1, hàng 1 đến cột 1, hàng 5');
    await button(page, 'Lưu').click();
    await expect(said(page)).toContainText('Đã lưu phiên bản');
    await button(page, 'Đưa lên màn hình').click();
    await expect(said(page)).toContainText('đã lên màn hình');
    await expect
      .poll(() => rowOnWall(screen, FIRST), { timeout: HALF_A_MINUTE_MS })
      .not.toBe(before);

    await button(page, 'Phiên bản').click();
    await button(page, 'Theo gói của tỉnh').click();
    await expect(page.locator('.ed-changes li')).toHaveCount(2);
    await button(page, 'Lấy lại bản này').click();
    expect(await exported(page)).toBe(file);
    await button(page, 'Trả màn hình về theo gói').click();
    await expect(said(page)).toHaveText('Màn hình trở lại bảng theo gói.');
    await screen.reload();
    await expect.poll(() => rowOnWall(screen, FIRST)).toBe(before);
  } finally {
    await withdraw(wall);
    await screens.close();
  }
});

/** A value more for the filter of the chosen tile, found by its name without accents, and a search that finds none. */
async function widenFilter(page: Page): Promise<void> {
  const chosen = page.locator('.ed-codes > ul li span');
  await expect(chosen).toHaveText(['Văn hóa']);
  await page.locator('.ed-codes input').fill('dat dai');
  await page.keyboard.press('Enter');
  await expect(chosen).toHaveText(['Văn hóa', 'Đất đai']);
  await page.keyboard.type('xyz');
  await expect(page.locator('.ed-codes [role="status"]')).not.toBeEmpty();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('moi truong');
}

test('the board editor is clean for readers of screens, in both languages and themes', async ({
  page,
  wall,
}) => {
  for (const search of ['', '&lang=en&theme=light']) {
    await openEditor(page, wall, search);
    await frame(page, FIRST).click();
    if (search === '') await widenFilter(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page
      .getByRole('button', { name: search ? 'Versions' : 'Phiên bản', exact: true })
      .click();
    const past = await new AxeBuilder({ page }).include('.ed-side').analyze();
    expect(past.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});
