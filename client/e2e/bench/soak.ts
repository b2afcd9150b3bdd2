import type { Page } from 'playwright-core';
import { freshDossiers } from '../../../server/bench/input/fresh-dossiers.ts';
import { type Slope, slopeOf } from '../../../server/bench/report/slope.ts';
import { type Line, numberFlag, printTable } from '../../../server/bench/report/table.ts';
import { createPusher } from '../../../server/bench/rig/pusher.ts';
import {
  openBrowser,
  RECEIVED_TITLE,
  readReceived,
  startDemoServer,
  wallAddress,
} from './rig/demo-wall.ts';
import { openCosts, type PageCosts } from './rig/page-costs.ts';
import { installProbe } from './rig/wall-probe.ts';

/**
 * Endurance of a wall page: `npm run soak -- [--updates 3000] [--limit 28]`. Each update is a pushed dossier that was
 * waited for until the wall showed it; after every fortieth part of them all scenes are shown and the garbage is
 * collected. It fails where the heap grows by more than `--limit` KB in 1,000 updates beyond doubt (two standard
 * errors), or where nodes, listeners or WebGL contexts grow. 28 KB are 0.1 MB an hour at an update a second.
 */
const UPDATES = numberFlag('updates', 3000);
const LIMIT_KB = numberFlag('limit', 28);
const SAMPLES = Math.min(40, UPDATES);
/** The browser compiles and remembers at first, above all in changes of the scene: that says nothing of the end. */
const WARM_TOURS = 120;
const WARM_SAMPLES = Math.ceil(SAMPLES / 2);
/** Functions are compiled for hours, each when it has become hot: that would hide what grows in the data. */
const WITHOUT_COMPILERS = '--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode';
const SEEN_WITHIN_MS = 30_000;
const SCENE_KEYS = ['2', '3', '4', '1'];

interface Sample extends PageCosts {
  readonly updates: number;
}

/** `tell` says how things stand when it was not in time. */
function within<T>(ms: number, act: Promise<T>, tell: () => Promise<string>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(async () => reject(new Error(`more than ${ms} ms: ${await tell()}`)), ms);
  });
  return Promise.race([act, late]).finally(() => clearTimeout(timer));
}

/** Every scene once, and back to the first one. */
async function showScenes(page: Page, stayMs: number): Promise<void> {
  for (const key of SCENE_KEYS) {
    await page.keyboard.press(key);
    await page.waitForTimeout(stayMs);
  }
}

async function drive(): Promise<{ samples: Sample[]; tookMs: number; browser: string }> {
  const server = await startDemoServer();
  const browser = await openBrowser(WITHOUT_COMPILERS);
  const pusher = createPusher(server, 1);
  try {
    const page = await browser.newPage();
    const probe = await installProbe(page, RECEIVED_TITLE);
    const readCosts = await openCosts(page);
    await page.goto(wallAddress(server));
    const first = await readReceived(server);
    const see = (count: number) =>
      within(SEEN_WITHIN_MS, probe.until(count), async () => {
        const board = await page
          .locator('.board[data-shown="true"]')
          .first()
          .getAttribute('data-board');
        const held = await readReceived(server);
        return `showing ${count}; the server holds ${held}, the wall shows ${probe.highest()}, its board is ${board}`;
      });
    await see(first);
    await page.keyboard.press(' ');
    for (let tour = 0; tour < WARM_TOURS; tour++) await showScenes(page, 30);
    const samples: Sample[] = [];
    const startMs = performance.now();
    for (let updates = 1; updates <= UPDATES; updates++) {
      await pusher.push(freshDossiers(1));
      await see(first + updates);
      if (updates % Math.floor(UPDATES / SAMPLES) !== 0) continue;
      await showScenes(page, 150);
      probe.take();
      samples.push({ updates, ...(await readCosts()) });
    }
    return { samples, tookMs: performance.now() - startMs, browser: browser.name };
  } finally {
    pusher.close();
    await browser.close();
    await server.stop();
    server.remove();
  }
}

/** KB in 1,000 updates. */
function heapSlope(samples: readonly Sample[]): Slope {
  return slopeOf(
    samples.map(({ updates, heapBytes }) => ({ x: updates / 1000, y: heapBytes / 1024 })),
  );
}

/** What grew from the first quarter of the samples to the last, by the middle of each: a single sample may be amid a change. */
function grownBetween(samples: readonly Sample[], name: 'nodes' | 'listeners' | 'contexts') {
  const part = Math.max(1, Math.floor(samples.length / 4));
  const middle = (list: readonly Sample[]) =>
    list.map((sample) => sample[name]).sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return { from: middle(samples.slice(0, part)), to: middle(samples.slice(-part)) };
}

function report({ samples, tookMs, browser }: Awaited<ReturnType<typeof drive>>): string[] {
  const warm = samples.slice(WARM_SAMPLES);
  const { perStep, error } = heapSlope(warm);
  const faults: string[] = [];
  if (perStep - 2 * error > LIMIT_KB) faults.push(`the heap grows by ${perStep.toFixed(1)} KB`);
  const kb = (value: number) => `${value.toFixed(1)} KB`;
  const lines: Line[] = [
    {
      what: 'heap after collection, growth in 1,000 updates',
      measured: `${kb(perStep)} ± ${kb(2 * error)}`,
      budget: `≤ ${LIMIT_KB} KB`,
    },
    {
      what: 'heap after collection, first · last sample',
      measured: [warm[0], warm.at(-1)]
        .map((sample) => `${((sample?.heapBytes ?? 0) / 2 ** 20).toFixed(2)} MB`)
        .join(' · '),
    },
  ];
  for (const name of ['nodes', 'listeners', 'contexts'] as const) {
    const { from, to } = grownBetween(warm, name);
    if (to > from) faults.push(`${name} grew from ${from} to ${to}`);
    lines.push({ what: `${name}, early · late`, measured: `${from} · ${to}`, budget: 'constant' });
  }
  lines.push({
    what: 'an update, pushed until shown',
    measured: `${(tookMs / UPDATES).toFixed(1)} ms`,
  });
  printTable(`Soak: ${UPDATES.toLocaleString('en')} updates of a wall, ${browser}`, lines);
  if (2 * error > LIMIT_KB) say(`${UPDATES} updates are too few to tell a slope of ${LIMIT_KB} KB`);
  return faults;
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const faults = report(await drive());
for (const fault of faults) say(`fails: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
