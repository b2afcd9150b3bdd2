import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Query } from '../../shared/query/query.ts';
import type { RadarAnswer } from '../../shared/record/radar.ts';
import type { RecordsAnswer, RecordsQuery } from '../../shared/record/records.ts';
import type { SearchHit } from '../../shared/record/search.ts';
import { createDossierBodies } from './input/dossier-bodies.ts';
import { type Line, milliseconds, numberFlag, printTable, quantile } from './report/table.ts';
import { createPusher } from './rig/pusher.ts';
import { createServerProcess } from './rig/server-process.ts';

/**
 * What an operator and an analyst wait for over HTTP, with ten million dossiers: the first table of a server that has
 * just started, a step of the drill, lists; then, once the background work of the start is done, search, the radar, and
 * questions of the studio, each asked for the first time: `npm run bench -- records [--events 10000000]`.
 */
const events = numberFlag('events', 10_000_000);
const CONNECTIONS = 8;
const BATCH = 2000;
/** A working day near the last of the dossiers, when some are due soon. */
const SETTINGS = { IOC_CLOCK: 'replay:2023-11-01T09:00:00+07:00@1', IOC_FUTURE_LIMIT: '60' };
const DISTRICTS = ['718', '719', '720', '721', '722', '723', '724', '725', '726'];
const FIVE_YEARS = { from: '2019-01-01', to: '2023-12-31' };

const server = await createServerProcess({ settings: SETTINGS });
const lines: Line[] = [];
function note(what: string, measured: string, budget?: string): void {
  lines.push(budget === undefined ? { what, measured } : { what, measured, budget });
}

interface Timed<T> {
  readonly ms: number;
  /** Processor time of the server meanwhile, in steps of ten: what it would take on a machine with nothing else to do. */
  readonly cpuMs: number;
  readonly result: T;
}

async function timed<T>(run: () => Promise<T>): Promise<Timed<T>> {
  const [startedAt, cpuAt] = [performance.now(), server.cpuMs()];
  const result = await run();
  return { ms: performance.now() - startedAt, cpuMs: server.cpuMs() - cpuAt, result };
}

const told = ({ ms, cpuMs }: Omit<Timed<unknown>, 'result'>) =>
  `${milliseconds(ms)} (processor ${cpuMs} ms)`;
const slowest = (all: readonly Timed<unknown>[]) =>
  told({
    ms: Math.max(...all.map(({ ms }) => ms)),
    cpuMs: Math.max(...all.map(({ cpuMs }) => cpuMs)),
  });

const list = (query: Partial<RecordsQuery>) =>
  server.call<RecordsAnswer>('/api/v1/records', { kind: 'dossier', unit: '74', ...query });
const find = (text: string) =>
  server.call<SearchHit[]>(`/api/v1/search?q=${encodeURIComponent(text)}`);

async function timeFirstTable(): Promise<void> {
  const first = await timed(() => list({ filter: { state: 'open' }, sort: { by: 'due' } }));
  note('first table: what is open', told(first), '≤ 300 ms');
  note('dossiers in it', first.result.total.toLocaleString('en'));
}

/** A district's parts and its late dossiers, as the desk asks for them. */
async function timeDrill(): Promise<void> {
  const steps: Timed<unknown>[] = [];
  for (const unit of DISTRICTS) {
    const parts: Query = {
      measures: ['dossier.received', 'dossier.onTimeRate'],
      unit,
      by: ['unit'],
      level: 'commune',
      period: { relative: 'last-30-days' },
    };
    const step = await timed(() =>
      Promise.all([server.query(parts), list({ unit, filter: { state: 'open-late' } })]),
    );
    steps.push(step);
  }
  note('a step of the drill: figures and list, slowest', slowest(steps), '≤ 200 ms');
}

async function timeWholeList(accepted: number): Promise<void> {
  let isDone = false;
  const waits: number[] = [];
  const others = (async () => {
    while (!isDone) waits.push((await timed(() => server.call('/api/v1/sources'))).ms);
  })();
  const all = await timed(() => list({ sort: { by: 'late', descending: true } }));
  isDone = true;
  await others;
  if (all.result.total !== accepted) throw new Error(`${all.result.total} listed of ${accepted}`);
  note('list of all, by days late, the first time', told(all));
  note('another call meanwhile, p99', milliseconds(quantile(waits, 0.99)));
  const page = await timed(() =>
    list({ sort: { by: 'late', descending: true }, offset: 1_000_000 }),
  );
  note('a page far down it', told(page));
}

const QUIET_MS = 30;
const MOST_SECONDS = 90;

/** Until the server has nothing to do of itself. */
async function settle(): Promise<void> {
  for (let second = 1; second <= MOST_SECONDS; second++) {
    const before = server.cpuMs();
    await setTimeout(1000);
    if (server.cpuMs() - before > QUIET_MS) continue;
    note('background work after the start, until it is done', `${second} s`);
    return;
  }
  throw new Error(`still at work after ${MOST_SECONDS} s`);
}

async function timeSearch(): Promise<void> {
  const absent = await timed(() => find('zz-0000'));
  note('search for a code that is not there, the first time', told(absent));
  const texts = [
    'thu dau mot',
    '000012345678',
    '12345',
    'H09',
    '999999999999',
    'x-0000',
    'đất đai',
  ];
  const times: Timed<unknown>[] = [];
  for (const text of texts) times.push(await timed(() => find(text)));
  note('search, slowest of seven', slowest(times), '≤ 50 ms');
}

async function timeRadar(): Promise<void> {
  const ask = () => server.call<RadarAnswer>('/api/v1/radar?unit=74&by=field');
  note('radar by field, the first time', told(await timed(ask)));
  note('radar again', told(await timed(ask)));
}

async function timeStudio(): Promise<void> {
  const times: Timed<unknown>[] = [];
  const splits: Partial<Query>[] = [
    { by: ['unit'], level: 'district', grain: 'month' },
    { by: ['field'], grain: 'quarter' },
    { by: ['channel'], grain: 'week' },
    { by: ['unit', 'channel'], level: 'district', grain: 'year' },
    { grain: 'day', compare: 'same-period-last-year' },
  ];
  for (const unit of ['74', '718', '725']) {
    for (const split of splits) {
      const measures = [
        'dossier.received',
        'dossier.resolved',
        'dossier.onTimeRate',
        'dossier.open',
      ];
      const query: Query = { measures, unit, period: FIVE_YEARS, ...split };
      times.push(await timed(() => server.query(query)));
    }
  }
  const medianMs = quantile(
    times.map(({ ms }) => ms),
    0.5,
  );
  note('a question of the studio over five years, p50', milliseconds(medianMs));
  note('the same, slowest of fifteen', slowest(times), '≤ 100 ms');
}

try {
  await server.start();
  const pusher = createPusher(server, CONNECTIONS);
  const accepted = await pusher.pushUntil(createDossierBodies(BATCH), (done) => done >= events);
  pusher.close();
  await server.stop();
  await server.start();
  await timeFirstTable();
  await timeDrill();
  await timeWholeList(accepted);
  await settle();
  await timeSearch();
  await timeRadar();
  await timeStudio();
  note('resident memory', `${Math.round(server.residentBytes() / 2 ** 20)} MiB`);
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  printTable(`${accepted.toLocaleString('en')} dossiers, load of the machine ${load}`, lines);
} finally {
  await server.stop('SIGKILL');
  server.remove();
}
