import { expect, test } from 'vitest';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Measure } from '../../shared/measure/measure.ts';
import type { Answer, Cell, Row } from '../../shared/query/answer.ts';
import { readSilence } from './other-readings.ts';
import { questionOf, readAnswer, readRates, type StandingCondition } from './rule-questions.ts';
import { type RateCondition, Trail } from './trails.ts';

const NOW_MS = Date.parse('2024-01-10T09:00:00+07:00');
const measureOf = (id: string) => createCatalogue([]).get(id) as Measure;
const query = (measure: string) => ({
  measure,
  unit: '74',
  by: ['unit' as const],
  period: { relative: 'today' as const },
});
const answer = (...rows: Row[]): Answer => ({
  ...{ epoch: 'e', seq: 1, asOf: '', period: { from: '', to: '' } },
  freshness: { dataTo: NOW_MS, closed: false },
  rows,
});
const row = (unit: string, measure: string, cell: Cell, period?: string): Row => ({
  key: unit,
  unit,
  values: { [measure]: cell },
  ...(period === undefined ? {} : { period }),
});

const late = 'dossier.openLate';
const above: StandingCondition = {
  ...{ kind: 'threshold', query: query(late), is: 'above', limit: 10, deadBand: 2 },
};
const stands = (condition: StandingCondition, ...rows: Row[]) =>
  readAnswer(condition, answer(...rows)).map((reading) => reading.stands);

test('beyond the limit, inside the dead band, and back', () => {
  const rows = [11, 10, 8.1, 8].map((value, i) => row(`${i}`, late, { value }));
  expect(stands(above, ...rows)).toEqual(['beyond', 'between', 'between', 'back']);
  const below: StandingCondition = { ...above, is: 'below' };
  const rising = [9, 10, 11.9, 12].map((value, i) => row(`${i}`, late, { value }));
  expect(stands(below, ...rising)).toEqual(['beyond', 'between', 'between', 'back']);
});

test('without a figure, or without a target to hold it against, nothing is known', () => {
  expect(stands(above, row('1', late, { value: null, reason: 'IOC_QUERY_NO_DATA' }))).toEqual([
    'between',
  ]);
  const toTarget: StandingCondition = { ...above, is: 'below', limit: 'target' };
  expect(questionOf(toTarget, measureOf(late), NOW_MS).compare).toBe('target');
  const cells: Cell[] = [{ value: 1, target: 98 }, { value: 1, target: null }, { value: 1 }];
  expect(stands(toTarget, ...cells.map((cell, i) => row(`${i}`, late, cell)))).toEqual([
    ...['beyond', 'between', 'between'],
  ]);
});

test('missing is a gap in the data, not a division by nothing', () => {
  const missing: StandingCondition = { kind: 'missing', query: query(late) };
  const cells: Cell[] = [
    { value: null, reason: 'IOC_QUERY_NOT_CONNECTED' },
    { value: null, reason: 'IOC_QUERY_NO_DENOMINATOR' },
    { value: 0 },
  ];
  expect(stands(missing, ...cells.map((cell, i) => row(`${i}`, late, cell)))).toEqual([
    ...['beyond', 'back', 'back'],
  ]);
});

test('a change is the last day against the first, each subject apart', () => {
  const change: StandingCondition = {
    ...{ kind: 'change', query: query(late), is: 'above', limit: 40, overDays: 7, as: 'percent' },
  };
  const asked = questionOf(change, measureOf(late), NOW_MS);
  expect(asked).toMatchObject({ period: { from: '2024-01-03', to: '2024-01-10' }, grain: 'day' });
  // Of a flow the running day is left out: half a day would stand against whole ones.
  expect(questionOf(change, measureOf('dossier.received'), NOW_MS).period).toEqual({
    ...{ from: '2024-01-02', to: '2024-01-09' },
  });
  const days = (unit: string, from: number | null, to: number) => [
    row(unit, late, { value: from }, '2024-01-03'),
    row(unit, late, { value: to }, '2024-01-10'),
  ];
  const readings = readAnswer(
    change,
    answer(
      ...days('718', 10, 15),
      ...days('719', 10, 12),
      ...days('720', 0, 3),
      ...days('721', null, 3),
    ),
  );
  expect(readings.map(({ subject, value, stands }) => [subject.key, value, stands])).toEqual([
    ['718', 50, 'beyond'],
    ['719', 20, 'back'],
    ['720', null, 'between'],
    ['721', null, 'between'],
  ]);
});

