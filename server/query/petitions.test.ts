import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Incident } from '../../shared/event/incident.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type { Petition } from '../../shared/event/petition.ts';
import { isoDay, type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import { createFold } from '../fold/fold.ts';
import {
  applyAll,
  history,
  incidentDraft,
  newFold,
  petitionDraft,
} from '../fold/history.contract.ts';
import { ask, at, cell, column, contextOf, day } from './sample-context.ts';

function foldOf(records: readonly Partial<AcceptedEvent>[]) {
  const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  for (const [i, record] of records.entries())
    fold.apply(
      { source: '1022', id: `${i}`, time: at('2023-12-30T00:00:00Z'), ...record } as never,
      {
        seq: i + 1,
        receivedAt: at('2023-12-31T00:00:00Z'),
      },
    );
  return fold;
}

const petition = (id: string, own: Partial<Petition>) => ({
  kind: 'petition' as const,
  data: {
    id,
    received: '2023-11-02T09:00:00+07:00',
    due: '2023-11-23T17:00:00+07:00',
    field: 'dat-dai',
    unit: '718',
    ...own,
  },
});

const PETITIONS = contextOf(
  foldOf([
    // On the due day after office hours: lateness is told by date.
    petition('1', { answered: '2023-11-23T20:00:00+07:00', satisfaction: 'satisfied' }),
    petition('2', {
      answered: '2023-11-24T08:00:00+07:00',
      published: '2023-12-01T08:00:00+07:00',
    }),
    petition('3', { unit: '25747', field: 'ho-tich' }),
    petition('4', { unit: '719', due: '2024-02-01T17:00:00+07:00' }),
    petition('5', {
      unit: '719',
      answered: '2023-12-20T08:00:00+07:00',
      due: '2023-12-30T08:00:00+07:00',
      satisfaction: 'dissatisfied',
    }),
  ]),
);
const value = (measure: string, query = {}) => cell(PETITIONS, `petition.${measure}`, query).value;

test('petitions are in time or late by date, and open ones late once the due day is over', () => {
  expect(['received', 'answered', 'answeredInTime', 'answeredLate'].map((m) => value(m))).toEqual([
    5, 3, 2, 1,
  ]);
  expect(value('open')).toBe(2);
  expect(value('openLate')).toBe(1);
  const onThe = (text: string) => ({ period: { from: text, to: text } });
  expect(value('openLate', onThe('2023-11-23'))).toBe(0);
  expect(value('openLate', onThe('2023-11-24'))).toBe(1);
});

test('every share of petitions stands on its own denominator', () => {
  expect(cell(PETITIONS, 'petition.inTimeRate')).toMatchObject({ num: 2, den: 3 });
  expect(cell(PETITIONS, 'petition.answeredShare')).toMatchObject({ value: 60, num: 3, den: 5 });
  expect(cell(PETITIONS, 'petition.publishedShare')).toMatchObject({ num: 1, den: 3 });
  expect(cell(PETITIONS, 'petition.satisfactionRate')).toMatchObject({ value: 50, num: 1, den: 2 });
  expect(cell(PETITIONS, 'petition.satisfactionRate', { unit: '25747' })).toMatchObject({
    value: null,
    reason: 'IOC_QUERY_NO_DENOMINATOR',
  });
});

test('petitions split by field and by unit, rolled up to a level', () => {
  const byField = ask(PETITIONS, { measures: ['petition.received'], by: ['field'] });
  expect(column(byField, 'petition.received')).toEqual({ 'dat-dai': 4, 'ho-tich': 1 });
  const byUnit = ask(PETITIONS, {
    measures: ['petition.received'],
    by: ['unit'],
    level: 'district',
  });
  expect(column(byUnit, 'petition.received')).toEqual({ '718': 3, '719': 2, '726': null });
});

const incident = (id: string, own: Partial<Incident>) => ({
  kind: 'incident' as const,
  data: {
    id,
    kind: 'tai-nan',
    unit: '718',
    severity: 'high' as const,
    opened: '2023-12-10T22:00:00+07:00',
    ...own,
  },
});

const INCIDENTS = contextOf(
  foldOf([
    incident('1', { closed: '2023-12-11T00:30:00+07:00', place: 'nut-1' }),
    incident('2', { closed: '2023-12-10T23:00:00+07:00', kind: 'un-tac', severity: 'low' }),
    incident('3', { unit: '719' }),
  ]),
);

test('the mean time to close counts the incidents closed in the period, in hours', () => {
  expect(cell(INCIDENTS, 'incident.meanHours')).toMatchObject({ value: 1.75, num: 210, den: 2 });
  const first = { period: { from: '2023-12-10', to: '2023-12-10' } };
  expect(cell(INCIDENTS, 'incident.meanHours', first).value).toBe(1);
  expect(cell(INCIDENTS, 'incident.open', first).value).toBe(2);
  expect(cell(INCIDENTS, 'incident.open').value).toBe(1);
});

test('incidents split by kind, severity and place; those without a place have no row of it', () => {
  const by = (dimension: 'incidentKind' | 'severity' | 'place') =>
    column(ask(INCIDENTS, { measures: ['incident.opened'], by: [dimension] }), 'incident.opened');
  expect(by('incidentKind')).toEqual({ 'tai-nan': 2, 'un-tac': 1 });
  expect(Object.keys(by('severity'))).toEqual(['high', 'low']);
  expect(by('place')).toEqual({ 'nut-1': 1 });
});

/** Newest revision of each record by id, of equal times the later one. */
function newestOf<D extends { readonly id: string }>(
  events: readonly { readonly time: number; readonly data: D }[],
): D[] {
  const newest = new Map<string, { readonly time: number; readonly data: D }>();
  for (const event of events) {
    const known = newest.get(event.data.id);
    if (!known || event.time >= known.time) newest.set(event.data.id, event);
  }
  return [...newest.values()].map(({ data }) => data);
}
const petitionsIn = (events: readonly AcceptedEvent[]) =>
  newestOf(events.flatMap((event) => (event.kind === 'petition' ? [event] : [])));
const incidentsIn = (events: readonly AcceptedEvent[]) =>
  newestOf(events.flatMap((event) => (event.kind === 'incident' ? [event] : [])));

const dateOf = (text: string) => isoDay(localDayOf(Date.parse(text)));
const LAST = day('2024-03-20');

test('stocks of any random history are what counting the newest revisions on each day gives', () => {
  fc.assert(
    fc.property(history(petitionDraft, 12), fc.integer({ min: 0, max: 70 }), (events, back) => {
      const on = isoDay((LAST - back) as LocalDay);
      const isBy = (text: string | undefined) => text !== undefined && dateOf(text) <= on;
      const open = petitionsIn(events).filter(
        ({ received, answered }) => isBy(received) && !isBy(answered),
      );
      const late = open.filter(({ due }) => due !== undefined && dateOf(due) < on);
      const context = contextOf(applyAll(newFold(), events), {
        now: at('2024-03-25T09:00:00+07:00'),
      });
      const period = { from: on, to: on };
      const stock = (measure: string) => cell(context, measure, { period }).value ?? 0;
      expect(stock('petition.open')).toBe(open.length);
      // Received today with a due day gone by: late from tomorrow on.
      const isLate = ({ received }: Petition) => dateOf(received) < on;
      expect(stock('petition.openLate')).toBe(late.filter(isLate).length);
    }),
    { numRuns: 150 },
  );
});

test('incidents opened, closed and still open add up on every day of any random history', () => {
  fc.assert(
    fc.property(history(incidentDraft, 12), (events) => {
      const records = incidentsIn(events);
      const context = contextOf(applyAll(newFold(), events), {
        now: at('2024-03-25T09:00:00+07:00'),
      });
      const period = { from: '2024-01-01', to: '2024-03-20' };
      const count = (measure: string) => cell(context, measure, { period }).value ?? 0;
      expect(count('incident.opened')).toBe(records.length);
      expect(count('incident.closed')).toBe(records.filter(({ closed }) => closed).length);
      expect(count('incident.open')).toBe(records.filter(({ closed }) => !closed).length);
    }),
    { numRuns: 60 },
  );
});
