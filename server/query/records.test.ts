import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../shared/event/assessment.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type { Link } from '../../shared/event/link.ts';
import type { StagePlan } from '../../shared/event/stage-plan.ts';
import type { Query } from '../../shared/query/query.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { createFold } from '../fold/fold.ts';
import { applyAll, history, newFold, stagePlanDraft } from '../fold/history.contract.ts';
import type { QueryContext } from './context.ts';
import { ask, at, cell, column, contextOf, PACK } from './sample-context.ts';

type Draft = Pick<AcceptedEvent, 'kind' | 'data'> & { readonly time?: string };

function contextWith(drafts: readonly Draft[], own: Partial<QueryContext> = {}): QueryContext {
  const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  for (const [i, { time = '2024-01-01T00:00:00Z', ...draft }] of drafts.entries())
    fold.apply({ ...draft, source: 'so-noi-vu', id: `${i}`, time: at(time) } as AcceptedEvent, {
      seq: i + 1,
      receivedAt: at('2024-02-01T00:00:00Z'),
    });
  return contextOf(fold, own);
}

const index = (data: Partial<Assessment>): Draft => ({
  kind: 'assessment',
  data: { index: 'PAR', unit: '74', year: 2022, publishedOn: '2023-04-19', ...data },
});

const INDICES = contextWith([
  index({ score: 84.1, rank: 14, of: 63 }),
  index({ year: 2021, score: 85.6, rank: 11, of: 63 }),
  index({ index: 'DTI', score: 0.61, rank: 9, of: 63 }),
  index({ index: 'DTI', year: 2021, rank: 20 }),
  index({ index: 'PCI', year: 2023, rank: 1, of: 34, publishedOn: '2024-05-09' }),
  index({ index: 'noi-bo', unit: '718', score: 95, tier: 'tot' }),
  index({ index: 'noi-bo', unit: '719', score: 82, tier: 'kha' }),
  index({ index: 'noi-bo', unit: '74-so', score: 91, tier: 'tot' }),
]);
const YEAR_2022 = { period: { from: '2022-01-01', to: '2022-12-31' } };
const of = (measure: string, code: string, query = {}) =>
  cell(INDICES, `assessment.${measure}`, { filter: { index: [code] }, ...YEAR_2022, ...query });

test('an index tells its score, its rank of how many, and the day it was published', () => {
  expect(of('score', 'PAR')).toMatchObject({ value: 84.1, asOf: '2023-04-19' });
  expect(of('rank', 'PAR')).toMatchObject({ value: 14, num: 14, den: 63 });
});

test('places lost are a negative gain, and a better rank is the smaller one', () => {
  expect(of('rankGain', 'PAR').value).toBe(-3);
  expect(of('scoreGain', 'PAR').value).toBeCloseTo(-1.5, 12);
  expect(of('rank', 'PAR', { compare: 'same-period-last-year' })).toMatchObject({
    base: 11,
    delta: 3,
  });
});

test('ranks among another or an unknown number of units are not compared', () => {
  expect(of('rankGain', 'DTI')).toMatchObject({
    value: null,
    reason: 'IOC_QUERY_NOT_COMPARABLE',
  });
  expect(of('rank', 'DTI', { compare: 'previous-period' })).toMatchObject({
    value: 9,
    delta: null,
  });
});

test('a year that is not assessed yet shows the newest one under its own name', () => {
  const now = { period: { relative: 'this-year' } } as const;
  expect(of('rank', 'PAR', now)).toMatchObject({ value: 14, period: '2022' });
  const last = { period: { from: '2023-01-01', to: '2023-12-31' } };
  expect(of('rank', 'PAR', last)).toMatchObject({ value: null, reason: 'IOC_QUERY_NO_DATA' });
});

test('a result is not told before the day it is published', () => {
  expect(of('rank', 'PCI', { period: { relative: 'last-year' } }).value).toBeNull();
  const later = { ...INDICES, now: at('2024-05-09T08:00:00+07:00') };
  const asked: Partial<Query> = { filter: { index: ['PCI'] }, period: { relative: 'last-year' } };
  expect(cell(later, 'assessment.rank', asked).value).toBe(1);
});

test('two indices are two rows; together they have no score', () => {
  const rows = ask(INDICES, { measures: ['assessment.score'], by: ['index'], ...YEAR_2022 });
  expect(column(rows, 'assessment.score')).toEqual({ DTI: 0.61, PAR: 84.1 });
  expect(cell(INDICES, 'assessment.score', YEAR_2022)).toMatchObject({
    value: null,
    reason: 'IOC_QUERY_NOT_ADDITIVE',
  });
});

test('units are counted by tier and ranked by score', () => {
  const filter = { index: ['noi-bo'] };
  const tiers = ask(INDICES, {
    measures: ['assessment.units'],
    by: ['tier'],
    filter,
    ...YEAR_2022,
  });
  expect(column(tiers, 'assessment.units')).toEqual({ kha: 1, tot: 2 });
  const scores = ask(INDICES, {
    measures: ['assessment.score'],
    by: ['unit'],
    filter,
    ...YEAR_2022,
  });
  expect(column(scores, 'assessment.score')).toEqual({ '718': 95, '719': 82, '74-so': 91 });
});

