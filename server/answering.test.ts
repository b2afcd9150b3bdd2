import { expect, test } from 'vitest';
import { type Dossier, dossierExample } from '../shared/event/dossier.ts';
import { createCatalogue } from '../shared/measure/catalogue.ts';
import type { Query } from '../shared/query/query.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import { localDayOf } from '../shared/unit/local-day.ts';
import type { Principal } from './access/principal.ts';
import { createAnswering } from './answering.ts';
import { createFold } from './fold/fold.ts';
import { HISTORY_LIMITS, PastStates } from './history.ts';
import { parseLogged } from './ingest/logged.ts';
import { openMemoryLog } from './log/memory-log.ts';
import { PACK } from './query/sample-context.ts';

const ADMIN: Principal = { role: 'admin', scope: ['74'] };
const DAY_MS = 86_400_000;
const NOON = Date.parse('2023-12-20T12:00:00+07:00');
const DATES: readonly (keyof Dossier)[] = ['finished', 'returned', 'due'];

function line(code: string): string {
  const data = Object.fromEntries(
    Object.entries(dossierExample).filter(([key]) => !DATES.includes(key as keyof Dossier)),
  );
  return JSON.stringify({
    specversion: '1.0',
    type: 'ioc.dossier.v1',
    source: 'mc',
    id: code,
    time: '2023-12-20T12:00:00+07:00',
    data: { ...data, code, unit: '718', received: '2023-12-20T08:00:00+07:00' },
  });
}

/** One dossier a day from 20/12/2023 on; a single state of the past is kept. */
function setUp() {
  const log = openMemoryLog();
  for (const [n, code] of ['A', 'B', 'C'].entries()) {
    log.append([{ source: 'mc', id: code, line: line(code) }], NOON + n * DAY_MS);
  }
  const newFold = () =>
    createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  const folding = {
    log,
    parse: parseLogged,
    monoMs: () => performance.now(),
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const history = new PastStates(folding, newFold, { ...HISTORY_LIMITS, maxKept: 1 });
  let nowMs = NOON;
  let monoMs = 0;
  const notices: string[] = [];
  const answering = createAnswering({
    fold: newFold(),
    history,
    catalogue: createCatalogue([]),
    territory: createTerritory(PACK),
    targets: [],
    reportMonthStartsOn: undefined,
    now: () => nowMs,
    bordersDay: () => localDayOf(nowMs),
    monoMs: () => monoMs,
    epoch: 'e1',
    listener: { onNotice: ({ message }) => notices.push(message) },
  });
  const wait = (ms: number) => {
    nowMs += ms;
    monoMs += ms;
  };
  return { answering, history, notices, wait };
}

const received = (asOfMs: number): Query => ({
  measures: ['dossier.received'],
  unit: '74',
  period: { from: '2023-01-01', to: '2023-12-31' },
  asOf: new Date(asOfMs).toISOString(),
});

test('a watched question about the past gets its past back after midnight, and is never refused', async () => {
  const { answering, history, notices, wait } = setUp();
  const asked = await answering.calls.ask(received(NOON), ADMIN, undefined);
  if ('refused' in asked) throw new Error(asked.refused.code);
  await history.at(NOON + 2 * DAY_MS);
  expect(history.ready(NOON)).toBeUndefined();
  wait(DAY_MS);
  expect(answering.tick(new Set())).toEqual([]);
  expect(await history.at(NOON)).toBeDefined();
  wait(2000);
  answering.tick(new Set());
  const again = await answering.calls.ask(received(NOON), ADMIN, undefined);
  expect(again).toMatchObject({ key: asked.key, seq: asked.seq });
  expect(notices).toEqual([]);
});

test('a viewer that comes to a past being watched does not have it folded again', async () => {
  const { answering, history } = setUp();
  const first = await answering.calls.ask(received(NOON), ADMIN, undefined);
  await history.at(NOON + 2 * DAY_MS);
  const second = await answering.calls.ask(received(NOON), ADMIN, undefined);
  expect(second).toEqual(first);
  expect(history.ready(NOON)).toBeUndefined();
});

test('a question about another past than the one being folded is refused with a code and a time', async () => {
  const { answering } = setUp();
  const first = answering.calls.query(received(NOON), ADMIN);
  const second = await answering.calls.query(received(NOON + DAY_MS), ADMIN);
  expect(second).toMatchObject({
    refused: { code: 'IOC_QUERY_PAST_LOADING', retryAfterMs: 2000 },
  });
  expect(await first).not.toHaveProperty('refused');
});
