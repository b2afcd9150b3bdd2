import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { findLayoutFaults } from './layout-faults.ts';
import { VIEWS, walkScenes } from './scene-walk.ts';
import { VIEWPORTS } from './viewports.ts';
import { openWall, tile, waitUntilFilled, wallAddress } from './wall-page.ts';
import { createWallServer, type WallServer } from './wall-server.ts';

/** The other provinces with the instant at which their demo has ended. */
const PROVINCES = [
  { slug: 'binh-phuoc', name: 'Tỉnh Bình Phước', end: '2023-08-08T09:00:00+07:00' },
  { slug: 'tay-ninh', name: 'Tỉnh Tây Ninh', end: '2024-04-04T09:00:00+07:00' },
] as const;

/** A hundredth of the dossiers is as good to look at, and there in a few seconds. */
const PART = 100;

type Counts = Record<string, number>;
interface Year extends Record<string, unknown> {
  readonly received: Counts;
}

function smaller(year: Year): Year {
  const scale = ([key, value]: [string, unknown]) => {
    const isCount = typeof value === 'number' && key !== 'year';
    return [key, isCount ? Math.floor(value / PART) : value];
  };
  const counts = Object.fromEntries(Object.entries(year).map(scale)) as Counts;
  const received = Object.fromEntries(Object.entries(year.received).map(scale)) as Counts;
  const { resolvedOnTime = 0, resolvedLate = 0, open = 0, withdrawn = 0 } = counts;
  const total = Object.values(received).reduce((sum, count) => sum + count, 0);
  const resolvedEarly = total - resolvedOnTime - resolvedLate - open - withdrawn;
  return { ...year, ...counts, received, resolvedEarly };
}

function smallPack(slug: string, folder: string): string {
  const directory = path.join(folder, slug);
  cpSync(path.join('fixtures/provinces', slug), directory, { recursive: true });
  const file = path.join(directory, 'demo.json');
  const demo = JSON.parse(readFileSync(file, 'utf8')) as { years: Year[] };
  writeFileSync(file, JSON.stringify({ ...demo, years: demo.years.map(smaller) }));
  return directory;
}

for (const { slug, name, end } of PROVINCES) {
  test.describe(name, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ioc-e2e-'));
    let wall: WallServer;

    test.beforeAll(async () => {
      wall = await createWallServer(path.join(folder, 'data'));
      const settings = { IOC_PACK: smallPack(slug, folder), IOC_CLOCK: `replay:${end}@1` };
      await wall.start({ settings });
    });
    test.afterAll(async () => {
      await wall.close();
      rmSync(folder, { recursive: true, force: true });
    });

    for (const view of VIEWS) {
      test(`every scene of ${name} at ${view.name} in ${view.language} fits`, async ({ page }) => {
        await page.setViewportSize(VIEWPORTS[view.name]);
        await openWall(page, wall, { language: view.language });
        await expect(page.locator('.wall-place').first()).toHaveText(
          view.language === 'vi' ? name : /Province$/,
        );
        await walkScenes(page);
      });
    }

    if (slug === 'tay-ninh') {
      test('Gò Dầu has boards of its own, and its printed floors keep their operators', async ({
        page,
      }) => {
        await page.goto(wallAddress(wall).replace('?', '?unit=710&'));
        await waitUntilFilled(page);
        await expect(page.locator('.wall-place').first()).toHaveText('Gò Dầu');
        await expect(page.getByRole('img', { name: 'Bản đồ sơ đồ, 9 vùng' })).toBeVisible();
        await expect(page.getByText(/Toàn tỉnh/).filter({ visible: true })).toHaveCount(0);
        await expect(tile(page, 'Gò Dầu: đã công bố')).toContainText('>\u00a098%');
        await expect(tile(page, 'Gò Dầu: đã công bố')).toContainText('≥\u00a090%');
        await expect.poll(() => findLayoutFaults(page)).toEqual([]);
      });
    }
  });
}
