import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Calendar, Pack } from '../../shared/territory/pack.ts';
import { lineOf, Oracle, ROOT, type SentEvent, UNITS } from './crash/oracle.ts';
import { chanceOf } from './crash/random.ts';
import { type Launch, Subject, Unanswered } from './crash/subject.ts';
import { numberFlag } from './report/table.ts';

/**
 * Kills the server with SIGKILL at random points under load and starts it again, `--rounds` times (default 100).
 * After each start: nothing acknowledged is lost, what was under way is there or not but never half or twice, and when
 * it has been sent again the figures equal those of an oracle that shares no code with the server. `--seed` repeats a run.
 */
const ROUNDS = numberFlag('rounds', 100);
const SEED = numberFlag('seed', 1 + Math.floor(Math.random() * 1e9));
const CONNECTIONS = 4;
const MAX_BATCH = 300;
const MAX_LIFE_MS = 400;

const chance = chanceOf(SEED);
const oracle = new Oracle(chance);
const directory = mkdtempSync(join(tmpdir(), 'ioc-crash-'));
const launch: Launch = {
  program: join(import.meta.dirname, '../main.js'),
  dataDirectory: join(directory, 'data'),
  packDirectory: join(directory, 'pack'),
  ingestKey: 'crash-test-ingest-key-0123456789abcdef',
  adminToken: 'crash-test-admin-token-0123456789abcdef',
};

/** The smallest pack there can be: a province and its districts. */
function writePack(): void {
  const unitOf = (code: string, level: 'province' | 'district') => ({
    code,
    name: code,
    shortName: code,
    level,
    ...(level === 'district' ? { parent: ROOT } : {}),
  });
  const pack: Pack = {
    slug: 'crash-test',
    name: { vi: 'Thử sập', en: 'Crash test' },
    root: ROOT,
    units: [unitOf(ROOT, 'province'), ...UNITS.map((code) => unitOf(code, 'district'))],
    agencies: [],
    fields: [],
    zones: [],
    junctions: [],
    owners: [],
    programmes: [],
  };
  const calendar: Calendar = {
    workingHours: [['07:00', '11:30']],
    holidays: [],
    makeUpDays: [],
  };
  mkdirSync(launch.packDirectory);
  writeFileSync(join(launch.packDirectory, 'pack.json'), JSON.stringify(pack));
  writeFileSync(join(launch.packDirectory, 'calendar.json'), JSON.stringify(calendar));
}

interface Tally {
  pushes: number;
  inFlight: number;
  stops: number;
  killedEarly: number;
  quarantined: number;
  readyMs: number[];
}
const tally: Tally = {
  pushes: 0,
  inFlight: 0,
  stops: 0,
  killedEarly: 0,
  quarantined: 0,
  readyMs: [],
};

/** Sends one batch, now and then with a broken line in it, and checks the count to the unit. */
async function pushChecked(subject: Subject, events: readonly SentEvent[]): Promise<void> {
  const lines = events.map(lineOf);
  const broken = chance.flip(0.05) ? [JSON.stringify({ specversion: '1.0' })] : [];
  const answer = await subject.push([...lines, ...broken]);
  const { accepted, duplicate, quarantined } = answer;
  oracle.acknowledge(events);
  tally.pushes++;
  tally.quarantined += broken.length;
  if (accepted + duplicate !== events.length || quarantined.length !== broken.length) {
    throw new Error(`${events.length} + ${broken.length} sent, ${JSON.stringify(answer)} answered`);
  }
}

/** Pushes over several connections until the server dies; gives back the batches nobody answered for. */
async function pushUntilDeath(subject: Subject): Promise<SentEvent[][]> {
  const unanswered: SentEvent[][] = [];
  const connection = async () => {
    for (;;) {
      const events = oracle.makeBatch(1 + chance.whole(MAX_BATCH));
      try {
        await pushChecked(subject, events);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        unanswered.push(events);
        return;
      }
    }
  };
  const connections = Array.from({ length: CONNECTIONS }, connection);
  await sleep(chance.whole(MAX_LIFE_MS));
  if (chance.flip(0.2)) await killWhileStopping(subject);
  await subject.kill('SIGKILL');
  await Promise.all(connections);
  return unanswered;
}

/** Asked to stop the server writes a checkpoint; the kill comes before, in the middle of it, or after. */
async function killWhileStopping(subject: Subject): Promise<void> {
  tally.stops++;
  await Promise.race([subject.kill('SIGTERM'), sleep(chance.whole(MAX_LIFE_MS))]);
}

/** All that was acknowledged is there, and nothing beyond what was under way. */
async function checkBounds(subject: Subject, pending: readonly SentEvent[][]): Promise<void> {
  const { seq } = await subject.ask();
  const most = oracle.acknowledged + pending.flat().length;
  if (seq < oracle.acknowledged || seq > most) {
    throw new Error(`${seq} events, expected ${oracle.acknowledged} to ${most}`);
  }
}

async function checkFigures(subject: Subject): Promise<void> {
  const { seq, figures } = await subject.ask();
  const expected = JSON.stringify(oracle.expected());
  const came = JSON.stringify(figures);
  if (came !== expected) throw new Error(`figures: expected ${expected}, came ${came}`);
  if (seq !== oracle.acknowledged) {
    throw new Error(`${seq} events in the log, ${oracle.acknowledged} acknowledged`);
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sometimes the kill comes while the server is still starting. */
async function startAgain(): Promise<Subject> {
  for (;;) {
    const subject = new Subject(launch);
    if (chance.flip(0.1)) {
      await sleep(chance.whole(MAX_LIFE_MS));
      await subject.kill('SIGKILL');
      tally.killedEarly++;
      continue;
    }
    const start = performance.now();
    if (!(await subject.isReady())) throw new Error('the server was killed by somebody else');
    tally.readyMs.push(performance.now() - start);
    return subject;
  }
}

async function run(): Promise<void> {
  let pending: SentEvent[][] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const subject = await startAgain();
    try {
      await checkBounds(subject, pending);
      for (const events of pending) await pushChecked(subject, events);
      await checkFigures(subject);
      pending = round < ROUNDS ? await pushUntilDeath(subject) : [];
      tally.inFlight += pending.length;
    } finally {
      await subject.kill('SIGKILL');
    }
  }
}

const begin = performance.now();
try {
  writePack();
  await run();
  const ready = tally.readyMs.reduce((a, b) => a + b, 0) / tally.readyMs.length;
  process.stdout.write(
    `${ROUNDS} rounds in ${((performance.now() - begin) / 1000).toFixed(0)} s (seed ${SEED}): ` +
      `${oracle.acknowledged} events in ${tally.pushes} pushes, ${tally.inFlight} pushes cut off, ` +
      `${tally.killedEarly} kills before it was ready, ${tally.stops} while it was stopping, ` +
      `${tally.quarantined} quarantined; ready after ` +
      `${ready.toFixed(0)} ms on average.\nNothing lost, nothing counted twice, all figures equal the oracle's.\n`,
  );
} catch (error) {
  process.stderr.write(`seed ${SEED}: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
