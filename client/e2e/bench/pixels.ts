import { setTimeout as pause } from 'node:timers/promises';
import { boardQueries } from '../../../server/bench/input/board-queries.ts';
import { freshDossiers } from '../../../server/bench/input/fresh-dossiers.ts';
import {
  type Line,
  milliseconds,
  numberFlag,
  printTable,
  quantile,
} from '../../../server/bench/report/table.ts';
import { openCrowd } from '../../../server/bench/rig/crowd.ts';
import { createPusher } from '../../../server/bench/rig/pusher.ts';
import {
  openBrowser,
  RECEIVED_TITLE,
  readReceived,
  startDemoServer,
  wallAddress,
} from './rig/demo-wall.ts';
import { installProbe, type Shown, type WallProbe } from './rig/wall-probe.ts';

/**
 * From the push of an event to the frame after the one in which a wall shows it counted: `--walls` (default 100)
 * subscribed to every question of the boards, one of them in a real browser; `--seconds` (default 15) at 5,000 events a
 * second, then 100,000 events within one second.
 */
const WALLS = numberFlag('walls', 100);
const SECONDS = numberFlag('seconds', 15);
const CONNECTIONS = 16;
const BOARDS = 'fixtures/provinces/binh-duong/boards';
const SEEN_WITHIN_MS = 60_000;

interface Load {
  readonly posts: number;
  readonly postsPerSecond: number;
  readonly eventsEach: number;
}

type Pusher = ReturnType<typeof createPusher>;

/** Sends at the set times, whether or not the server keeps up; returns when each event was sent, ms of the epoch. */
async function send(
  pusher: Pusher,
  { posts, postsPerSecond, eventsEach }: Load,
): Promise<number[]> {
  const bodies = Array.from({ length: posts }, () => freshDossiers(eventsEach));
  const sentAt: number[] = [];
  const startMs = performance.now();
  const answers: Promise<unknown>[] = [];
  for (const [post, body] of bodies.entries()) {
    const dueMs = startMs + (post * 1000) / postsPerSecond - performance.now();
    if (dueMs > 0) await pause(dueMs);
    const nowMs = performance.timeOrigin + performance.now();
    for (let i = 0; i < eventsEach; i++) sentAt.push(nowMs);
    answers.push(pusher.push(body));
  }
  await Promise.all(answers);
  return sentAt;
}

/** ms from sending to showing, by event: the n-th sent one is shown with the n-th more in the count. */
function latenciesOf(sentAt: readonly number[], shown: readonly Shown[], before: number): number[] {
  const found: number[] = [];
  for (const { count, atMs } of shown) {
    while (found.length < count - before) found.push(atMs - (sentAt[found.length] ?? atMs));
  }
  return found;
}

async function measure(probe: WallProbe, pusher: Pusher, before: number, load: Load) {
  probe.take();
  const sentAt = await send(pusher, load);
  const wanted = before + sentAt.length;
  const isSeen = probe.until(wanted).then(() => true);
  if (!(await Promise.race([isSeen, pause(SEEN_WITHIN_MS, false)]))) {
    throw new Error(`${wanted} was never shown`);
  }
  const shown = probe.take();
  return { found: latenciesOf(sentAt, shown, before), frames: shown.length, wanted };
}

const LOADS = [
  {
    what: 'at 5,000 /s',
    load: { posts: SECONDS * 100, postsPerSecond: 100, eventsEach: 50 },
    p50: '≤ 60 ms',
    p99: '≤ 200 ms',
  },
  {
    what: 'in a burst of 100,000 within a second',
    load: { posts: 100, postsPerSecond: 100, eventsEach: 1000 },
    p50: '',
    p99: '≤ 500 ms',
  },
] as const;

const server = await startDemoServer();
const browser = await openBrowser();
const crowd = openCrowd();
const pusher = createPusher(server, CONNECTIONS);
const lines: Line[] = [];
try {
  const queries = boardQueries(BOARDS);
  const port = Number(new URL(server.url).port);
  await crowd.order({ order: 'connect', count: WALLS, port, token: server.deviceToken, queries });
  const page = await browser.newPage();
  const probe = await installProbe(page, RECEIVED_TITLE);
  await page.goto(wallAddress(server, 'overview'));
  let count = await readReceived(server);
  await probe.until(count);
  count = (await measure(probe, pusher, count, { ...LOADS[0].load, posts: 300 })).wanted;
  for (const { what, load, p50, p99 } of LOADS) {
    const { found, frames, wanted } = await measure(probe, pusher, count, load);
    count = wanted;
    lines.push(
      { what: `${what}, p50`, measured: milliseconds(quantile(found, 0.5)), budget: p50 },
      { what: `${what}, p99`, measured: milliseconds(quantile(found, 0.99)), budget: p99 },
      { what: '… events shown, numbers shown', measured: `${found.length}, ${frames}` },
    );
  }
} finally {
  pusher.close();
  crowd.close();
  await browser.close();
  await server.stop();
  server.remove();
}
printTable(`Event to pixels, ${WALLS + 1} walls, ${browser.name}`, lines);
