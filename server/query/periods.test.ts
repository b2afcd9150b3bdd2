import { expect, test } from 'vitest';
import { FlowCube } from '../fold/cube.ts';
import { DOSSIER_FLOWS } from '../fold/flows.ts';
import { createFold } from '../fold/fold.ts';
import type { FoldView } from '../fold/view.ts';
import {
  ask,
  at,
  cell,
  column,
  contextOf,
  day,
  type Posted,
  post,
  SPREAD_EVENTS,
  timeOf,
} from './sample-context.ts';

const EMPTY = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });

/** A view over totals posted straight into a cube. */
function viewOf(posted: readonly Posted[], dataTo: string | null): FoldView {
  const cube = new FlowCube(EMPTY.dossiers.dimensions, DOSSIER_FLOWS);
  return { ...EMPTY, seq: 7, dossiers: post(cube, posted), dataTo: () => timeOf(dataTo) };
}

const SPREAD = viewOf(SPREAD_EVENTS, '2023-12-30T10:00:00+07:00');

test('a source that never spoke has no zero', () => {
  const silent = contextOf(viewOf([], null));
  expect(cell(silent, 'dossier.received')).toEqual({
    value: null,
    reason: 'IOC_QUERY_NOT_CONNECTED',
  });
  expect(ask(silent, { measures: ['dossier.received'] }).freshness.dataTo).toBeNull();
  expect(cell(contextOf(SPREAD), 'dossier.received', { unit: '726' }).reason).toBe(
    'IOC_QUERY_NOT_CONNECTED',
  );
});

