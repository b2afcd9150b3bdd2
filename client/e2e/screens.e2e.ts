import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { findLayoutFaults } from './layout-faults.ts';
import { openWall, SCENES } from './wall-page.ts';
import { test } from './wall-test.ts';

for (const scene of SCENES) {
  test(`${scene} in English fits and has no serious fault of access`, async ({ page, wall }) => {
    await openWall(page, wall, { scene, language: 'en' });
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect.poll(() => findLayoutFaults(page)).toEqual([]);
    expect(await seriousFaults(new AxeBuilder({ page }))).toEqual([]);
  });

  test(`${scene} in Vietnamese has no serious fault of access`, async ({ page, wall }) => {
    await openWall(page, wall, { scene });
    await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
    expect(await seriousFaults(new AxeBuilder({ page }))).toEqual([]);
  });
}

async function seriousFaults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
