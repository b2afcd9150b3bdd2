import { afterEach, expect, test } from 'vitest';
import type { Delta, Notice, Snapshot } from '../../shared/protocol/messages.ts';
import { applyDelta } from '../../shared/protocol/rows.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import type { Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import { startLiveServer, TOKEN } from '../bench/rig/live-server.ts';
import { RawViewer } from '../bench/rig/raw-viewer.ts';
import type { RealtimeLimits } from './limits.ts';

const query: Query = { measures: ['dossier.open'], unit: '74', period: { relative: 'this-year' } };
const rowOf = (key: string, value: number, pad = ''): Row => ({
  key,
  unit: pad,
  values: { m: { value } },
});
const closers: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function setUp(limits: Partial<RealtimeLimits>) {
  const server = await startLiveServer({ limits });
  closers.push(server.close);
  return server;
}
const until = async (isSo: () => boolean, timeoutMs = 5000) => {
  const end = performance.now() + timeoutMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`still not so: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** A viewer over bare TCP that follows one answer and can stop reading. */
function rawViewer(port: number) {
  const seen = { rows: [] as readonly Row[], seq: 0, notices: [] as string[] };
  const apply = (part: Delta) => {
    if (part.from !== seen.seq) return;
    Object.assign(seen, { rows: applyDelta(seen.rows, part), seq: part.to });
  };
  const take = new Map<string, (message: never) => void>([
    ['snapshot', ({ rows, seq }: Snapshot) => Object.assign(seen, { rows, seq })],
    ['delta', apply],
    ['changes', (parts: Delta[]) => parts.forEach(apply)],
    ['notice', ({ code }: Notice) => seen.notices.push(code)],
  ]);
  const viewer = new RawViewer({
    port,
    token: TOKEN,
    onOpen: (opened) => opened.subscribe({ protocol: PROTOCOL, query }),
    onPacket: (packet) => {
      if (!packet.startsWith('2/live,')) return;
      const [event, message] = JSON.parse(packet.slice('2/live,'.length));
      take.get(event)?.(message as never);
    },
  });
  closers.push(() => viewer.close());
  return { viewer, seen };
}

const big = (i: number) =>
  Array.from({ length: 40 }, (_, at) => rowOf(`r${at}`, i, 'x'.repeat(1000)));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('[R18] a viewer that stops reading costs a fixed budget, and gets one message when it reads again', async () => {
  const limits = { viewerBudgetBytes: 100_000, sweepEveryMs: 20, drainMs: 60_000 };
  const { port, realtime, change, world } = await setUp(limits);
  const { viewer, seen } = rawViewer(port);
  await until(() => seen.seq > 0);
  viewer.stopReading();
  let peak = 0;
  const rssBefore = process.memoryUsage().rss;
  for (let i = 0; i < 1200; i++) {
    change(big(i));
    peak = Math.max(peak, realtime.stats.bufferedBytes);
    if (i % 20 === 0) await pause(1);
  }
  expect(realtime.stats.behind).toBe(1);
  // 48 MB were published. One output of 43 kB may pass between two looks, the kernel's own buffers are not ours.
  expect(peak).toBeLessThan(limits.viewerBudgetBytes + 2 * 50_000);
  expect(process.memoryUsage().rss - rssBefore).toBeLessThan(40_000_000);
  viewer.readAgain();
  await until(() => realtime.stats.behind === 0);
  await until(() => seen.rows[0]?.values.m?.value === 1199);
  expect(seen.notices).toContain('IOC_LIVE_SLOW');
  expect(seen.rows).toEqual(world.rows);
  change([rowOf('after', 1)]);
  await until(() => seen.rows[0]?.key === 'after');
});

test('[R19] a viewer that does not drain in time is cut off, with a line in the log', async () => {
  const limits = { viewerBudgetBytes: 50_000, sweepEveryMs: 20, drainMs: 100 };
  const { port, realtime, change, warnings } = await setUp(limits);
  const { viewer, seen } = rawViewer(port);
  await until(() => seen.seq > 0);
  viewer.stopReading();
  for (let i = 0; realtime.stats.viewers > 0; i++) {
    change(big(i));
    await pause(1);
  }
  expect(realtime.stats).toMatchObject({ cutOff: 1, questions: 0, bufferedBytes: 0 });
  expect(warnings).toMatchObject([{ code: 'IOC_LIVE_STALLED' }]);
});
