import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { deskAddress, deskFaults, grid, openDesk, row, waitForRows } from './desk-page.ts';
import { test } from './wall-test.ts';

/** The year of the demo, so that the figures stay those of its end. */
const YEAR = 'units?period=last-year';

/** Paths asked of the server so far, without what every page asks. */
function watchRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

const isOfMap = (path: string) => /maplibre|deck-|boundaries|basemap|\.pmtiles/.test(path);

/** Without the mouse: a wrong address is refused where it stands, a right one is sent to. */
async function sendByKeys(page: Page, count: string): Promise<void> {
  await page.getByRole('button', { name: 'Gửi danh sách' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Gửi danh sách' });
  await expect(dialog).toContainText(`${count} hồ sơ`);
  await expect(dialog).toContainText('20 cột');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.type('thuan-an');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('input:invalid')).toHaveCount(1);
  await page.keyboard.type('@ioc.test');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText(`${count} hồ sơ tới 1 địa chỉ`);
}

test('with the mouse: the district that pulls the rate down, its late dossiers, their list for others', async ({
  page,
  wall,
  context,
  mailbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const asked = watchRequests(page);
  await openDesk(page, wall, YEAR);
  await expect(page.locator('.units-sentence')).toContainText(
    'Thuận An kéo tỷ lệ đúng hạn của Tỉnh Bình Dương xuống nhiều nhất',
  );
  await expect(row(page, 1)).toContainText('Thuận An');
  await expect(row(page, 1)).toContainText('nhiều nhất');
  const late = await row(page, 1).locator('td').nth(3).innerText();

  await row(page, 1).locator('td').nth(3).getByRole('link').click();
  await waitForRows(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trả trễ · Thuận An');
  await expect(page.locator('.section-head p')).toContainText(`${late} hồ sơ`);
  await expect(page.getByRole('list', { name: 'Bộ lọc' })).toContainText('01/01/2023 – 31/12/2023');

  await page.getByRole('button', { name: 'Sao chép liên kết' }).click();
  await expect(page.getByRole('button', { name: 'Đã sao chép' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV', exact: true }).click(),
  ]);
  const codes = readFileSync(await file.path(), 'utf8').match(/H09[.\d]*-\d{6}-\d{4}/g);
  expect(file.suggestedFilename()).toMatch(/thuan-an.*[.]csv$/);
  expect(new Set(codes).size).toBe(Number(late.replaceAll('.', '')));

  await sendByKeys(page, late);
  await expect.poll(() => mailbox.mails.length).toBe(1);
  expect(mailbox.mails[0]).toContain('To: thuan-an@ioc.test');
  expect(mailbox.mails[0]).toMatch(/filename=\S*thuan-an\S*[.]xlsx/);
  await page.keyboard.press('Escape');

  await row(page, 2).click();
  await expect(page.getByRole('heading', { name: 'Diễn biến' })).toBeVisible();
  await expect(page.locator('.record-standing')).toContainText('trả trễ');
  expect(asked.filter(isOfMap)).toEqual([]);

  const other = await context.newPage();
  await other.goto(link);
  await waitForRows(other);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Trả trễ · Thuận An');
  await expect(other.locator('.section-head p')).toContainText(`${late} hồ sơ`);
});

test('with the keyboard alone: down to the dossiers, one of them, and all the way back', async ({
  page,
  wall,
}) => {
  await openDesk(page, wall, YEAR);
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thuận An');
  await waitForRows(page);
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tỉnh Bình Dương');
  await waitForRows(page);
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trả trễ · Thuận An');
  await waitForRows(page);
  await page.keyboard.press('End');
  await expect(page.locator('.grid-body [aria-selected="true"]')).toBeVisible();
  for (const key of ['Home', 'PageDown', 'ArrowDown']) await page.keyboard.press(key);
  const chosen = page.locator('.grid-body [aria-selected="true"]');
  await expect(chosen.locator('.grid-blank')).toHaveCount(0);
  const code = await chosen.locator('td').first().innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(code);
  await page.goBack();
  await waitForRows(page);
  await expect(page.locator('.grid-body [aria-selected="true"] td').first()).toHaveText(code);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tỉnh Bình Dương');
});

test('the search finds without accents and by a part of a code', async ({ page, wall }) => {
  await openDesk(page, wall, YEAR);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('thuan an');
  await expect(page.locator('.palette-find').first()).toContainText('Thành phố Thuận An');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thuận An');
  await page.keyboard.press('/');
  await page.keyboard.type('231208-0042');
  await expect(page.locator('.palette-find').first()).toContainText('231208-0042');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('231208-0042');
});

test('a hundred thousand dossiers scroll smoothly, and the last one is there', async ({
  page,
  wall,
}) => {
  await openDesk(page, wall, 'list?state=all');
  const total = Number(await grid(page).getAttribute('aria-rowcount'));
  expect(total).toBeGreaterThan(100_000);
  const times = await page.evaluate(async () => {
    const scroller = document.querySelector('.grid-scroll');
    const frames: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 180; frame++) {
      if (scroller) scroller.scrollTop += 97;
      await new Promise(requestAnimationFrame);
      frames.push(performance.now() - last);
      last = performance.now();
    }
    return frames.sort((a, b) => a - b);
  });
  // A frame is 16.7 ms on a quiet machine; a table that drew all its rows would need seconds on any.
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(60);
  expect(await page.locator('.grid-body tr').count()).toBeLessThan(80);
  await page.keyboard.press('End');
  await expect(page.locator(`[aria-rowindex="${total}"] td`).first()).toContainText('H09');
});

const SECTIONS = ['radar', 'cameras', 'alarms', 'rules', 'tasks', 'incidents', 'shift'];
/** Those whose main button opens a form. */
const WITH_FORM = ['tasks', 'incidents', 'webhooks', 'accounts'];

async function expectNoFault(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(told, where).toEqual([]);
}

/** Opens something over the page, looks, and closes it again. */
async function lookInside(page: Page, where: string, open: () => Promise<void>): Promise<void> {
  await open();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoFault(page, where);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('the desk has no fault of access in either language and theme, on its pages and in its dialogs', async ({
  page,
  wall,
}) => {
  for (const view of [{ language: 'vi' }, { language: 'en', theme: 'light' }] as const) {
    for (const place of [YEAR, 'list?unit=725&field=dat-dai']) {
      await openDesk(page, wall, place, view);
      await expectNoFault(page, `${place} ${view.language}`);
    }
    await lookInside(page, `filters ${view.language}`, () =>
      page.locator('.list-tools > .action').click(),
    );
    for (const key of ['Control+k', '?'])
      await lookInside(page, `${key} ${view.language}`, () => page.keyboard.press(key));
    await row(page, 1).click();
    await expect(page.locator('.record-standing')).toBeVisible();
    await expectNoFault(page, `record ${view.language}`);
    for (const place of [...SECTIONS, 'deliveries', 'webhooks', 'accounts']) {
      await page.goto(deskAddress(wall, place, view));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectNoFault(page, `${place} ${view.language}`);
      if (!WITH_FORM.includes(place)) continue;
      await lookInside(page, `form of ${place} ${view.language}`, () =>
        page.locator('.section-head [data-main="true"]').click(),
      );
    }
  }
});

test('nothing is cut off on the screens of operators', async ({ page, wall }) => {
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
    [2560, 1440],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const place of [YEAR, 'list?unit=725&state=closed-late']) {
      await openDesk(page, wall, place);
      await expect.poll(() => deskFaults(page), `${place} at ${width}`).toEqual([]);
    }
  }
});

test('a map is loaded by whoever opens it', async ({ page, wall }) => {
  const asked = watchRequests(page);
  await openDesk(page, wall, YEAR);
  expect(asked.filter(isOfMap)).toEqual([]);
  await page.getByRole('button', { name: 'Bản đồ' }).click();
  await expect(page.getByRole('img', { name: 'Bản đồ: Đúng hạn' })).toBeVisible();
  await expect.poll(() => asked.filter(isOfMap).length).toBeGreaterThan(0);
});

test('without a token, or with a screen’s, the desk says so in plain words', async ({
  page,
  wall,
}) => {
  await page.goto(`${wall.url}/desk`);
  await expect(page.getByRole('heading')).toHaveText('Chưa có quyền vào bàn trực');
  await page.goto(deskAddress(wall, 'units').replace(wall.adminToken, wall.deviceToken));
  await page.reload();
  await expect(page.getByRole('heading')).toHaveText('Liên kết này không vào được bàn trực');
});
