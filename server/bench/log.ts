import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../log/log.ts';
import { openSqliteLog } from '../log/sqlite-log.ts';
import { openDatabase } from '../sqlite/sqlite-driver.ts';
import { dossierBatch, dossierInput } from './input/dossier-lines.ts';
import {
  type Line,
  milliseconds,
  numberFlag,
  perSecond,
  printTable,
  quantile,
} from './report/table.ts';

/**
 * The log alone, on dossier events with random ids in batches of 1,000: `--events` (default 2,000,000; 10,000,000 takes
 * three minutes and 2 GB of disk) and, side by side, `--indexed` rows (default 1,000,000) of the plain alternative: one
 * row an event under a unique index.
 */
const EVENTS = numberFlag('events', 2_000_000);
const INDEXED = numberFlag('indexed', 1_000_000);
const BATCH = 1000;
const MILLION = 1_000_000;

const directory = mkdtempSync(join(tmpdir(), 'ioc-bench-log-'));
const lines: Line[] = [];
const note = (what: string, measured: string, budget?: string) =>
  lines.push(budget === undefined ? { what, measured } : { what, measured, budget });

interface Timed<T> {
  readonly ms: number;
  /** Of all threads of this process: what other work on the machine does not change. */
  readonly cpuMs: number;
  readonly result: T;
}

function timed<T>(run: () => T): Timed<T> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = run();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000, result };
}

const total = (list: readonly Timed<unknown>[]) => ({
  ms: list.reduce((sum, { ms }) => sum + ms, 0),
  cpuMs: list.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
});

/** `120,000 /s  (CPU 3.1 µs each)` */
const rate = (count: number, { ms, cpuMs }: { readonly ms: number; readonly cpuMs: number }) =>
  `${perSecond(count, ms)}  (CPU ${((cpuMs * 1000) / count).toFixed(2)} µs each)`;
const span = ({ ms, cpuMs }: { readonly ms: number; readonly cpuMs: number }) =>
  `${milliseconds(ms)}  (CPU ${milliseconds(cpuMs)})`;

function fillLog(log: Log): void {
  const slots = Math.max(1, Math.min(10, Math.round(EVENTS / MILLION)));
  const share = Math.floor(EVENTS / slots / BATCH) * BATCH;
  for (let slot = 0; slot < slots; slot++) {
    const each: Timed<unknown>[] = [];
    for (let n = slot * share; n < (slot + 1) * share; n += BATCH) {
      const batch = dossierBatch(n, BATCH);
      each.push(timed(() => log.append(batch, n)));
    }
    const batchMs = each.map(({ ms }) => ms);
    const name = `append ${(slot * share) / MILLION}–${((slot + 1) * share) / MILLION} M`;
    const [p50, p99] = [quantile(batchMs, 0.5), quantile(batchMs, 0.99)];
    note(name, rate(share, total(each)), '≥ 100,000 /s with everything else');
    note('… a batch', `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`);
  }
}

function measureSizes(log: Log): void {
  const single = 2000;
  const at = EVENTS + MILLION;
  const ones = Array.from({ length: single }, (_, i) => [dossierInput(at + i)]);
  const each = ones.map((batch) => timed(() => log.append(batch, at)).ms);
  note(
    'append one event',
    `p50 ${milliseconds(quantile(each, 0.5))}, p99 ${milliseconds(quantile(each, 0.99))}`,
  );
  const large = dossierBatch(at + single, 5000);
  note('append 5,000 events', span(timed(() => log.append(large, at))));
}

function measureDuplicates(log: Log): void {
  const count = Math.min(MILLION, EVENTS);
  const each: Timed<unknown>[] = [];
  for (let n = 0; n < count; n += BATCH) {
    const batch = dossierBatch(n, BATCH);
    const again = timed(() => log.append(batch, n));
    if (again.result.accepted > 0) throw new Error('a duplicate was taken');
    each.push(again);
  }
  note('the same again, in order', rate(count, total(each)));
  const scattered = Array.from({ length: BATCH }, (_, i) => dossierInput((i * 7_919_773) % EVENTS));
  note('1,000 old ones from anywhere', span(timed(() => log.append(scattered, 0))));
}

