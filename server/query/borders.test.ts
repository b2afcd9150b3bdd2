import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Query } from '../../shared/query/query.ts';
import { findPackFaults } from '../../shared/territory/pack-faults.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { FlowCube } from '../fold/cube.ts';
import { DOSSIER_FLOWS } from '../fold/flows.ts';
import { createFold } from '../fold/fold.ts';
import type { QueryContext } from './context.ts';
import {
  ask,
  at,
  cell,
  cellIn,
  column,
  contextOf,
  type Posted,
  post,
  refusal,
} from './sample-context.ts';
import { type Succession, succeedingPack } from './sample-succession.ts';

const EMPTY = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
const RECEIVED = ['dossier.received'];

function contextOver(
  succession: Succession,
  events: readonly Posted[],
  own: Partial<QueryContext> = {},
): QueryContext {
  const pack = succeedingPack(succession);
  expect(findPackFaults(pack)).toEqual([]);
  const cube = post(new FlowCube(EMPTY.dossiers.dimensions, DOSSIER_FLOWS), events);
  const dataTo = () => at('2026-02-28T20:00:00+07:00');
  const view = { ...EMPTY, dossiers: cube, dataTo };
  const now = at('2026-03-01T09:00:00+07:00');
  return contextOf(view, { territory: createTerritory(pack), now, ...own });
}

/** a keeps its code and takes b in; c is split between a and d; e only gets a new name. */
const SUCCESSION = { a: ['a'], b: ['a'], c: ['a', 'd'], d: ['d'], e: ['e'] };
const communes = { measures: RECEIVED, by: ['unit'], level: 'commune' } as const;
const received = (context: QueryContext, query: Partial<Query>) =>
  column(ask(context, { ...communes, by: ['unit'], ...query }), 'dossier.received');
const dossiers = (unit: string, n: number, on = '2023-05-01'): Posted => ({
  on,
  unit,
  received: n,
});
const EVENTS = [dossiers('a', 3), dossiers('b', 4), dossiers('d', 5), dossiers('e', 6)];
const TODAY = { unit: '79', borders: 'today' } as const;
const H1_2025 = { from: '2025-01-01', to: '2025-06-30' };
const H2_2025 = { from: '2025-07-01', to: '2025-12-31' };

describe('borders as they were', () => {
  it('are those of the days asked, whatever a code names later', () => {
    const context = contextOver(SUCCESSION, [...EVENTS, dossiers('a', 90, '2025-08-01')]);
    expect(received(context, {})).toEqual({ a: 3, b: 4, c: null, d: 5, e: 6 });
    expect(received(context, { level: 'district' })).toEqual({ '718': 18 });
    expect(received(context, { unit: '79', period: H2_2025 })).toEqual({ a: 90, d: 0, e: 0 });
  });
  it('give each part of a year to the province of that time', () => {
    const context = contextOver(SUCCESSION, [
      dossiers('a', 7, '2025-06-30'),
      dossiers('a', 90, '2025-07-01'),
    ]);
    const year = { from: '2025-01-01', to: '2025-12-31' };
    expect(cell(context, 'dossier.received', { period: year }).value).toBe(7);
    expect(cell(context, 'dossier.received', { unit: '79', period: year }).value).toBe(90);
  });
  it('say of a unit that was not there that it was not there', () => {
    const context = contextOver(SUCCESSION, EVENTS);
    expect(cell(context, 'dossier.received', { unit: '79' }).reason).toBe(
      'IOC_QUERY_BORDERS_ABSENT',
    );
    expect(cell(context, 'dossier.received', { unit: '718' }).value).toBe(18);
    expect(cell(context, 'dossier.received', { unit: '718', borders: 'today' }).reason).toBe(
      'IOC_QUERY_BORDERS_ABSENT',
    );
  });
  it('give no zeros to the months before a unit began or after it ended', () => {
    const context = contextOver(SUCCESSION, [
      dossiers('b', 2, '2025-06-10'),
      dossiers('a', 5, '2025-07-20'),
    ]);
    const months = { grain: 'month', period: { from: '2025-06-01', to: '2025-08-31' } } as const;
    const byMonth = (unit: string, measure = 'dossier.received') =>
      ask(context, { measures: [measure], unit, ...months }).rows.map((row) => {
        const { value, reason } = cellIn(row, measure);
        return value ?? reason;
      });
    const ABSENT = 'IOC_QUERY_BORDERS_ABSENT';
    expect(byMonth('74')).toEqual([2, ABSENT, ABSENT]);
    expect(byMonth('79')).toEqual([ABSENT, 5, 0]);
    expect(byMonth('74', 'dossier.open')).toEqual([2, 2, 2]);
  });
  it('refuse a unit whose code named another one in a part of the time, and compare nothing with it', () => {
    const context = contextOver(SUCCESSION, [...EVENTS, dossiers('a', 90, '2025-08-01')]);
    const year = { from: '2025-01-01', to: '2025-12-31' };
    expect(cell(context, 'dossier.received', { unit: 'a', period: year })).toMatchObject({
      value: null,
      reason: 'IOC_QUERY_BORDERS_CHANGED',
    });
    expect(cell(context, 'dossier.received', { unit: 'e', period: year }).value).toBe(0);
    const compared = { unit: '79', period: H2_2025, compare: 'previous-period' } as const;
    const [a] = ask(context, { ...communes, by: ['unit'], ...compared }).rows;
    expect(cellIn(a, 'dossier.received')).toMatchObject({ value: 90, base: null, delta: null });
  });
});

