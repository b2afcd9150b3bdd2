import { setTimeout as pause } from 'node:timers/promises';
import { dossierExample } from '../../shared/event/dossier.ts';
import type { Changes, Snapshot } from '../../shared/protocol/messages.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import type { Query } from '../../shared/query/query.ts';
import { type Line, milliseconds, numberFlag, printTable, quantile } from './report/table.ts';
import { openCrowd } from './rig/crowd.ts';
import { RawViewer } from './rig/raw-viewer.ts';
import { startRealServer } from './rig/real-server.ts';

/**
 * From the sending of an event to the viewer that sees it counted: the real server in its own process, `--walls`
 * subscribed to every question of the boards, new dossiers over HTTP at two rates for `--seconds` each.
 */
const WALLS = numberFlag('walls', 100);
const SECONDS = numberFlag('seconds', 15);
const POSTS_PER_SECOND = 100;

const query: Query = {
  measures: ['dossier.received'],
  unit: '74',
  period: { from: '2023-01-01', to: '2023-12-31' },
};

let sent = 0;
/** When the event that makes the count `index + 1` was sent. */
const sentAt: number[] = [];
let latencies: number[] = [];
let seen = 0;

function dossierLine(n: number): string {
  const day = String(1 + (n % 28)).padStart(2, '0');
  return JSON.stringify({
    specversion: '1.0',
    id: `${n}-${Math.random().toString(36).slice(2)}`,
    source: 'mot-cua',
    type: 'ioc.dossier.v1',
    time: '2023-12-29T10:30:00+07:00',
    data: { ...dossierExample, code: `B-${n}`, received: `2023-11-${day}T08:12:00+07:00` },
  });
}

/** The first answer, or what a tick changed. */
function countIn([event, message]: [string, Snapshot & Changes]): number {
  const rows =
    event === 'snapshot'
      ? message.rows
      : message.flatMap((part) => ('set' in part ? part.set : []));
  return rows[0]?.values['dossier.received']?.value ?? 0;
}

function take(packet: string): void {
  if (!/^2\/live,\["(snapshot|changes)"/.test(packet)) return;
  const count = countIn(JSON.parse(packet.slice('2/live,'.length)));
  const now = performance.now();
  for (; seen < count; seen++) latencies.push(now - (sentAt[seen] ?? now));
}

async function send(server: { push: (ndjson: string) => Promise<void> }, perSecond: number) {
  const each = Math.round(perSecond / POSTS_PER_SECOND);
  const start = performance.now();
  const posts: Promise<void>[] = [];
  for (let post = 0; post < SECONDS * POSTS_PER_SECOND; post++) {
    const dueMs = start + (post * 1000) / POSTS_PER_SECOND - performance.now();
    if (dueMs > 0) await pause(dueMs);
    const lines = Array.from({ length: each }, (_, i) => dossierLine(sent + i));
    const now = performance.now();
    for (let i = 0; i < each; i++) sentAt.push(now);
    sent += each;
    posts.push(server.push(lines.join('\n')));
  }
  await Promise.all(posts);
}

async function measure(server: Awaited<ReturnType<typeof startRealServer>>, perSecond: number) {
  await send(server, perSecond / 5);
  latencies = [];
  await send(server, perSecond);
  for (let waited = 0; seen < sent && waited < 100; waited++) await pause(50);
  if (seen < sent) throw new Error(`${sent - seen} of ${sent} events were never seen`);
  return latencies;
}

const server = await startRealServer();
const { port, deviceToken, queries } = server;
const crowd = openCrowd();
await crowd.order({ order: 'connect', count: WALLS, port, token: deviceToken, queries });
const viewer = new RawViewer({
  port,
  token: deviceToken,
  onOpen: (opened) => opened.subscribe({ protocol: PROTOCOL, query }),
  onPacket: take,
});
const lines: Line[] = [];
for (const [perSecond, p50, p99] of [
  [1000, '≤ 8 ms', ''],
  [5000, '', '≤ 60 ms'],
] as const) {
  const found = await measure(server, perSecond);
  const what = `event → viewer at ${perSecond.toLocaleString('en')} /s`;
  lines.push(
    { what: `${what}, p50`, measured: milliseconds(quantile(found, 0.5)), budget: p50 },
    { what: `${what}, p99`, measured: milliseconds(quantile(found, 0.99)), budget: p99 },
  );
}
viewer.close();
crowd.close();
await server.close();
printTable(`Event to viewer, ${WALLS} walls with ${queries.length} questions each`, lines);
