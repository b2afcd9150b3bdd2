import { expect, test } from 'vitest';
import type { Coverage } from '../../shared/event/coverage.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type { Observation } from '../../shared/event/observation.ts';
import { createFold, type Fold } from '../fold/fold.ts';
import { ask, at, cell, column, contextOf, refusal } from './sample-context.ts';

function foldOf(
  observations: readonly (Pick<Observation, 'indicator' | 'period'> & Partial<Observation>)[],
  coverage: readonly Coverage[] = [],
): Fold {
  const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  const time = at('2023-12-29T09:00:00+07:00');
  const events = [
    ...observations.map((data) => ({
      kind: 'observation' as const,
      data: { unit: '74', vintage: 'official' as const, asOf: '2023-12-29', ...data },
    })),
    ...coverage.map((data) => ({ kind: 'coverage' as const, data })),
  ];
  for (const [i, event] of events.entries())
    fold.apply({ ...event, source: 'ctk', id: String(i), time } as AcceptedEvent, {
      seq: i + 1,
      receivedAt: time,
    });
  return fold;
}

const months = (indicator: string, count: number, own: Partial<Observation> = {}) =>
  Array.from({ length: count }, (_, i) => ({
    indicator,
    period: `2023-${String(i + 1).padStart(2, '0')}`,
    value: 100 + i,
    ...own,
  }));

test('a value printed for exactly the period asked is the answer, with its vintage and as-of', () => {
  const fold = foldOf([
    {
      indicator: 'GRDP_GROWTH',
      period: '2023',
      value: 5.97,
      vintage: 'estimate',
      operator: 'about',
    },
    { indicator: 'GRDP_GROWTH', period: '2022', value: 8.01 },
  ]);
  const figure = cell(contextOf(fold), 'indicator.GRDP_GROWTH', {
    compare: 'same-period-last-year',
  });
  expect(figure).toMatchObject({
    value: 5.97,
    quality: 'estimate',
    operator: 'about',
    asOf: '2023-12-29',
    base: 8.01,
    deltaKind: 'points',
  });
  expect(figure.delta).toBeCloseTo(-2.04, 10);
});

test('a figure tells how often what it stands on was revised', () => {
  const values = [5.8, 5.9, 5.97].map((value) => ({
    indicator: 'GRDP_GROWTH',
    period: '2023',
    value,
  }));
  expect(cell(contextOf(foldOf(values)), 'indicator.GRDP_GROWTH')).toMatchObject({ revised: 2 });
  const [first] = values;
  const once = cell(contextOf(foldOf(first ? [first] : [])), 'indicator.GRDP_GROWTH');
  expect(once.revised).toBeUndefined();
});

test('a growth rate is never made from quarters or districts', () => {
  const quarters = foldOf(
    ['Q1', 'Q2', 'Q3', 'Q4'].map((q) => ({
      indicator: 'GRDP_GROWTH',
      period: `2023-${q}`,
      value: 5,
    })),
  );
  expect(cell(contextOf(quarters), 'indicator.GRDP_GROWTH').reason).toBe('IOC_QUERY_NOT_ADDITIVE');
  const districts = foldOf([
    { indicator: 'GRDP_GROWTH', period: '2023', unit: '718', value: 5 },
    { indicator: 'SPENDING', period: '2023', unit: '718', value: 5 },
  ]);
  const reason = (code: string) => cell(contextOf(districts), `indicator.${code}`).reason;
  expect([reason('GRDP_GROWTH'), reason('SPENDING')]).toEqual([
    'IOC_QUERY_NOT_ADDITIVE',
    'IOC_QUERY_NOT_ADDITIVE',
  ]);
  expect(cell(contextOf(districts), 'indicator.GRDP_GROWTH', { unit: '718' }).value).toBe(5);
});