describe("today's borders", () => {
  it('sum what merged and leave a unit with a share of a split one without a figure', () => {
    const whole = contextOver(SUCCESSION, EVENTS);
    expect(received(whole, TODAY)).toEqual({ a: 7, d: 5, e: 6 });
    const split = contextOver(SUCCESSION, [...EVENTS, dossiers('c', 1)]);
    const { rows } = ask(split, { ...communes, by: ['unit'], ...TODAY });
    expect(rows.map((row) => cellIn(row, 'dossier.received'))).toMatchObject([
      { value: null, reason: 'IOC_QUERY_BORDERS_SPLIT' },
      { value: null, reason: 'IOC_QUERY_BORDERS_SPLIT' },
      { value: 6 },
    ]);
    expect(cell(split, 'dossier.received', { ...TODAY, unit: 'd' }).reason).toBe(
      'IOC_QUERY_BORDERS_SPLIT',
    );
  });
  it('refuse only what the share could change: other fields and days keep their figures', () => {
    const context = contextOver(SUCCESSION, [
      ...EVENTS,
      { ...dossiers('c', 1, '2023-06-01'), field: 'ho-tich' },
    ]);
    const may = { from: '2023-05-01', to: '2023-05-31' };
    expect(received(context, { ...TODAY, period: may })).toEqual({ a: 7, d: 5, e: 6 });
    const land = { filter: { field: ['dat-dai'] } };
    expect(received(context, { ...TODAY, ...land })).toEqual({ a: 7, d: 5, e: 6 });
    const { rows } = ask(context, { ...communes, by: ['field', 'unit'], ...TODAY });
    expect(rows.map(({ key }) => key)).toContain('dat-dai|a');
    const ofA = rows.find(({ key }) => key === 'dat-dai|a');
    expect(cellIn(ofA, 'dossier.received').value).toBe(7);
  });
  it('keep at the province what ended with the district and the departments', () => {
    const context = contextOver(SUCCESSION, [
      ...EVENTS,
      dossiers('718', 10),
      dossiers('74-so', 20),
    ]);
    expect(received(context, TODAY)).toEqual({ a: 7, d: 5, e: 6 });
    expect(cell(context, 'dossier.received', TODAY).value).toBe(48);
  });
  it('compare the present with the past of the same ground', () => {
    const context = contextOver(SUCCESSION, [...EVENTS, dossiers('a', 14, '2025-08-01')]);
    const period = { from: '2025-01-01', to: '2025-12-31' };
    const events = [dossiers('b', 7, '2024-03-01'), dossiers('a', 14, '2025-08-01')];
    const both = contextOver(SUCCESSION, events);
    const compare = 'same-period-last-year' as const;
    expect(cell(both, 'dossier.received', { ...TODAY, unit: 'a', period, compare })).toMatchObject({
      value: 14,
      base: 7,
      delta: 100,
    });
    expect(cell(context, 'dossier.received', { ...TODAY, period }).value).toBe(14);
  });
  it('are the same question as none where nothing has changed yet', () => {
    const bordersDay = createTerritory(succeedingPack(SUCCESSION)).pieces({
      from: 0 as never,
      to: 40_000 as never,
    })[0]?.to;
    const context = contextOver(SUCCESSION, EVENTS, bordersDay === undefined ? {} : { bordersDay });
    expect(received(context, { borders: 'today' })).toEqual(received(context, {}));
  });
});

