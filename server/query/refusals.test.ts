import { expect, test } from 'vitest';
import { resolvePeriod } from '../../shared/query/resolve-period.ts';
import { createFold } from '../fold/fold.ts';
import { sourcesOf } from './evaluate.ts';
import { CATALOGUE, contextOf, day, refusal } from './sample-context.ts';

const VIEW = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
const CONTEXT = contextOf(VIEW);
const measures = ['dossier.received'];

test('a query with a word that means nothing is refused with the place of the word', () => {
  expect(refusal(CONTEXT, { measures: ['dossier.received', 'dossier.x'] })).toBe(
    'IOC_QUERY_UNKNOWN_MEASURE /measures/1',
  );
  expect(refusal(CONTEXT, { measures, unit: '99' })).toBe('IOC_QUERY_UNKNOWN_UNIT /unit');
  expect(refusal(CONTEXT, { measures, by: ['field', 'zone'] })).toBe('IOC_QUERY_DIMENSION /by/1');
  expect(refusal(CONTEXT, { measures, by: ['field', 'field'] })).toBe('IOC_QUERY_DIMENSION /by/1');
  expect(refusal(CONTEXT, { measures, filter: { part: ['x'] } })).toBe(
    'IOC_QUERY_DIMENSION /filter/part',
  );
  expect(refusal(CONTEXT, { measures, period: { from: '2023-02-30', to: '2023-03-01' } })).toBe(
    'IOC_QUERY_PERIOD /period',
  );
  expect(refusal(CONTEXT, { measures, period: { from: '2023-03-02', to: '2023-03-01' } })).toBe(
    'IOC_QUERY_PERIOD /period',
  );
});

test('more periods than anyone can read are refused', () => {
  const period = { from: '2000-01-01', to: '2023-12-31' };
  expect(refusal(CONTEXT, { measures, period, grain: 'day' })).toBe('IOC_QUERY_TOO_LARGE');
  expect(refusal(CONTEXT, { measures, period, grain: 'week' })).toBeUndefined();
});

test('the default is to refuse: a scope holds its units and what lies below them', () => {
  const scoped = (scope: readonly string[], unit: string) =>
    refusal({ ...CONTEXT, scope }, { measures, unit });
  expect(scoped([], '74')).toBe('IOC_ACCESS_UNIT /unit');
  expect(scoped(['718'], '74')).toBe('IOC_ACCESS_UNIT /unit');
  expect(scoped(['718'], '719')).toBe('IOC_ACCESS_UNIT /unit');
  expect(scoped(['718'], '99')).toBe('IOC_ACCESS_UNIT /unit');
  expect(scoped(['718'], '718')).toBeUndefined();
  expect(scoped(['718'], '25747')).toBeUndefined();
  expect(scoped(['74'], '25747')).toBeUndefined();
});

test('relative periods follow the local day', () => {
  const on = (text: string, relative: Parameters<typeof resolvePeriod>[0]) =>
    resolvePeriod(relative, day(text), 15);
  const span = (from: string, to: string) => ({ from: day(from), to: day(to) });
  expect(on('2023-12-29', { relative: 'today' })).toEqual(span('2023-12-29', '2023-12-29'));
  expect(on('2023-12-29', { relative: 'this-week' })).toEqual(span('2023-12-25', '2023-12-31'));
  expect(on('2024-03-31', { relative: 'last-month' })).toEqual(span('2024-02-01', '2024-02-29'));
  expect(on('2024-01-10', { relative: 'this-report-month' })).toEqual(
    span('2023-12-15', '2024-01-14'),
  );
  expect(on('2024-01-15', { relative: 'last-report-month' })).toEqual(
    span('2023-12-15', '2024-01-14'),
  );
  expect(on('2024-01-01', { relative: 'last-year' })).toEqual(span('2023-01-01', '2023-12-31'));
  expect(on('2023-12-29', { relative: 'last-7-days' })).toEqual(span('2023-12-23', '2023-12-29'));
  expect(on('2024-02-29', { relative: 'last-12-months' })).toEqual(
    span('2023-03-01', '2024-02-29'),
  );
  expect(on('2023-02-10', { relative: 'last-12-months' })).toEqual(
    span('2022-03-01', '2023-02-28'),
  );
});

test('a query is dirty only by the sources of its measures', () => {
  const query = { unit: '74', period: { relative: 'today' } } as const;
  const asked = ['dossier.open', 'dossier.received', 'camera.online', 'none'];
  expect(sourcesOf({ ...query, measures: asked }, CATALOGUE)).toEqual(['dossier', 'camera']);
});
