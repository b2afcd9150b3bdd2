import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './find-browser.ts';
import { VIEWPORTS } from './viewports.ts';

const { executablePath, env } = findBrowser();

/** What mostly waits for time to pass: it runs beside the others, against a server of its own. */
const WAITS = /(cold-start|disturbance|tablet|time-machine)\.e2e\.ts$/;

/** One worker a project: its tests share one server and its demo, and two cores draw one wall at a time. */
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'acts', testMatch: '*.e2e.ts', testIgnore: WAITS, workers: 1 },
    { name: 'waits', testMatch: WAITS, workers: 1 },
  ],
  outputDir: '../../test-results/e2e',
  globalSetup: './demo-folder.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  globalTimeout: 25 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    viewport: VIEWPORTS['1080p'],
    locale: 'vi-VN',
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, env, args: [...BROWSER_ARGS] },
  },
});
