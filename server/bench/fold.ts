import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import { createFold, type Fold } from '../fold/fold.ts';
import { dossierEvent } from './input/province.ts';
import { type Line, milliseconds, numberFlag, perSecond, printTable } from './report/table.ts';

/**
 * The fold alone: how fast a log is folded again (lines parsed, then applied), how much memory `--dossiers` (default
 * 2,000,000; 10,000,000 takes three minutes) need after two revisions each, how long a checkpoint takes, and what the
 * province-wide sums of a question cost.
 */
const DOSSIERS = numberFlag('dossiers', 2_000_000);
const LINES = Math.min(numberFlag('lines', 400_000), DOSSIERS);
const CALENDAR = { workingHours: [], holidays: [], makeUpDays: [] };
const RECEIVED_AT = Date.UTC(2025, 0, 1);
const MILLION = 1_000_000;

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

function measureRefolding(): void {
  const texts = Array.from({ length: LINES }, (_, at) => JSON.stringify(mixedEvent(at)));
  const parsing = timed(() => {
    for (const text of texts) JSON.parse(text);
  });
  const fold = createFold({ calendar: CALENDAR });
  const refolding = timed(() => {
    for (const [i, text] of texts.entries()) {
      fold.apply(JSON.parse(text), { seq: i + 1, receivedAt: RECEIVED_AT });
    }
  });
  note('parse the lines', perSecond(LINES, parsing.ms));
  note('fold the log again', perSecond(LINES, refolding.ms), '≥ 300,000 /s');
  const us = ((refolding.ms - parsing.ms) * 1000) / LINES;
  note('… of that, apply', `${us.toFixed(2)} µs an event`, '≤ 1.5 µs');
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

measureRefolding();
const fold = createFold({ calendar: CALENDAR });
fill(fold);
measureCheckpoint(fold);
measureSums(fold);
printTable(
  `Fold, ${DOSSIERS.toLocaleString('en')} dossiers, two revisions each, in processor time`,
  lines,
);
