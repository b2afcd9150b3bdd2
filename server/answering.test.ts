import { expect, test } from 'vitest';
import { type Dossier, dossierExample } from '../shared/event/dossier.ts';
import { createCatalogue } from '../shared/measure/catalogue.ts';
import type { Answer, Row } from '../shared/query/answer.ts';
import type { Query } from '../shared/query/query.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import { localDayOf } from '../shared/unit/local-day.ts';
import type { Principal } from './access/principal.ts';
import { createAnswering } from './answering.ts';
import { createFold } from './fold/fold.ts';
import { HISTORY_LIMITS, PastStates } from './history.ts';
import { parseLogged } from './ingest/logged.ts';
import { openMemoryLog } from './log/memory-log.ts';
import { createPasts } from './pasts.ts';
import { PACK } from './query/sample-context.ts';
import { REPLAY_LIMITS, Replays } from './replays.ts';

const ADMIN: Principal = { role: 'admin', name: 'admin', scope: ['74'] };
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
  let monoMs = 0;
  const newFold = () =>
    createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  const folding = {
    log,
    parse: parseLogged,
    monoMs: () => monoMs,
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const history = new PastStates(folding, newFold, { ...HISTORY_LIMITS, maxKept: 1 });
  const present = newFold();
  for (const { firstSeq, receivedAt, lines } of log.read(1)) {
    for (const each of lines) present.apply(parseLogged(each), { seq: firstSeq, receivedAt });
  }
  let nowMs = NOON + 3 * DAY_MS;
  const notices: string[] = [];
  const answering = createAnswering({
    pasts: createPasts({ present, history, replays: new Replays(folding, newFold) }),
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
  const tick = async () => {
    const outputs = answering.tick(new Set());
    await new Promise((resolve) => setImmediate(resolve));
    return outputs;
  };
  return { answering, history, notices, wait, tick };
}

const received = (asOfMs: number): Query => ({
  measures: ['dossier.received'],
  unit: '74',
  period: { from: '2023-01-01', to: '2023-12-31' },
  asOf: new Date(asOfMs).toISOString(),
});

const countOf = (answer: object) =>
  'rows' in answer ? (answer as Answer).rows[0]?.values['dossier.received']?.value : answer;

test('what was known then differs from what is true now of the same days', async () => {
  const { answering } = setUp();
  const { asOf: _, ...now } = received(NOON);
  // All three were received on the 20th; two of them came to be known on the 21st and the 22nd.
  expect(countOf(await answering.calls.query(received(NOON), ADMIN))).toBe(1);
  expect(countOf(await answering.calls.query(received(NOON + DAY_MS), ADMIN))).toBe(2);
  expect(countOf(await answering.calls.query(now, ADMIN))).toBe(3);
});

test('a moment that is none, or still to come, is refused and not answered with the present', async () => {
  const { answering } = setUp();
  for (const asOf of ['hôm qua', '2023-12-20', new Date(NOON + 4 * DAY_MS).toISOString()]) {
    const answer = await answering.calls.query({ ...received(NOON), asOf }, ADMIN);
    expect(answer).toMatchObject({ refused: { code: 'IOC_QUERY_INSTANT' } });
  }
  const { asOf: _, ...query } = received(NOON);
  const backwards = { from: '2023-12-21T00:00:00Z', to: '2023-12-20T00:00:00Z', speed: 60 };
  const answer = await answering.calls.query({ ...query, replay: backwards }, ADMIN);
  expect(answer).toMatchObject({ refused: { code: 'IOC_QUERY_INSTANT' } });
});

test('a replay goes from what was known at its beginning to what was known at its end, and stays there', async () => {
  const { answering, tick, wait } = setUp();
  const { asOf: _, ...query } = received(NOON);
  const toMs = NOON + 1.5 * DAY_MS;
  const [from, to] = [NOON - 3_600_000, toMs].map((ms) => new Date(ms).toISOString());
  const replay = { from: from ?? '', to: to ?? '', speed: 600 };
  const asked = await answering.calls.ask({ ...query, replay }, ADMIN, undefined);
  if ('refused' in asked) throw new Error(asked.refused.code);
  expect(JSON.parse(asked.message.text)).toMatchObject({
    rows: [{ values: { 'dossier.received': { value: null } } }],
    frame: { at: Date.parse(from ?? '') },
  });
  const seen: unknown[] = [];
  for (let seconds = 0; seconds < 300; seconds += 10) {
    wait(10_000);
    for (const { text } of await tick())
      seen.push(...JSON.parse(text).set.map((row: Row) => countOf({ rows: [row] })));
  }
  expect(seen).toEqual([1, 2]);
  const late = await answering.calls.ask({ ...query, replay }, ADMIN, undefined);
  if ('refused' in late) throw new Error(late.refused.code);
  expect(JSON.parse(late.message.text).rows[0].values['dossier.received'].value).toBe(2);
});

test('a second replay waits until nobody watches the first', async () => {
  const { answering, wait } = setUp();
  const { asOf: _, ...query } = received(NOON);
  const replay = { from: '2023-12-20T00:00:00Z', to: '2023-12-21T00:00:00Z', speed: 60 };
  const first = await answering.calls.ask({ ...query, replay }, ADMIN, undefined);
  if ('refused' in first) throw new Error(first.refused.code);
  const another = { ...query, replay: { ...replay, run: 'again' } };
  expect(await answering.calls.ask(another, ADMIN, undefined)).toMatchObject({
    refused: { code: 'IOC_QUERY_PAST_LOADING', retryAfterMs: 1000 },
  });
  await answering.calls.release(first.key);
  wait(REPLAY_LIMITS.forgottenMs);
  expect(await answering.calls.ask(another, ADMIN, undefined)).not.toHaveProperty('refused');
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