const MINUTE_MS = 60_000;
const rate: RateCondition = {
  ...{ kind: 'rate', query: query(late), is: 'above', limit: 5, deadBand: 2 },
  ...{ overMinutes: 30, as: 'difference' },
};
/** What a rule reads, look by look: minutes of the day, the figure, the day its period begins on. */
const moves = (
  condition: RateCondition,
  looks: [minute: number, value: number | null, from?: string][],
) => {
  const trail = new Trail(condition.overMinutes * MINUTE_MS);
  const measure = measureOf(condition.query.measure);
  return looks.map(([minute, value, from = '2024-01-10']) => {
    const rows = [row('718', measure.id, { value })];
    const nowMs = NOW_MS + minute * MINUTE_MS;
    const [reading] = readRates(condition, { rows, from }, { measure, nowMs, trail });
    return [reading?.value, reading?.stands];
  });
};

test('a rate asks for its period as it stands, and nothing is known before a window has passed', () => {
  expect(questionOf(rate, measureOf(late), NOW_MS)).toMatchObject({
    period: { relative: 'today' },
  });
  expect(
    moves(rate, [
      [0, 10],
      [20, 14],
      [30, 16],
      [31, 14],
      [40, 12],
      [50, 10],
    ]),
  ).toEqual([
    [null, 'between'],
    [null, 'between'],
    [6, 'beyond'],
    [4, 'between'],
    [2, 'back'],
    [-4, 'back'],
  ]);
});

test('a rate in percent is of where it began, and a gap or a nought there is no beginning', () => {
  const percent: RateCondition = { ...rate, as: 'percent', limit: 50, deadBand: 0 };
  expect(
    moves(percent, [
      [0, 10],
      [30, 16],
    ])[1],
  ).toEqual([60, 'beyond']);
  expect(
    moves(percent, [
      [0, null],
      [30, 16],
    ])[1],
  ).toEqual([null, 'between']);
  expect(
    moves(percent, [
      [0, 0],
      [30, 16],
    ])[1],
  ).toEqual([null, 'between']);
});

test('a count that begins anew at midnight is not held against the day before, a stock is', () => {
  const counted: RateCondition = {
    ...rate,
    is: 'below',
    limit: -5,
    query: query('dossier.received'),
  };
  const midnight: [number, number, string][] = [
    [0, 90, '2024-01-10'],
    [30, 3, '2024-01-11'],
  ];
  expect(moves(counted, midnight)[1]).toEqual([null, 'between']);
  expect(moves({ ...counted, query: query(late) }, midnight)[1]).toEqual([-87, 'beyond']);
});

test('a source is stale after so many of its cadences, one that never sent anything is not connected', () => {
  const source = (name: string, silentMinutes: number | null) => ({
    source: name,
    cadenceSeconds: 600,
    lastReceivedAt: silentMinutes === null ? null : NOW_MS - silentMinutes * 60_000,
  });
  const states = [source('a', 31), source('b', 30), source('c', null), source('d', 99)];
  const condition = { kind: 'stale-source' as const, cadences: 3, sources: ['a', 'b', 'c'] };
  const readings = readSilence(condition, states, '74', NOW_MS);
  expect(readings.map(({ subject, stands }) => [subject.key, stands])).toEqual([
    ['a', 'beyond'],
    ['b', 'back'],
    ['c', 'between'],
  ]);
});
