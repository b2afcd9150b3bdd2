/**
 * Pictures of a page on the wall's screens, with what the browser complained about and faults of the layout:
 *
 *     npm run shoot -- <url> [--out folder] [--size 1080p,4k,ultra-wide] [--wait ms]
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from './find-browser.ts';
import { findLayoutFaults } from './layout-faults.ts';
import { VIEWPORTS, type ViewportName } from './viewports.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'test-results/shots' },
    size: { type: 'string', default: Object.keys(VIEWPORTS).join(',') },
    wait: { type: 'string', default: '4000' },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);

function report(page: Page, host: string): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      say(`  ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => say(`  uncaught: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) =>
    say(`  failed: ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  page.on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== host) say(`  off the host: ${request.url()}`);
  });
}

async function shootAll(url: string): Promise<void> {
  const { executablePath, env, source } = findBrowser();
  const browser = await chromium.launch({ executablePath, env, args: [...BROWSER_ARGS] });
  say(`Chromium ${browser.version()} (${source})`);
  mkdirSync(values.out, { recursive: true });
  for (const name of values.size.split(',') as ViewportName[]) {
    const file = path.join(values.out, `${name}.png`);
    say(`${name} → ${file}`);
    const page = await browser.newPage({ viewport: VIEWPORTS[name] });
    report(page, new URL(url).host);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(Number(values.wait));
    await page.screenshot({ path: file });
    for (const fault of await findLayoutFaults(page)) say(`  layout: ${fault}`);
    await page.close();
  }
  await browser.close();
}

const [url] = positionals;
if (!url) throw new Error('npm run shoot -- <url>: the url is missing');
await shootAll(url);
