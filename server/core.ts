import path from 'node:path';
import type { AlarmDays } from '../shared/alarm/alarm-days.ts';
import { createCatalogue } from '../shared/measure/catalogue.ts';
import type { MeasureSource } from '../shared/measure/measure.ts';
import type { Query } from '../shared/query/query.ts';
import { createTerritory, type Territory } from '../shared/territory/territory.ts';
import { localDayOf } from '../shared/unit/local-day.ts';
import type { DaySpan } from '../shared/unit/period.ts';
import type { Principal } from './access/principal.ts';
import { type AnsweringOptions, createAnswering } from './answering.ts';
import { workInBackground } from './background.ts';
import { createCheckpoints } from './checkpoints.ts';
import { parseClock } from './config.ts';
import type { CoreCalls, CoreListener, CoreSettings } from './core-calls.ts';
import { incidentReader } from './core-incidents.ts';
import {
  readCamerasFor,
  readOutagesFor,
  readQuality,
  readRecent,
  readRevisionsFor,
  readSources,
  sourcesInScope,
} from './core-reading.ts';
import { recordCalls } from './core-records.ts';
import { windowCalls } from './core-windows.ts';
import { feedDemo } from './demo-feed.ts';
import { endThread } from './end-thread.ts';
import { createFold, DEFAULT_FOLD_SETTINGS, type Fold } from './fold/fold.ts';
import { PastStates } from './history.ts';
import type { RevisionsAsked } from './http/ports.ts';
import { prepareIngest } from './ingest/ingest.ts';
import { parseLogged } from './ingest/logged.ts';
import type { Log } from './log/log.ts';
import { openSqliteLog } from './log/sqlite-log.ts';
import { createPasts } from './pasts.ts';
import { createPipeline } from './pipeline.ts';
import { evaluate, sourcesOf } from './query/evaluate.ts';
import { askAhead, sumDaysAhead } from './query/totals-ahead.ts';
import { learnCodes } from './records/code-finder.ts';
import { type FoldingPorts, recoverFold } from './recover.ts';
import { type RelivePorts, relive } from './relive.ts';
import { Replays } from './replays.ts';
import { readClock, startClock } from './source/clock.ts';
import { readPack } from './source/pack.ts';
import type { ProvincePack } from './source/province-pack.ts';
import { createTally, readGauges } from './tally.ts';
import { createTicker } from './ticker.ts';

const monoMs = () => performance.now();
const bordersDay = () => localDayOf(Date.now());
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
const after = (delayMs: number, then: () => void) => {
  const timer = setTimeout(then, delayMs);
  return () => clearTimeout(timer);
};

/** Opens the store, folds what a checkpoint does not hold, lets the flow run, and feeds the demo of a pack with one. */
export async function openCore(settings: CoreSettings, listener: CoreListener): Promise<CoreCalls> {
  const pack = readPack(settings.packDirectory);
  const { dataDirectory, epoch, futureLimitMs } = settings;
  const log = openSqliteLog({
    directory: path.join(dataDirectory, 'log'),
    notice: listener.onNotice,
  });
  const now = runClock(settings, pack, log, listener);
  const folding: FoldingPorts = { log, parse: parseLogged, monoMs, pause };
  const newFold = foldMaker(pack);
  const { fold, checkpointSeq } = await recoverFold(folding, newFold, listener);
  const pasts = openPasts(fold, folding, newFold);
  const alarms = keepAlarms(() => ticker.touch(['alarm']));
  const clocks = { now, bordersDay, monoMs };
  const basis = { ...basisOf(pack, log), alarms: alarms.newest, epoch, ...clocks, listener };
  const answering = createAnswering({ ...basis, pasts });
  const ticker = startTicker(answering, listener);
  const checkpoints = createCheckpoints({ log, fold, monoMs, after, listener }, checkpointSeq);
  const tally = createTally();
  const { push } = createPipeline({
    ingest: prepareIngest({ pack: pack.pack, calendar: pack.calendar, futureLimitMs }),
    log,
    fold,
    now,
    soon: setImmediate,
    onCommit: (ingested, appended) => {
      tally.add(ingested, appended);
      ticker.touch(fold.takeChanged());
      checkpoints.considerSaving();
    },
  });
  const stopDemo = feedDemo(pack, { dataDirectory, log, now, push, checkpoints, listener });
  const stopWorking = workAfterStart({ ...basis, fold, log });
  const close = async () => {
    stopWorking();
    stopDemo();
    ticker.stop();
    pasts.close();
    await checkpoints.finish();
    log.close();
  };
  const figures = async () => [...tally.figures(), ...readGauges(log, fold, answering.questions())];
  const reading = readingOf({ ...basis, ...askingOf(basis), fold, log, pack, push });
  const calls = { ...answering.calls, ...reading, tellAlarms: alarms.tell };
  return { push, took: async (fanoutMs) => ticker.took(fanoutMs), ...calls, figures, close };
}

/** Answers of states other than the present one. */
function askingOf(basis: Omit<AnsweringOptions, 'pasts'>): Pick<RelivePorts, 'ask' | 'sourcesOf'> {
  return {
    ask: (query, view, { scope }, atMs) =>
      evaluate(query, { ...basis, view, scope, now: atMs, bordersDay: basis.bordersDay() }),
    sourcesOf: (query) => sourcesOf(query, basis.catalogue),
  };
}