test('all buckets are there: gaps before the first data, zeros while connected, stocks carried on', () => {
  const context = contextOf(SPREAD, { now: at('2023-07-02T09:00:00+07:00') });
  const monthly = (measure: string) =>
    Object.values(column(ask(context, { measures: [measure], grain: 'month' }), measure));
  expect(monthly('dossier.received')).toEqual([
    null,
    8,
    0,
    0,
    10,
    0,
    0,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(monthly('dossier.open')).toEqual([null, 2, 2, 2, 5, 5, 5, null, null, null, null, null]);
  expect(monthly('dossier.onTimeRate')[2]).toBeNull();
});

test('a source silent for three budgets leaves gaps instead of zeros, while its stocks stand', () => {
  const view = viewOf([{ on: '2023-03-01', received: 4 }], '2023-03-10T10:00:00+07:00');
  const context = contextOf(view, { now: at('2023-03-20T09:00:00+07:00') });
  const period = { from: '2023-03-09', to: '2023-03-16' };
  const daily = (measure: string) =>
    Object.values(column(ask(context, { measures: [measure], grain: 'day', period }), measure));
  expect(daily('dossier.received')).toEqual([0, 0, 0, 0, 0, null, null, null]);
  expect(daily('dossier.open')).toEqual([4, 4, 4, 4, 4, 4, 4, 4]);
});

test('a stock of a running period is today’s, never tomorrow’s', () => {
  const view = viewOf(
    [
      { on: '2023-05-02', received: 3 },
      { on: '2023-05-20', openLate: 3 },
    ],
    '2023-05-02T10:00:00+07:00',
  );
  const period = { from: '2023-05-01', to: '2023-05-31' };
  const on = (now: string) =>
    cell(contextOf(view, { now: at(now) }), 'dossier.openLate', { period }).value;
  expect(on('2023-05-19T23:59:59+07:00')).toBe(0);
  expect(on('2023-05-20T00:00:00+07:00')).toBe(3);
});

test('a running period is compared with as much of the other one', () => {
  const view = viewOf(
    [
      { on: '2022-03-10', received: 10 },
      { on: '2022-11-10', received: 90 },
      { on: '2023-03-10', received: 15 },
    ],
    '2023-03-14T10:00:00+07:00',
  );
  const context = contextOf(view, { now: at('2023-03-14T12:00:00+07:00') });
  const answer = ask(context, { measures: ['dossier.received'], compare: 'same-period-last-year' });
  expect(answer.comparedPeriod).toEqual({ from: '2022-01-01', to: '2022-03-14' });
  expect(answer.rows[0]?.values['dossier.received']).toMatchObject({
    value: 15,
    base: 10,
    delta: 50,
  });
});

test('previous periods and years ago go bucket by bucket, and a zero base gives no percentage', () => {
  const view = viewOf(
    [
      { on: '2022-01-10', received: 2 },
      { on: '2022-12-10', received: 4 },
      { on: '2023-01-10', received: 6 },
    ],
    '2023-12-31T10:00:00+07:00',
  );
  const context = contextOf(view);
  const deltas = (query: object) =>
    ask(context, { measures: ['dossier.received'], ...query })
      .rows.slice(0, 2)
      .map((row) => row.values['dossier.received']?.delta);
  expect(deltas({ grain: 'month', compare: 'same-period-last-year' })).toEqual([200, null]);
  const january = { from: '2023-01-01', to: '2023-01-31' };
  expect(deltas({ period: january, compare: 'previous-period' })).toEqual([50]);
});

test('a target holds for its unit, below it only where it names a level; the narrowest wins', () => {
  const target = {
    kind: 'target',
    unit: '74',
    validFrom: '2023-01-01',
    validTo: '2023-12-31',
    setBy: { vi: 'x', en: 'x' },
  } as const;
  const context = contextOf(SPREAD, {
    targets: [
      { ...target, measure: 'dossier.onTimeRate', value: 98 },
      { ...target, measure: 'dossier.onTimeRate', value: 95, filter: { level: ['commune'] } },
      { ...target, measure: 'dossier.received', value: 20 },
      { ...target, measure: 'dossier.received', kind: 'plan', value: 36 },
    ],
  });
  const compare = 'target' as const;
  const own = cell(context, 'dossier.onTimeRate', { compare });
  expect(own.target).toBe(98);
  expect(own.delta).toBeCloseTo((11 / 13) * 100 - 98, 10);
  expect(cell(context, 'dossier.onTimeRate', { unit: '718' }).target).toBeUndefined();
  expect(cell(context, 'dossier.onTimeRate', { unit: '25747' }).target).toBe(95);
  expect(cell(context, 'dossier.onTimeRate', { filter: { level: ['commune'] } }).target).toBe(95);
  expect(cell(context, 'dossier.received', { compare })).toMatchObject({ target: 20, delta: -10 });
  expect(cell(context, 'dossier.received', { compare: 'plan' })).toMatchObject({
    target: 36,
    delta: -50,
  });
  expect(cell(context, 'dossier.received', { unit: '718', compare }).target).toBeUndefined();
  const next = { from: '2024-01-01', to: '2024-01-31' };
  expect(cell(context, 'dossier.onTimeRate', { period: next }).target).toBeUndefined();
});

test('of two decisions about the same days the later holds, and only from its day on', () => {
  const target = {
    measure: 'dossier.onTimeRate',
    kind: 'target',
    unit: '74',
    validFrom: '2023-01-01',
    validTo: '2023-12-31',
    setBy: { vi: 'UBND tỉnh', en: 'Provincial committee' },
  } as const;
  const targets = [
    { ...target, value: 98, decidedOn: '2023-07-01' },
    { ...target, value: 95, decidedOn: '2022-12-20' },
  ];
  const targetAt = (now: string) =>
    cell(contextOf(SPREAD, { targets, now: at(now) }), 'dossier.onTimeRate').target;
  expect(targetAt('2024-01-05T09:00:00+07:00')).toBe(98);
  expect(targetAt('2023-07-01T00:00:00+07:00')).toBe(98);
  expect(targetAt('2023-06-30T23:59:59+07:00')).toBe(95);
  expect(targetAt('2022-12-19T12:00:00+07:00')).toBeUndefined();
});

test('the first n lead by the first measure, and what has no value comes last', () => {
  const context = contextOf(SPREAD);
  const top = (n: number, order: 'ascending' | 'descending') =>
    ask(context, {
      measures: ['dossier.received'],
      by: ['unit'],
      level: 'district',
      top: { n, order },
    }).rows.map(({ key }) => key);
  expect(top(2, 'descending')).toEqual(['718', '719']);
  expect(top(3, 'ascending')).toEqual(['719', '718', '726']);
  const monthly = ask(context, {
    measures: ['dossier.received'],
    by: ['field'],
    grain: 'quarter',
    top: { n: 1, order: 'descending' },
  });
  expect(monthly.rows.map(({ key }) => key)).toEqual([
    '2023-Q1|dat-dai',
    '2023-Q2|dat-dai',
    '2023-Q3|dat-dai',
    '2023-Q4|dat-dai',
  ]);
});

test('new series join groups already known', () => {
  const view = viewOf([{ on: '2023-02-10', received: 1 }], '2023-02-10T10:00:00+07:00');
  const context = contextOf(view);
  expect(cell(context, 'dossier.received').value).toBe(1);
  const cube = view.dossiers as FlowCube;
  const series = cube.series(['719', 'district', 'ho-tich', 'H09', 'post', '2']);
  cube.add(cube.flowId('received'), series, day('2023-02-11'), 5);
  expect(cell(context, 'dossier.received').value).toBe(6);
  expect(
    column(ask(context, { measures: ['dossier.received'], by: ['field'] }), 'dossier.received'),
  ).toEqual({ 'dat-dai': 1, 'ho-tich': 5 });
});