function measureReading(log: Log): void {
  const count = Math.min(2 * MILLION, EVENTS);
  const drain = (take: (line: string) => void) => () => {
    for (const { lines: texts } of log.read(1, count)) for (const text of texts) take(text);
  };
  note('read', rate(count, timed(drain(() => {}))));
  const parsing = timed(drain((text) => JSON.parse(text)));
  note('read and parse', rate(count, parsing), '≥ 300,000 /s with the fold');
  const verifying = timed(() => [...log.verify()].at(-1));
  note('verify everything', rate(log.lastSeq, verifying));
}

function reopen(log: Log, what: string): Log {
  log.close();
  const opened = timed(() => openSqliteLog({ directory }));
  note(what, span(opened), '≤ 3 s with 10 M events, all in all');
  return opened.result;
}

async function measureRestart(log: Log): Promise<void> {
  const opened = reopen(log, 'open without a checkpoint');
  const state = Array.from({ length: 8 }, (_, i) => ({
    name: `state.${i}`,
    bytes: new Uint8Array(Math.ceil(EVENTS * 12.5)).fill(i),
  }));
  const written = timed(() => opened.saveCheckpoint(opened.lastSeq, state));
  const start = performance.now();
  await written.result;
  const waited = performance.now() - start;
  const bytes = sizeOf((name) => name.startsWith('checkpoint'));
  note('save a checkpoint, holding the thread', span(written));
  note('… then waiting for the disk', milliseconds(waited));
  note('… of', `${(bytes / 1e6).toFixed(0)} MB`);
  const again = reopen(opened, 'open with a checkpoint');
  note('load 100 bytes of state an event', span(timed(() => again.loadCheckpoint())));
  again.close();
}

function sizeOf(isCounted: (name: string) => boolean): number {
  return readdirSync(directory)
    .filter(isCounted)
    .reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
}

function measureIndexed(): void {
  const db = openDatabase(join(directory, 'indexed.db'));
  for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL']) {
    db.exec(`PRAGMA ${pragma}`);
  }
  db.exec(
    'CREATE TABLE e (seq INTEGER PRIMARY KEY, source TEXT, id TEXT, line TEXT, UNIQUE (source, id))',
  );
  const insert = db.prepare(
    'INSERT INTO e (source, id, line) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const share = Math.min(INDEXED, MILLION / 2);
  for (let from = 0; from < INDEXED; from += share) {
    const each: Timed<unknown>[] = [];
    for (let n = from; n < from + share; n += BATCH) {
      const batch = dossierBatch(n, BATCH);
      const commit = () => {
        db.exec('BEGIN');
        for (const { source, id, line } of batch) insert.run(source, id, line);
        db.exec('COMMIT');
      };
      each.push(timed(commit));
    }
    const name = `instead: unique index, ${from / MILLION}–${(from + share) / MILLION} M`;
    note(name, rate(share, total(each)));
  }
  db.close();
  note(
    '… on disk',
    `${(sizeOf((name) => name.startsWith('indexed')) / INDEXED).toFixed(0)} bytes an event`,
  );
}

try {
  const log = openSqliteLog({ directory });
  fillLog(log);
  const length = dossierInput(1).line.length;
  const stored = sizeOf((name) => name.startsWith('log.db')) / EVENTS;
  note('on disk', `${stored.toFixed(0)} of ${length} bytes an event`);
  measureSizes(log);
  measureDuplicates(log);
  measureReading(log);
  await measureRestart(log);
  measureIndexed();
  printTable(`Log, ${EVENTS.toLocaleString('en')} dossier events with random ids`, lines);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