/** How the alarm system did, as last told. */
function keepAlarms(onNew: () => void) {
  let newest: AlarmDays | undefined;
  const tell = async (told: AlarmDays) => {
    newest = told;
    onNew();
  };
  return { newest: () => newest, tell };
}

/**
 * What nobody waits for. A start reads only what came after the checkpoint: whatever is older is checked while the server
 * already works, once a start, so that damage is found while there are still backups without it.
 */
function workAfterStart(
  basis: Omit<AnsweringOptions, 'pasts'> & Pick<ReadingPorts, 'fold' | 'log'>,
) {
  const { fold, log, territory, now } = basis;
  const ask = (query: Query) => {
    const asked = { now: now(), bordersDay: basis.bordersDay(), scope: [territory.root] };
    return evaluate(query, { ...basis, ...asked, view: fold });
  };
  const steps = function* () {
    const today = localDayOf(now());
    yield* sumDaysAhead(fold.dossiers, territory, today);
    yield* askAhead(ask, territory.root, today);
    yield* learnCodes(fold.dossierRows.codes);
    yield* log.verify();
  };
  return workInBackground(steps(), { monoMs, after, onFailure: endThread });
}

function openPasts(present: Fold, folding: FoldingPorts, newFold: () => Fold) {
  const history = new PastStates(folding, newFold);
  return createPasts({ present, history, replays: new Replays(folding, newFold) });
}

interface ReadingPorts extends Pick<RelivePorts, 'ask' | 'sourcesOf'> {
  readonly fold: Fold;
  readonly log: Log;
  readonly pack: ProvincePack;
  readonly territory: Territory;
  readonly now: () => number;
  readonly push: CoreCalls['push'];
}

function readingOf(ports: ReadingPorts) {
  const { fold, log, pack, now } = ports;
  return {
    ...recordCalls({ ...ports, view: fold, calendar: pack.calendar, monoMs, pause }),
    ...windowCalls({ ...ports, rows: fold.cameraRows }),
    sources: async (principal?: Principal) => {
      const states = readSources(fold, pack.sources, now());
      return principal ? sourcesInScope(states, pack.sources, principal, ports) : states;
    },
    relive: relivingOf(ports),
    incidents: incidentReader(log, pause),
    recent: (feeds: string, limit: number) => readRecent(log, pause, feeds, limit),
    quality: async ({ scope }: Principal, period: DaySpan | undefined, unit?: string) =>
      readQuality({ ...ports, promised: pack.sources, scope, nowMs: now() }, period, unit),
    cameras: async (principal: Principal) => readCamerasFor(principal, ports),
    outages: async (principal: Principal, unit: string, silence: boolean) =>
      readOutagesFor(principal, { unit, silence }, ports),
    revisions: async (principal: Principal, asked: RevisionsAsked) =>
      readRevisionsFor(principal, asked, ports),
    quarantine: async (page: Parameters<Log['quarantined']>[0]) => log.quarantined(page),
  };
}

/** One after the other: each reads the whole log. */
function relivingOf(reading: ReadingPorts): CoreCalls['relive'] {
  const { log, pack, territory, ask, sourcesOf } = reading;
  const folding: FoldingPorts = { log, parse: parseLogged, monoMs, pause };
  const newFold = foldMaker(pack);
  const ports = { folding, newFold, territory, promised: pack.sources, ask, sourcesOf };
  let turn: Promise<unknown> = Promise.resolve();
  return (asked, principal) => {
    const run = () => relive(asked, principal, ports);
    const done = turn.then(run, run);
    turn = done;
    return done;
  };
}

/** A replay starts where its setting or the log says; without one server time is real time. */
function runClock(
  { clock }: CoreSettings,
  { demo }: ProvincePack,
  log: Log,
  { onClock }: CoreListener,
): () => number {
  const wanted = clock ?? (demo && parseClock(demo.clock));
  const run = startClock({
    replay: wanted?.kind === 'replay' ? { fromMs: wanted.from, speed: wanted.speed } : undefined,
    untilMs: demo && Date.parse(demo.replay.to),
    lastReceivedAtMs: log.lastReceivedAt,
    realMs: Date.now(),
    isDemo: demo !== undefined,
  });
  onClock(run);
  return () => readClock(run, Date.now()).nowMs;
}

function basisOf({ pack, calendar, indicators, targets, sources }: ProvincePack, log: Log) {
  return {
    quality: { arrivals: () => log.arrivals(), promised: sources },
    catalogue: createCatalogue(indicators, pack),
    territory: createTerritory(pack),
    targets,
    reportMonthStartsOn: calendar.reportMonthStartsOn,
  };
}

function startTicker(answering: ReturnType<typeof createAnswering>, listener: CoreListener) {
  const tick = (dirty: ReadonlySet<MeasureSource>) => {
    const outputs = answering.tick(dirty);
    if (outputs.length > 0) listener.onOutputs(outputs);
    return outputs.length > 0;
  };
  return createTicker({ monoMs, after, tick });
}

function foldMaker({ calendar, sources }: ProvincePack): () => Fold {
  const cadences = sources
    .filter(({ kinds }) => kinds.includes('camera-status'))
    .map(({ source, cadenceSeconds }) => [source, cadenceSeconds]);
  const cameras = {
    ...DEFAULT_FOLD_SETTINGS.cameras,
    cadenceSeconds: Object.fromEntries(cadences),
  };
  return () => createFold({ calendar, settings: { ...DEFAULT_FOLD_SETTINGS, cameras } });
}
