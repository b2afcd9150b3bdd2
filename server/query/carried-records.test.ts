import { expect, test } from 'vitest';
import type { Coverage } from '../../shared/event/coverage.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type { Observation } from '../../shared/event/observation.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { createFold } from '../fold/fold.ts';
import type { QueryContext } from './context.ts';
import { bordersOfPlan, refusePublished } from './plan-borders.ts';
import { ask, at, cellIn, contextOf, day } from './sample-context.ts';
import { succeedingPack } from './sample-succession.ts';

const TIME = at('2024-01-05T09:00:00+07:00');
const TERRITORY = createTerritory(
  succeedingPack({ a: ['a'], b: ['a'], c: ['d', 'n'], d: ['d'], e: ['e'] }),
);
const TODAY = { unit: '79', by: ['unit'], level: 'commune', borders: 'today' } as const;

function contextOver(
  observations: readonly Partial<Observation>[],
  coverage: readonly Coverage[] = [],
): QueryContext {
  const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  const told = { period: '2023', vintage: 'official', asOf: '2023-12-31' };
  const events = [
    ...observations.map((data) => ({ kind: 'observation', data: { ...told, ...data } })),
    ...coverage.map((data) => ({ kind: 'coverage', data })),
  ];
  for (const [i, event] of events.entries())
    fold.apply({ ...event, source: 'ctk', id: `${i}`, time: TIME } as AcceptedEvent, {
      seq: i + 1,
      receivedAt: TIME,
    });
  return contextOf(fold, { territory: TERRITORY });
}

/** Value, or the reason why there is none, by row. */
function column(context: QueryContext, measure: string, query: object = TODAY) {
  const { rows } = ask(context, { measures: [measure], ...query });
  return Object.fromEntries(
    rows.map((row) => [
      row.unit ?? row.key,
      cellIn(row, measure).value ?? cellIn(row, measure).reason,
    ]),
  );
}

const yearly = (indicator: string, values: Record<string, number>) =>
  Object.entries(values).map(([unit, value]) => ({ indicator, unit, value }));

test('an indicator that may be added is added over what merged, and over nothing else', () => {
  const context = contextOver(yearly('RETAIL', { a: 10, b: 5, c: 1, d: 2, e: 7 }));
  expect(column(context, 'indicator.RETAIL')).toEqual({
    a: 15,
    d: 'IOC_QUERY_BORDERS_SPLIT',
    e: 7,
    n: 'IOC_QUERY_BORDERS_SPLIT',
  });
  const lacking = contextOver(yearly('RETAIL', { a: 10, e: 7 }));
  expect(column(lacking, 'indicator.RETAIL')).toMatchObject({ a: 'IOC_QUERY_INCOMPLETE', e: 7 });
});

test('a published figure stays with the borders of its time', () => {
  const context = contextOver(yearly('GRDP_GROWTH', { a: 8, b: 9, e: 7, '74': 5 }));
  expect(column(context, 'indicator.GRDP_GROWTH')).toMatchObject({
    a: 'IOC_QUERY_BORDERS_PUBLISHED',
    e: 7,
  });
  expect(column(context, 'indicator.GRDP_GROWTH', { unit: '79', borders: 'today' })).toEqual({
    '*': 'IOC_QUERY_BORDERS_PUBLISHED',
  });
  expect(column(context, 'indicator.GRDP_GROWTH', { unit: '74' })).toEqual({ '*': 5 });
});

test('a unit that a merger changed has no rank and no rate of before to be compared with', () => {
  const grown = (unit: string, period: string, value: number) => ({
    indicator: 'GRDP_GROWTH',
    unit,
    period,
    value,
  });
  const context = contextOver([
    ...['a', 'e'].flatMap((unit) => [grown(unit, '2024', 8), grown(unit, '2025', 9)]),
  ]);
  const told = (unit: string) => {
    const query = { unit, period: { from: '2025-01-01', to: '2025-12-31' } };
    const compare = 'same-period-last-year' as const;
    const { rows } = ask(context, { measures: ['indicator.GRDP_GROWTH'], ...query, compare });
    const { value, base, delta } = cellIn(rows[0], 'indicator.GRDP_GROWTH');
    return [value, base, delta];
  };
  expect(told('e')).toEqual([9, 8, 1]);
  expect(told('a')).toEqual([9, null, null]);
});

test('under today’s borders a published figure needs a unit that nothing has changed', () => {
  const borders = bordersOfPlan('today', TERRITORY, day('2026-03-01'));
  const then = day('2024-12-31');
  const refused = (unit: string) => refusePublished(borders, unit, then, then);
  expect(refused('e')).toBeUndefined();
  expect(['a', 'd', 'n', '79'].map(refused)).toEqual(Array(4).fill('IOC_QUERY_BORDERS_PUBLISHED'));
  const asWere = bordersOfPlan(undefined, TERRITORY, day('2026-03-01'));
  expect(refusePublished(asWere, 'a', then, day('2026-03-01'))).toBe('IOC_QUERY_BORDERS_CHANGED');
  expect(refusePublished(asWere, 'a', then, then)).toBeUndefined();
});

test('a record of a code is no figure of the unit that took the code over', () => {
  const context = contextOver(yearly('RETAIL', { a: 100 }));
  const later = { unit: 'a', period: { from: '2023-01-01', to: '2025-12-31' } };
  expect(column(context, 'indicator.RETAIL', later)).toEqual({
    '*': 'IOC_QUERY_BORDERS_CHANGED',
  });
});

test('coverage is added over what merged and refused where a part is of unknown place', () => {
  const report = (unit: string, done: number): Coverage => ({
    programme: 'y-te',
    unit,
    done,
    total: 10,
    asOf: '2023-12-01',
  });
  const context = contextOver([], [report('a', 4), report('b', 3), report('c', 2), report('e', 9)]);
  expect(column(context, 'coverage.done')).toMatchObject({
    a: 7,
    d: 'IOC_QUERY_BORDERS_SPLIT',
    n: 'IOC_QUERY_BORDERS_SPLIT',
    e: 9,
  });
  expect(column(context, 'coverage.done', { unit: '79', borders: 'today' })).toEqual({
    'y-te': 18,
  });
  expect(column(context, 'coverage.rate', { ...TODAY, unit: 'a' })).toEqual({ a: 35 });
});