const item = (name: string, stage: string, asOf = '2023-06-01', own: Partial<StagePlan> = {}) => ({
  kind: 'stage-plan' as const,
  data: { plan: 'sap-xep', item: name, unit: '718', stage, asOf, ...own },
});
const PLANS = contextWith(
  [
    item('1', 'du-thao'),
    item('1', 'hoan-thanh', '2023-09-01'),
    item('2', 'da-trinh', '2023-07-01'),
    item('3', 'du-thao', '2023-08-01', { unit: '719' }),
    item('a', 'xong', '2023-08-01', { plan: 'nhiem-vu' }),
  ],
  {
    territory: createTerritory({
      ...PACK,
      plans: [
        {
          code: 'nhiem-vu',
          name: { vi: 'Nhiệm vụ', en: 'Tasks' },
          stages: [{ code: 'xong', name: { vi: 'Xong', en: 'Done' } }],
        },
      ],
    }),
  },
);
const REORGANISATION = { filter: { plan: ['sap-xep'] } };

test('items of a plan stand at the stage they had reached by the end of the period', () => {
  const stagesOn = (to: string) =>
    column(
      ask(PLANS, {
        measures: ['stagePlan.items'],
        by: ['stage'],
        ...REORGANISATION,
        period: { from: '2023-01-01', to },
      }),
      'stagePlan.items',
    );
  expect(stagesOn('2023-12-31')).toMatchObject({ 'hoan-thanh': 1, 'da-trinh': 1, 'du-thao': 1 });
  expect(stagesOn('2023-08-31')).toMatchObject({ 'du-thao': 2, 'da-trinh': 1 });
  expect(stagesOn('2023-05-31')).toEqual({ 'hoan-thanh': null, 'da-trinh': null, 'du-thao': null });
});

test('done is the last stage the pack names, of all items of the plans asked', () => {
  expect(cell(PLANS, 'stagePlan.doneShare', REORGANISATION)).toMatchObject({ num: 1, den: 3 });
  const tasks = { filter: { plan: ['nhiem-vu'] } };
  expect(cell(PLANS, 'stagePlan.doneShare', tasks)).toMatchObject({ value: 100, den: 1 });
  expect(cell(PLANS, 'stagePlan.items', { unit: '719' }).value).toBe(1);
});

/** The stage of each item in unit 718 by its last report up to a day, the slow way. */
function stagesByHand(events: readonly AcceptedEvent[], on: string): Record<string, number> {
  const inOrder = events
    .map((event, seq) => ({ ...event, seq }))
    .sort((a, b) => a.time - b.time || a.seq - b.seq);
  const byDay = inOrder.map(({ data }) => data as StagePlan).filter(({ asOf }) => asOf <= on);
  const last = new Map<string, StagePlan>();
  for (const report of byDay) {
    const key = `${report.plan} ${report.item}`;
    const known = last.get(key);
    if (!known || report.asOf >= known.asOf) last.set(key, report);
  }
  const counts: Record<string, number> = {};
  for (const { unit, stage } of last.values())
    if (unit === '718') counts[stage] = (counts[stage] ?? 0) + 1;
  return counts;
}

test('whatever the history, the stages of a day are those of each item’s last report', () => {
  fc.assert(
    fc.property(history(stagePlanDraft, 20), fc.integer({ min: 10, max: 28 }), (events, day) => {
      const on = `2024-02-${day}`;
      const context = contextOf(applyAll(newFold(), events), { now: at('2024-03-25T09:00:00Z') });
      const asked = { unit: '718', period: { from: '2024-02-01', to: on } };
      const answer = ask(context, { measures: ['stagePlan.items'], by: ['stage'], ...asked });
      const counted = Object.entries(column(answer, 'stagePlan.items')).filter(([, n]) => n);
      expect(Object.fromEntries(counted)).toEqual(stagesByHand(events, on));
    }),
    { numRuns: 100 },
  );
});

const link = (
  system: string,
  lastExchange: string | undefined,
  own: Partial<Link> = {},
): Draft => ({
  kind: 'link',
  time: '2024-01-05T08:00:00+07:00',
  data: {
    system,
    cadenceSeconds: 900,
    ...(lastExchange ? { lastExchange: `2024-01-05T${lastExchange}+07:00` } : {}),
    ...own,
  },
});
const LINKS = contextWith([
  link('dvcqg', '08:50:00'),
  link('zalo', '08:30:00', { rejected: 3 }),
  link('truc', '07:00:00'),
  link('hop', undefined),
]);
const TODAY = { period: { relative: 'today' } } as const;

test('a connected system is on time, late or silent by the cadence it promised', () => {
  const parts = ['systems', 'onTime', 'late', 'silent', 'rejected'];
  expect(parts.map((part) => cell(LINKS, `link.${part}`, TODAY).value)).toEqual([4, 1, 1, 2, 3]);
  expect(cell(LINKS, 'link.onTimeShare', TODAY)).toMatchObject({ value: 25, num: 1, den: 4 });
  const rows = ask(LINKS, { measures: ['link.silent'], by: ['system'], ...TODAY });
  expect(column(rows, 'link.silent')).toEqual({ dvcqg: 0, hop: 1, truc: 1, zalo: 0 });
});

test('connected systems belong to no unit, and their past is not kept', () => {
  expect(cell(LINKS, 'link.systems', { unit: '718', ...TODAY }).reason).toBe('IOC_QUERY_NO_UNIT');
  const before = { period: { from: '2024-01-04', to: '2024-01-04' } };
  expect(cell(LINKS, 'link.systems', before).reason).toBe('IOC_QUERY_NO_HISTORY');
});
