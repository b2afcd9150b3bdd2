import { VIEWS, walkScenes } from './scene-walk.ts';
import { VIEWPORTS } from './viewports.ts';
import { openWall } from './wall-page.ts';
import { test } from './wall-test.ts';

for (const { name, language } of VIEWS) {
  test(`every scene at ${name} in ${language}: nothing scrolls, overlaps or is cut off`, async ({
    page,
    wall,
  }) => {
    await page.setViewportSize(VIEWPORTS[name]);
    await openWall(page, wall, { language });
    await walkScenes(page);
  });
}
