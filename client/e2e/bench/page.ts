import type { Page } from 'playwright-core';
import {
  type Line,
  milliseconds,
  numberFlag,
  printTable,
  quantile,
} from '../../../server/bench/report/table.ts';
import { openBrowser, startDemoServer, wallAddress } from './rig/demo-wall.ts';

/**
 * Opening a wall page with nothing in the cache, `--rounds` times (default 7), middle and worst of them: when its
 * largest part was painted, when every tile of the scene had its answer, and how much came over the wire.
 */
const ROUNDS = numberFlag('rounds', 7);

interface Opening {
  /** Largest Contentful Paint and the moment all tiles had an answer, ms since the navigation began. */
  readonly lcpMs: number;
  readonly liveMs: number;
  /** The page, the scripts and the styles it names itself: before any tile, as sent. */
  readonly shellBytes: number;
  /** All that came, fonts, maps and charts included, as sent. */
  readonly totalBytes: number;
}

async function open(page: Page, address: string): Promise<Opening> {
  await page.goto(address, { waitUntil: 'commit' });
  const live = await page.waitForFunction(
    () => {
      const tiles = [...document.querySelectorAll('.tile')].filter((one) => one.checkVisibility());
      const isLive =
        tiles.length > 0 && tiles.every((one) => one.getAttribute('data-waiting') === 'false');
      return isLive ? performance.now() : undefined;
    },
    undefined,
    { polling: 'raf', timeout: 60_000 },
  );
  const liveMs = Number(await live.jsonValue());
  await page.waitForLoadState('networkidle');
  const lcpMs = await page.evaluate(readLargestPaint);
  return { liveMs, lcpMs, ...(await page.evaluate(readWeights)) };
}

/** Runs in the page. */
function readLargestPaint(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** Runs in the page. What loads later adds links to the document: the shell is what the page as sent names. */
async function readWeights() {
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const [own] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const sent = await (await fetch(location.pathname)).text();
  const bytesOf = (list: readonly PerformanceResourceTiming[]) =>
    list.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, own?.encodedBodySize ?? 0);
  const isShell = ({ name }: PerformanceEntry) =>
    /[.](js|css)$/.test(name) && sent.includes(new URL(name).pathname);
  return { shellBytes: bytesOf(loaded.filter(isShell)), totalBytes: bytesOf(loaded) };
}

async function measure(): Promise<{ openings: Opening[]; browser: string }> {
  const server = await startDemoServer();
  const browser = await openBrowser();
  try {
    const openings: Opening[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage();
      openings.push(await open(page, wallAddress(server)));
      await page.close();
    }
    return { openings, browser: browser.name };
  } finally {
    await browser.close();
    await server.stop();
    server.remove();
  }
}

const { openings, browser } = await measure();
const spread = (name: 'lcpMs' | 'liveMs') => {
  const all = openings.map((opening) => opening[name]);
  return `${milliseconds(quantile(all, 0.5))} · ${milliseconds(quantile(all, 1))}`;
};
const kb = (bytes: number | undefined) => `${((bytes ?? 0) / 1024).toFixed(0)} KB`;
const lines: Line[] = [
  { what: 'largest paint (LCP), middle · worst', measured: spread('lcpMs'), budget: '≤ 1,000 ms' },
  { what: 'all tiles live, middle · worst', measured: spread('liveMs'), budget: '≤ 2,500 ms' },
  { what: 'shell, compressed', measured: kb(openings[0]?.shellBytes), budget: '≤ 120 KB' },
  { what: 'all that came, fonts and map too', measured: kb(openings[0]?.totalBytes) },
];
printTable(`Opening the wall ${ROUNDS} times, ${browser}`, lines);
