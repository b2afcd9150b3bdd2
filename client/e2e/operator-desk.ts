import type { Browser, Locator, Page, ViewportSize } from '@playwright/test';
import { deskAddress } from './desk-page.ts';
import type { WallServer } from './wall-server.ts';

/** A server that others keep busy is slow, not wrong. */
export const PATIENCE_MS = 30_000;

/** Posts as whoever has the token; resolves with the answer. */
export async function call<T>(
  { url }: WallServer,
  token: string,
  path: string,
  body: object,
): Promise<T> {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as T;
}

/** Opens an operator's account for one unit; resolves with its token. */
export async function openAccount(wall: WallServer, name: string, unit: string): Promise<string> {
  const wanted = { name, role: 'operator', scope: [unit] };
  return (await call<{ token: string }>(wall, wall.adminToken, 'accounts', wanted)).token;
}

/** A place of the desk in a browser session of its own, as another person's screen is. */
export async function openDeskOf(
  browser: Browser,
  wall: WallServer,
  token: string,
  place: string,
  viewport?: ViewportSize,
): Promise<Page> {
  const context = await browser.newContext(viewport && { viewport });
  const page = await context.newPage();
  await page.goto(deskAddress(wall, place, { token }));
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: PATIENCE_MS });
  return page;
}

/** Goes on by the Tab key until this has the focus. */
export async function tabTo(wanted: Locator): Promise<void> {
  await wanted.waitFor({ timeout: PATIENCE_MS });
  for (let n = 0; n < 60; n++) {
    if (await wanted.evaluate((each) => each === document.activeElement)) return;
    await wanted.page().keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${wanted}`);
}

/** Presses the button of this name by keyboard; of two, the one of the open form. */
export async function press(page: Page, name: string): Promise<void> {
  await tabTo(page.getByRole('button', { name, exact: true }).last());
  await page.keyboard.press('Enter');
}

/** Writes into the field of this name by keyboard. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page.getByRole('textbox', { name: label, exact: true }).last());
  await page.keyboard.insertText(text);
}
