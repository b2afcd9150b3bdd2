import { expect, test } from 'vitest';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Measure } from '../../shared/measure/measure.ts';
import type { Answer, Cell, Row } from '../../shared/query/answer.ts';
import { readSilence } from './other-readings.ts';
import { type AskingCondition, questionOf, readAnswer } from './rule-questions.ts';

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
const above: AskingCondition = {
  ...{ kind: 'threshold', query: query(late), is: 'above', limit: 10, deadBand: 2 },
};
const stands = (condition: AskingCondition, ...rows: Row[]) =>
  readAnswer(condition, answer(...rows)).map((reading) => reading.stands);

test('beyond the limit, inside the dead band, and back', () => {
  const rows = [11, 10, 8.1, 8].map((value, i) => row(`${i}`, late, { value }));
  expect(stands(above, ...rows)).toEqual(['beyond', 'between', 'between', 'back']);
  const below: AskingCondition = { ...above, is: 'below' };
  const rising = [9, 10, 11.9, 12].map((value, i) => row(`${i}`, late, { value }));
  expect(stands(below, ...rising)).toEqual(['beyond', 'between', 'between', 'back']);
});

test('without a figure, or without a target to hold it against, nothing is known', () => {
  expect(stands(above, row('1', late, { value: null, reason: 'IOC_QUERY_NO_DATA' }))).toEqual([
    'between',
  ]);
  const toTarget: AskingCondition = { ...above, is: 'below', limit: 'target' };
  expect(questionOf(toTarget, measureOf(late), NOW_MS).compare).toBe('target');
  const cells: Cell[] = [{ value: 1, target: 98 }, { value: 1, target: null }, { value: 1 }];
  expect(stands(toTarget, ...cells.map((cell, i) => row(`${i}`, late, cell)))).toEqual([
    ...['beyond', 'between', 'between'],
  ]);
});

test('missing is a gap in the data, not a division by nothing', () => {
  const missing: AskingCondition = { kind: 'missing', query: query(late) };
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
  const change: AskingCondition = {
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
