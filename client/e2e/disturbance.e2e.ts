import { expect, type Page } from '@playwright/test';
import { openLine } from './cuttable-line.ts';
import { openStudio, waitUntilAnswered, YEAR } from './studio-page.ts';
import { openWall, pushDossiers, tile } from './wall-page.ts';
import { DEMO_END, type WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

/** The large number of a tile, read as people read it. */
async function receivedOf(page: Page): Promise<number> {
  const text = await tile(page, 'Hồ sơ tiếp nhận').innerText();
  const found = /\d{1,3}(?:\.\d{3})+/.exec(text)?.[0];
  if (!found) throw new Error(`no number in ${text}`);
  return Number(found.replaceAll('.', ''));
}

const expectReceived = (page: Page, count: number) =>
  expect.poll(() => receivedOf(page), { timeout: 30_000 }).toBe(count);

/** A node that is still there was never re-mounted, a page that still knows it was never reloaded. */
const markPage = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('.tile')) one.setAttribute('data-marked', '');
  });
const markedTiles = (page: Page) => page.locator('.tile[data-marked]').count();

async function pushAndSee(page: Page, wall: WallServer): Promise<void> {
  const before = await receivedOf(page);
  await pushDossiers(wall, 3);
  await expectReceived(page, before + 3);
}

test('a pushed dossier is on the wall without a reload', async ({ page, wall }) => {
  await openWall(page, wall);
  await markPage(page);
  const marked = await markedTiles(page);
  await pushAndSee(page, wall);
  expect(await markedTiles(page)).toBe(marked);
});

test('a server that is killed and started again finds its walls where they were', async ({
  page,
  wall,
}) => {
  await openWall(page, wall);
  await markPage(page);
  const before = await receivedOf(page);
  await wall.kill();
  await expect(tile(page, 'Hồ sơ tiếp nhận')).toHaveAttribute('data-old', 'true');
  expect(await receivedOf(page)).toBe(before);
  await wall.start({ settings: DEMO_END });
  await expect(tile(page, 'Hồ sơ tiếp nhận')).toHaveAttribute('data-old', 'false', {
    timeout: 40_000,
  });
  expect(await receivedOf(page)).toBe(before);
  expect(await markedTiles(page)).toBeGreaterThan(0);
  await expect(page.locator('input, form')).toHaveCount(0);
  await pushAndSee(page, wall);
});

test('a wall that was offline for a minute has all that happened meanwhile', async ({
  page,
  wall,
}) => {
  test.setTimeout(150_000);
  const line = await openLine(wall.url);
  try {
    await openWall(page, wall, { via: line.url });
    await markPage(page);
    const before = await receivedOf(page);
    line.cut();
    await pushDossiers(wall, 5);
    await page.waitForTimeout(60_000);
    expect(await receivedOf(page)).toBe(before);
    await expect(tile(page, 'Hồ sơ tiếp nhận')).toHaveAttribute('data-old', 'true');
    line.mend();
    await expectReceived(page, before + 5);
    await expect(tile(page, 'Hồ sơ tiếp nhận')).toHaveAttribute('data-old', 'false');
    expect(await markedTiles(page)).toBeGreaterThan(0);
  } finally {
    await line.close();
  }
});

test('a lost WebGL context rebuilds the map and nothing else', async ({ page, wall }) => {
  await openWall(page, wall);
  await page.locator('.tile-map canvas').first().waitFor();
  await markPage(page);
  const marked = await markedTiles(page);
  const lost = await page.evaluate(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.tile-map canvas')];
    const contexts = canvases.flatMap((canvas) => canvas.getContext('webgl2') ?? []);
    for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
    return contexts.length;
  });
  expect(lost).toBeGreaterThan(0);
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.tile-map canvas')].some(
      (canvas) => canvas.getContext('webgl2')?.isContextLost() === false,
    ),
  );
  expect(await markedTiles(page)).toBe(marked);
  await pushAndSee(page, wall);
});

test('a question of the studio follows its figures, and a moment looked back at stands still', async ({
  page,
  wall,
}) => {
  await openStudio(page, wall, `ask?m=dossier.received&p=${YEAR.from}..${YEAR.to}&g=month`);
  await waitUntilAnswered(page);
  const figure = page.locator('.strip-figure');
  const numberOf = async () => Number((await figure.innerText()).replaceAll('.', ''));
  const before = await numberOf();
  await pushDossiers(wall, 3);
  await expect.poll(numberOf).toBe(before + 3);
  await expect(page.locator('.sheet')).toHaveAttribute('aria-busy', 'false');

  const lookBack = page.getByRole('textbox', { name: 'Nhìn lại lúc' });
  await lookBack.fill('08:00 30/12/2023');
  await lookBack.press('Enter');
  const head = page.locator('.sheet-scope');
  await expect(head).toContainText('như đã biết lúc 08:00 30/12/2023');
  const then = await numberOf();
  expect(then).toBeGreaterThan(0);
  expect(then).toBeLessThan(before);
  await pushDossiers(wall, 2);
  expect(new URL(page.url()).searchParams.get('at')).toBe('2023-12-30T08:00:00+07:00');
  await lookBack.fill('');
  await lookBack.press('Enter');
  await expect(head).toContainText('tính lúc');
  await expect.poll(numberOf).toBe(before + 5);
  await lookBack.fill('08:00 30/12/2030');
  await lookBack.press('Enter');
  await expect(page.getByRole('alert')).toContainText('phải là một thời điểm đã qua');
});
