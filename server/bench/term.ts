import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Query } from '../../shared/query/query.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { createFold } from '../fold/fold.ts';
import { prepareIngest } from '../ingest/ingest.ts';
import { openSqliteLog } from '../log/sqlite-log.ts';
import { createPipeline } from '../pipeline.ts';
import { evaluate } from '../query/evaluate.ts';
import { createDemo } from '../source/demo.ts';
import { readPack } from '../source/pack.ts';
import { type Line, milliseconds, perSecond, printTable, quantile } from './report/table.ts';

/**
 * A whole term of Bình Phước's council as real events: 2,053,822 dossiers received and 1,971,502 resolved, checked,
 * written to disk and folded as at a first start, then asked for. Ends with an error where a figure is not the printed one.
 */
const PRINTED = { 'dossier.received': 2_053_822, 'dossier.resolved': 1_971_502 } as const;
const NEITHER = 82_320;
const ROUNDS = 200;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const read = readPack(path.resolve('fixtures/provinces/binh-phuoc'));
const { pack, calendar, demo } = read;
if (!demo) throw new Error('the pack has no demo');
const term = demo;
const END = Date.parse(demo.replay.to);
const folder = mkdtempSync(path.join(tmpdir(), 'ioc-bench-term-'));
const log = openSqliteLog({ directory: folder, notice: () => undefined });
const fold = createFold({ calendar });
const before = memoryBytes();
let eventCount = 0;
let cpuUs = 0;

const { push } = createPipeline({
  ingest: prepareIngest({ pack, calendar, futureLimitMs: 0 }),
  log,
  fold,
  now: () => END,
  soon: setImmediate,
  onCommit: () => undefined,
});

function memoryBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Only the flow is timed, not the synthesis of its events. */
async function take(body: Uint8Array, receivedAt: number): Promise<void> {
  const start = process.cpuUsage();
  const { accepted, quarantined } = await push(body, 'application/x-ndjson', receivedAt);
  const { user, system } = process.cpuUsage(start);
  cpuUs += user + system;
  eventCount += accepted;
  const [refused] = quarantined;
  if (refused) throw new Error(`${refused.id} ${refused.path}: ${refused.message}`);
}

async function load(): Promise<void> {
  const events = createDemo(pack, calendar, term);
  for (const { body, receivedAt } of events.bulk()) await take(body, receivedAt);
  const { from, to } = events.replay;
  const hour = 3_600_000;
  const encoder = new TextEncoder();
  for (let at = from; at < to; at += hour) {
    const lines = events.live(at, Math.min(at + hour, to)).map(({ line }) => line);
    if (lines.length > 0) await take(encoder.encode(lines.join('\n')), at + hour);
  }
}

const query: Query = {
  measures: ['dossier.received', 'dossier.resolved', 'dossier.open', 'dossier.closedOther'],
  unit: pack.root,
  period: { from: '2021-01-01', to: '2023-08-07' },
};

const context = {
  view: fold,
  catalogue: createCatalogue(read.indicators),
  territory: createTerritory(pack),
  targets: [],
  now: END,
  bordersDay: localDayOf(END),
  scope: [pack.root],
  epoch: 'bench',
};

function ask(): Readonly<Record<string, number>> {
  const asked = evaluate(query, context);
  if (!asked.ok) throw new Error(asked.error.message);
  const values = asked.answer.rows[0]?.values ?? {};
  return Object.fromEntries(
    query.measures.map((id) => [id, values[id]?.value ?? Number.NaN] as const),
  );
}

function checkFigures(figures: Readonly<Record<string, number>>): void {
  for (const [id, printed] of Object.entries(PRINTED)) {
    if (figures[id] !== printed) throw new Error(`${id}: ${figures[id]} is not ${printed}`);
  }
  const neither = (figures['dossier.open'] ?? 0) + (figures['dossier.closedOther'] ?? 0);
  if (neither !== NEITHER) throw new Error(`open and withdrawn: ${neither} is not ${NEITHER}`);
}

function diskBytes(): number {
  return readdirSync(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
}

const start = performance.now();
await load();
const elapsedMs = performance.now() - start;
const figures = ask();
checkFigures(figures);
const times = Array.from({ length: ROUNDS }, () => {
  const asked = process.cpuUsage();
  ask();
  const { user, system } = process.cpuUsage(asked);
  return (user + system) / 1000;
});
const count = (n: number) => Math.round(n).toLocaleString('en');
const megabytes = (bytes: number) => `${count(bytes / 1e6)} MB`;
const lines: Line[] = [
  { what: 'events taken in', measured: count(eventCount) },
  { what: 'load, in processor time', measured: milliseconds(cpuUs / 1000), budget: '≤ 60,000 ms' },
  { what: '… an event', measured: perSecond(eventCount, cpuUs / 1000) },
  { what: 'load with synthesis, elapsed', measured: milliseconds(elapsedMs) },
  {
    what: 'memory of the fold and the table of ids',
    measured: megabytes(memoryBytes() - before),
    budget: '≤ 410 MB',
  },
  { what: 'peak resident memory', measured: megabytes(process.resourceUsage().maxRSS * 1024) },
  { what: 'on disk', measured: megabytes(diskBytes()) },
  {
    what: 'the question about the term, p99, in processor time',
    measured: milliseconds(quantile(times, 0.99)),
    budget: '≤ 50 ms',
  },
  ...Object.entries(figures).map(([what, value]) => ({ what, measured: count(value) })),
];
log.close();
rmSync(folder, { recursive: true });
printTable("A term of Bình Phước's council, checked, on disk and folded", lines);
