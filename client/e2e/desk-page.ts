import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { WallServer } from './wall-server.ts';

interface DeskView {
  readonly language?: 'vi' | 'en';
  readonly theme?: 'dark' | 'light';
  /** Of an account; without it the administrator's. */
  readonly token?: string;
}

/** The address of a place of the desk, with the token in it. */
export function deskAddress(wall: WallServer, place: string, view: DeskView = {}): string {
  const address = new URL(`/desk/${place}`, wall.url);
  address.searchParams.set('lang', view.language ?? 'vi');
  if (view.theme) address.searchParams.set('theme', view.theme);
  address.hash = `token=${view.token ?? wall.adminToken}`;
  return address.href;
}

/** Opens a place of the desk and waits for the rows of its table. */
export async function openDesk(
  page: Page,
  wall: WallServer,
  place: string,
  view: DeskView = {},
): Promise<void> {
  await page.goto(deskAddress(wall, place, view));
  await waitForRows(page);
}

export function grid(page: Page): Locator {
  return page.getByRole('grid');
}

/** A row of the table by its place, 1 for the first. */
export function row(page: Page, place: number): Locator {
  return page.locator(`.grid-body [aria-rowindex="${place + 1}"]`);
}

/** Resolves when the table is of the question asked and has its first row. */
export async function waitForRows(page: Page): Promise<void> {
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false');
  await expect(row(page, 1)).toBeVisible();
  await expect(row(page, 1).locator('.grid-blank')).toHaveCount(0);
}

/* The functions below run inside the page: they are sent there as text and may use each other and nothing else. */

function isCutOff(part: Element): boolean {
  if (part.closest('.unseen') || part.clientWidth === 0) return false;
  const clips = getComputedStyle(part).overflowX !== 'visible';
  return clips && part.scrollWidth > part.clientWidth + 1;
}

function leavesScreen(part: Element): boolean {
  const { right, bottom, width } = part.getBoundingClientRect();
  return width > 0 && (right > innerWidth + 1 || bottom > innerHeight + 1);
}

function faultsOfDesk(): string[] {
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
  const scrolls = scrollWidth > clientWidth || scrollHeight > clientHeight;
  const table = document.querySelector('.grid-scroll');
  const isWide = table !== null && table.scrollWidth > table.clientWidth;
  const parts = document.querySelectorAll(
    '.desk-header > *, .section-head *, .list-tools *, .units-summary *, .grid-head span',
  );
  const names = document.querySelectorAll('.grid-body td:first-child');
  const told = (part: Element) => `"${part.textContent?.slice(0, 40)}"`;
  return [
    ...(scrolls ? ['the page scrolls'] : []),
    ...(isWide ? ['the table scrolls sideways'] : []),
    ...[...parts, ...names].filter(isCutOff).map((part) => `${told(part)} is cut off`),
    ...[...parts].filter(leavesScreen).map((part) => `${told(part)} leaves the screen`),
  ];
}

/** What sticks out of the page or of its part, in words. */
export function deskFaults(page: Page): Promise<string[]> {
  const functions = [isCutOff, leavesScreen, faultsOfDesk].join('\n');
  return page.evaluate(`(() => { ${functions}\nreturn faultsOfDesk(); })()`);
}