test('who may see a district of the past does not see what came after it', () => {
  const context = contextOver(SUCCESSION, EVENTS, { scope: ['718'] });
  expect(refusal(context, { measures: RECEIVED, unit: 'a' })).toBeUndefined();
  expect(refusal(context, { measures: RECEIVED, unit: 'a', borders: 'today' })).toBe(
    'IOC_ACCESS_UNIT /unit',
  );
  expect(refusal(context, { measures: RECEIVED, unit: 'a', period: H2_2025 })).toBe(
    'IOC_ACCESS_UNIT /unit',
  );
});

const OLD = ['a', 'b', 'c', 'd', 'e', 'f'];
const world = fc.record({
  succession: fc.record(
    Object.fromEntries(
      OLD.map((code) => [
        code,
        fc.uniqueArray(fc.constantFrom('a', 'b', 'n', 'm'), { minLength: 1, maxLength: 3 }),
      ]),
    ) as Record<string, fc.Arbitrary<string[]>>,
  ),
  events: fc.array(
    fc.record({
      on: fc.constantFrom('2023-01-01', '2023-07-15', '2025-06-30'),
      unit: fc.constantFrom(...OLD, '718', '74-so'),
      received: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 20 },
  ),
});

test('what is carried and what is refused are together what was counted', () => {
  fc.assert(
    fc.property(world, ({ succession, events }) => {
      const context = contextOver(succession, events);
      const period = { from: '2023-01-01', to: '2025-06-30' };
      const were = received(context, { period });
      const are = received(context, { ...TODAY, period });
      const sum = (values: readonly (number | null | undefined)[]) =>
        values.reduce<number>((total, value) => total + (value ?? 0), 0);
      const { rows } = ask(context, { ...communes, by: ['unit'], ...TODAY, period });
      const refused = rows
        .filter((row) => cellIn(row, 'dossier.received').reason === 'IOC_QUERY_BORDERS_SPLIT')
        .map(({ key }) => key);
      const isRefused = (code: string) =>
        succession[code]?.some((next) => refused.includes(next)) === true;
      const left = OLD.filter(isRefused).map((code) => were[code]);
      expect(sum(Object.values(are)) + sum(left)).toBe(sum(Object.values(were)));
      for (const code of refused)
        expect(
          OLD.some(
            (old) =>
              (were[old] ?? 0) > 0 &&
              (succession[old]?.length ?? 0) > 1 &&
              succession[old]?.includes(code),
          ),
        ).toBe(true);
      expect(cell(context, 'dossier.received', { ...TODAY, period }).value).toBe(
        cell(context, 'dossier.received', { period }).value,
      );
    }),
    { numRuns: 100 },
  );
});

test('both halves of a changed year add up under either borders', () => {
  const context = contextOver(SUCCESSION, [
    dossiers('b', 2, '2025-03-01'),
    dossiers('a', 5, '2025-09-01'),
  ]);
  const year = { from: '2025-01-01', to: '2025-12-31' };
  const parts = [H1_2025, H2_2025].map(
    (period) => cell(context, 'dossier.received', { ...TODAY, period, unit: 'a' }).value,
  );
  expect(parts).toEqual([2, 5]);
  expect(cell(context, 'dossier.received', { ...TODAY, period: year, unit: 'a' }).value).toBe(7);
});