test('a year is the sum of its months when all are there, and as good as the worst of them', () => {
  const whole = foldOf([
    ...months('RETAIL', 11),
    { indicator: 'RETAIL', period: '2023-12', value: 150, vintage: 'estimate' },
  ]);
  const figure = cell(contextOf(whole), 'indicator.RETAIL');
  expect(figure).toMatchObject({ value: 1305, quality: 'estimate' });
  expect(figure.period).toBeUndefined();
  const quarterly = ask(contextOf(whole), { measures: ['indicator.RETAIL'], grain: 'quarter' });
  expect(column(quarterly, 'indicator.RETAIL')['2023-Q1']).toBe(303);
  const short = contextOf(foldOf(months('RETAIL', 10)));
  expect(cell(short, 'indicator.RETAIL')).toEqual({ value: null, reason: 'IOC_QUERY_INCOMPLETE' });
  const monthly = ask(short, { measures: ['indicator.RETAIL'], grain: 'month' });
  expect(monthly.rows.map((row) => row.values['indicator.RETAIL']?.value).slice(8)).toEqual([
    108,
    109,
    null,
    null,
  ]);
});

test('a running year is the months there are, named as such and compared with as many', () => {
  const fold = foldOf([
    ...months('RETAIL', 5),
    ...months('RETAIL', 12, { value: 50 }).map((each) => ({
      ...each,
      period: each.period.replace('2023', '2022'),
    })),
  ]);
  const context = contextOf(fold, { now: at('2023-06-20T09:00:00+07:00') });
  const figure = cell(context, 'indicator.RETAIL', { compare: 'same-period-last-year' });
  expect(figure).toMatchObject({ value: 510, period: '2023-01-01/2023-05-31', base: 250 });
  expect(figure.delta).toBeCloseTo(104, 10);
  const holed = foldOf(months('RETAIL', 5).filter(({ period }) => period !== '2023-03'));
  const holedContext = contextOf(holed, { now: at('2023-06-20T09:00:00+07:00') });
  expect(cell(holedContext, 'indicator.RETAIL').reason).toBe('IOC_QUERY_INCOMPLETE');
});

test('a running total counts from 1 January', () => {
  const fold = foldOf([
    { indicator: 'IIP', period: '2023-12', value: 107.2, yearToDate: true },
    { indicator: 'IIP', period: '2023-11', value: 106 },
  ]);
  expect(cell(contextOf(fold), 'indicator.IIP').value).toBe(107.2);
  const december = { from: '2023-12-01', to: '2023-12-31' };
  expect(cell(contextOf(fold), 'indicator.IIP', { period: december }).value).toBeNull();
});

test('the newest month of a published index answers a relative period by its own name', () => {
  const context = contextOf(foldOf(months('IIP', 11)), { now: at('2023-12-20T09:00:00+07:00') });
  const figure = cell(context, 'indicator.IIP', {
    period: { relative: 'last-12-months' },
    compare: 'previous-period',
  });
  expect(figure).toMatchObject({ value: 110, period: '2023-11', base: 109 });
});

test('a share rolls up by its parts, and not at all without them', () => {
  const shares = (rows: readonly Partial<Observation>[]) =>
    contextOf(foldOf(rows.map((row) => ({ indicator: 'HEALTH', period: '2023', ...row }))));
  const parts = shares([
    { unit: '718', num: 90, den: 100 },
    { unit: '719', num: 150, den: 300 },
    { unit: '726', num: 60, den: 100 },
  ]);
  expect(cell(parts, 'indicator.HEALTH')).toMatchObject({ value: 60, num: 300, den: 500 });
  const byUnit = ask(parts, { measures: ['indicator.HEALTH'], by: ['unit'], level: 'district' });
  expect(column(byUnit, 'indicator.HEALTH')).toEqual({ '718': 90, '719': 50, '726': 60 });
  const bare = shares([
    { unit: '718', value: 90 },
    { unit: '719', value: 50 },
    { unit: '726', value: 60 },
  ]);
  expect(cell(bare, 'indicator.HEALTH').reason).toBe('IOC_QUERY_NOT_ADDITIVE');
  const missing = shares([{ unit: '718', num: 90, den: 100 }]);
  expect(cell(missing, 'indicator.HEALTH').reason).toBe('IOC_QUERY_INCOMPLETE');
});

