import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { isoInstant } from '../../shared/unit/instant.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import { createFold, type Fold } from '../fold/fold.ts';
import { parseLogged } from '../ingest/logged.ts';
import type { AppendInput, Log } from '../log/log.ts';
import { openSqliteLog } from '../log/sqlite-log.ts';
import { foldSpan } from '../recover.ts';
import { dossierEvent } from './input/province.ts';
import { type Line, milliseconds, numberFlag, perSecond, printTable } from './report/table.ts';

/**
 * The fold: how fast a log on disk is folded again, as a restart does it; how much memory `--dossiers` (default
 * 2,000,000; 10,000,000 takes three minutes) need after two revisions each, how long a checkpoint takes, and what the
 * province-wide sums of a question cost.
 */
const DOSSIERS = numberFlag('dossiers', 2_000_000);
const LINES = Math.min(numberFlag('lines', 400_000), DOSSIERS);
const CALENDAR = { workingHours: [], holidays: [], makeUpDays: [] };
const RECEIVED_AT = Date.UTC(2025, 0, 1);
const MILLION = 1_000_000;
const BATCH = 1000;

const lines: Line[] = [];
function note(what: string, measured: string, budget?: string): void {
  lines.push(budget === undefined ? { what, measured } : { what, measured, budget });
}

/** Processor time of the run, so that other work on the machine does not count. */
function timed<T>(run: () => T): { ms: number; result: T } {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, result };
}

/** First and second revisions mixed: a dossier's second one comes some 50,000 events after its first. */
function mixedEvent(at: number): AcceptedEvent {
  const n = Math.floor(at / 2);
  return at % 2 === 0 || n < 25_000 ? dossierEvent(n, 0) : dossierEvent(n - 25_000, 1);
}

/** As ingest hands it to the log. */
function inputOf(event: AcceptedEvent): AppendInput {
  const { kind, source, id, time, data } = event;
  const type = `ioc.${kind}.v1`;
  const line = { specversion: '1.0', id, source, type, time: isoInstant(time), data };
  return { source, id, line: JSON.stringify(line) };
}

function fillLog(log: Log): void {
  for (let at = 0; at < LINES; at += BATCH) {
    const count = Math.min(BATCH, LINES - at);
    log.append(
      Array.from({ length: count }, (_, i) => inputOf(mixedEvent(at + i))),
      RECEIVED_AT,
    );
  }
}

/** As a restart without a checkpoint does it: pages from the disk, checksums, unpacking, parsing, applying. */
async function measureRefolding(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'ioc-bench-fold-'));
  const log = openSqliteLog({ directory });
  try {
    fillLog(log);
    const reading = timed(() => {
      for (const { lines } of log.read(1)) if (lines.length === 0) throw new Error('no lines');
    });
    const parsing = timed(() => {
      for (const { lines } of log.read(1)) for (const line of lines) parseLogged(line);
    });
    const fold = createFold({ calendar: CALENDAR });
    const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
    const ports = { log, parse: parseLogged, monoMs: () => performance.now(), pause };
    const start = process.cpuUsage();
    await foldSpan(ports, fold, { from: 1, to: log.lastSeq });
    const { user, system } = process.cpuUsage(start);
    const foldMs = (user + system) / 1000;
    note('read the log', perSecond(LINES, reading.ms));
    note('read and parse it', perSecond(LINES, parsing.ms));
    note('fold the log again', perSecond(LINES, foldMs), '≥ 300,000 /s');
    const us = ((foldMs - parsing.ms) * 1000) / LINES;
    note('… of that, apply', `${us.toFixed(2)} µs an event`, '≤ 1.5 µs');
  } finally {
    log.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function memoryBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function fill(fold: Fold): void {
  const before = memoryBytes();
  let applyMs = 0;
  const block: AcceptedEvent[] = [];
  let seq = 0;
  const applyBlock = () => {
    applyMs += timed(() => {
      for (const event of block) fold.apply(event, { seq: ++seq, receivedAt: RECEIVED_AT });
    }).ms;
    block.length = 0;
  };
  for (let at = 0; at < DOSSIERS * 2; at++) {
    block.push(mixedEvent(at));
    if (block.length === 1000) applyBlock();
  }
  applyBlock();
  const bytes = memoryBytes() - before;
  const { dossiers } = fold.counts();
  note(
    `apply ${((DOSSIERS * 2) / MILLION).toFixed(0)} M events, without parsing`,
    `${((applyMs * 1000) / DOSSIERS / 2).toFixed(2)} µs an event`,
    '≤ 1.5 µs',
  );
  note(
    'memory',
    `${(bytes / dossiers).toFixed(0)} bytes a dossier, ${(bytes / 1e9).toFixed(2)} GB`,
    '≤ 2 GB at 10 M',
  );
  note('… series', fold.dossiers.seriesCount.toLocaleString('en'));
}

function measureCheckpoint(fold: Fold): void {
  const parts: { name: string; bytes: Uint8Array }[] = [];
  const dump = timed(() => {
    for (const { name, bytes } of fold.dump()) parts.push({ name, bytes: bytes.slice() });
  });
  const size = parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  note(
    'dump into memory',
    `${milliseconds(dump.ms)}, ${(size / 1e6).toFixed(0)} MB in ${parts.length} parts`,
  );
  const restored = createFold({ calendar: CALENDAR });
  const restore = timed(() => restored.restore(parts));
  note('restore from memory', milliseconds(restore.ms), '≤ 3 s with reading it');
  const digest = timed(() => fold.digest());
  if (restored.digest() !== digest.result) throw new Error('the restored state differs');
  note('digest', milliseconds(digest.ms));
}

function measureSums({ dossiers }: Fold): void {
  const series = Int32Array.from({ length: dossiers.seriesCount }, (_, i) => i);
  const year = [19_358, 19_722] as [LocalDay, LocalDay]; // 2023
  const received = dossiers.flowId('received');
  const sum = timed(() => dossiers.sumOver(received, series, ...year));
  note('province, one flow, one year', milliseconds(sum.ms));
  const months = timed(() => {
    for (let month = 0; month < 12; month++) {
      const from = (year[0] + month * 30) as LocalDay;
      dossiers.sumOver(received, series, from, (from + 29) as LocalDay);
    }
  });
  note(
    'province, one flow, twelve spans of 30 days',
    milliseconds(months.ms),
    '≤ 50 ms a question',
  );
  const stock = timed(() => {
    for (let flow = 0; flow < 6; flow++)
      dossiers.sumUntilOver(flow, series, (year[1] - 3) as LocalDay);
  });
  note('province, stock of six flows on a day', milliseconds(stock.ms), '≤ 50 ms a question');
}

await measureRefolding();
const fold = createFold({ calendar: CALENDAR });
fill(fold);
measureCheckpoint(fold);
measureSums(fold);
printTable(
  `Fold, ${DOSSIERS.toLocaleString('en')} dossiers, two revisions each, in processor time`,
  lines,
);
