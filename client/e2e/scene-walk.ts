import { expect, type Page } from '@playwright/test';
import { findLayoutFaults } from './layout-faults.ts';
import { VIEWPORTS, type ViewportName } from './viewports.ts';
import { waitUntilFilled } from './wall-page.ts';

/** Every resolution in Vietnamese, the usual one in English as well. */
export const VIEWS = [
  ...(Object.keys(VIEWPORTS) as ViewportName[]).map((name) => ({ name, language: 'vi' as const })),
  { name: '1080p' as const, language: 'en' as const },
];

/** One bad scene does not hide the next. */
const expectOfEach = expect.configure({ soft: true, timeout: 10_000 });

/** Turns an open wall from its first scene to its last as an operator does: nothing scrolls, overlaps or is cut off. */
export async function walkScenes(page: Page): Promise<void> {
  const marks = page.locator('.scene-mark');
  const count = await marks.count();
  expect(count).toBeGreaterThan(9);
  for (let at = 0; at < count; at += 1) {
    await expect(marks.nth(at)).toHaveAttribute('aria-current', 'true');
    await waitUntilFilled(page);
    const scene = await marks.nth(at).getAttribute('aria-label');
    await expectOfEach.poll(() => findLayoutFaults(page), `${scene}`).toEqual([]);
    const right = await page.locator('.wall-footer').evaluate((el) => {
      return el.getBoundingClientRect().right - innerWidth;
    });
    expect(right, `${scene} is as wide as its screen`).toBeLessThanOrEqual(0);
    await page.keyboard.press('PageDown');
  }
}