test('a stock of a year is its last month', () => {
  const fold = foldOf(months('HEALTH', 12, {}).map((row, i) => ({ ...row, value: 90 + i / 10 })));
  expect(cell(contextOf(fold), 'indicator.HEALTH').value).toBe(91.1);
  const early = foldOf(months('HEALTH', 3, { value: 80 }));
  expect(cell(contextOf(early), 'indicator.HEALTH')).toMatchObject({
    value: 80,
    period: '2023-03',
  });
});

test('a composition is asked by part', () => {
  const fold = foldOf([
    { indicator: 'STRUCTURE', period: '2023', part: 'NLTS', value: 2.7 },
    { indicator: 'STRUCTURE', period: '2023', part: 'CNXD', value: 66 },
  ]);
  const context = contextOf(fold);
  expect(cell(context, 'indicator.STRUCTURE').reason).toBe('IOC_QUERY_COMPOSITION');
  const parts = ask(context, { measures: ['indicator.STRUCTURE'], by: ['part'] });
  expect(column(parts, 'indicator.STRUCTURE')).toEqual({ CNXD: 66, NLTS: 2.7 });
  expect(cell(context, 'indicator.STRUCTURE', { filter: { part: ['CNXD'] } }).value).toBe(66);
});

test('a revision replaces the value and an indicator without records is not connected', () => {
  const fold = foldOf([
    { indicator: 'IIP', period: '2023', value: 105, vintage: 'estimate' },
    { indicator: 'IIP', period: '2023', value: 104.5, vintage: 'revised' },
  ]);
  expect(cell(contextOf(fold), 'indicator.IIP')).toMatchObject({
    value: 104.5,
    quality: 'revised',
  });
  expect(cell(contextOf(fold), 'indicator.RETAIL').reason).toBe('IOC_QUERY_NOT_CONNECTED');
});

const COVERAGE = foldOf(
  [],
  [
    { programme: 'schools', unit: '718', done: 428, total: 432, asOf: '2023-12-31' },
    { programme: 'schools', unit: '719', done: 100, total: 100, asOf: '2023-11-30' },
    { programme: 'hamlets', unit: '74', done: 843, total: 843, asOf: '2023-12-31' },
    { programme: 'hamlets', unit: '718', done: 1, total: 9, asOf: '2023-12-31' },
  ],
);

test('coverage has a row a programme, and a unit’s own report speaks for those below it', () => {
  const context = contextOf(COVERAGE);
  const answer = ask(context, {
    measures: ['coverage.done', 'coverage.total', 'coverage.rate'],
    programme: ['schools', 'hamlets', 'nothing'],
  });
  expect(column(answer, 'coverage.done')).toEqual({ schools: 528, hamlets: 843, nothing: null });
  const schools = answer.rows.find(({ programme }) => programme === 'schools');
  expect(schools?.values['coverage.rate']).toMatchObject({
    num: 528,
    den: 532,
    asOf: '2023-11-30',
  });
  const byUnit = ask(context, {
    measures: ['coverage.rate'],
    programme: ['schools'],
    by: ['unit'],
  });
  expect(byUnit.rows.map(({ key }) => key)).toEqual(['schools|719', 'schools|718']);
});

test('what coverage was before its newest report is not invented', () => {
  const early = { from: '2023-01-01', to: '2023-06-30' };
  const figure = cell(contextOf(COVERAGE), 'coverage.rate', {
    period: early,
    programme: ['schools'],
  });
  expect(figure).toEqual({ value: null, reason: 'IOC_QUERY_NO_HISTORY' });
});

test('coverage is asked apart from other measures', () => {
  const measures = ['coverage.done', 'dossier.received'];
  expect(refusal(contextOf(COVERAGE), { measures })).toBe('IOC_QUERY_MIXED /measures');
});
