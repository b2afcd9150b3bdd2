import { expect, type Locator, type Page } from '@playwright/test';
import type { Answer } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import type { WallServer } from './wall-server.ts';

export const YEAR = { from: '2023-01-01', to: '2023-12-31' };

/** Opens a page of the studio as the administrator and waits until its answer is there. */
export async function openStudio(page: Page, { url, adminToken }: WallServer, path: string) {
  await page.goto(`${url}/studio/${path}#token=${adminToken}`);
  await page.getByRole('navigation').waitFor();
}

/** Waits until what is asked has been answered. */
export async function waitUntilAnswered(page: Page): Promise<void> {
  await page.locator('.sheet[aria-busy="false"] .sheet-table').first().waitFor();
}

/** What the server answers, asked beside the page. */
export async function askServer({ url, adminToken }: WallServer, query: Query): Promise<Answer> {
  const response = await fetch(`${url}/api/v1/query`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(query),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

/** Cells of the table row by row, as they are read. */
export function tableTexts(page: Page): Promise<string[][]> {
  return page
    .locator('.sheet-table tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    );
}

const MOST_STEPS = 80;

/** Presses Tab until the control has the focus: whoever has no mouse must come there too. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${goal} was not reached by ${MOST_STEPS} steps of Tab`);
}

/** Goes down a list of choices, from its beginning, by the arrow key until the one of that name is chosen. */
export async function chooseByKeys(page: Page, list: Locator, name: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.press('Home');
  for (let step = 0; step < MOST_STEPS; step++) {
    const chosen = await list.evaluate(
      (element) => (element as HTMLSelectElement).selectedOptions[0]?.textContent,
    );
    if (chosen === name) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${name} is no choice`);
}

/** Text that is wider than the box that cuts it, and pages that scroll sideways. */
export function findCutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sideways = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
    const isSeen = (element: Element) => element.checkVisibility() && !element.closest('.unseen');
    const cuts = [...document.querySelectorAll('.studio *')].filter((element) => {
      if (element instanceof HTMLInputElement || !isSeen(element)) return false;
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      const { right } = element.getBoundingClientRect();
      const isCut = getComputedStyle(element).overflowX !== 'visible';
      const scrolls = element.closest('.pivot-scroll, .studio-header nav') !== null;
      const leaves = right > innerWidth + 1 && !scrolls;
      return hasText && (leaves || (isCut && element.scrollWidth > element.clientWidth + 1));
    });
    return [...sideways, ...cuts.map((element) => `“${element.textContent}” is cut`)];
  });
}
