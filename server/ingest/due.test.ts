import { expect, test } from 'vitest';
import { dossierExample } from '../../shared/event/dossier.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { prepareIngest } from './ingest.ts';
import { parseLogged } from './logged.ts';

const pack: Pack = {
  slug: 'test',
  name: { vi: 'Thử', en: 'Test' },
  root: '74',
  units: [{ code: '74', name: 'Tỉnh', shortName: 'Tỉnh', level: 'province' }],
  agencies: [],
  fields: [],
  zones: [],
  junctions: [],
  owners: [],
  programmes: [],
};
const ingest = prepareIngest({
  pack,
  calendar: {
    workingHours: [
      ['07:00', '11:30'],
      ['13:30', '17:00'],
    ],
    holidays: [{ day: '2024-01-01', name: { vi: 'Tết Dương lịch', en: 'New Year' } }],
    makeUpDays: [],
  },
  futureLimitMs: 0,
});

/** A dossier received on Friday 29/12/2023 at 16:00, before a long weekend. */
function take(own: object) {
  const { due: _, ...data } = { ...dossierExample, received: '2023-12-29T16:00:00+07:00' };
  const event = {
    specversion: '1.0',
    id: 'd-1',
    source: 'test',
    type: 'ioc.dossier.v1',
    time: '2023-12-30T10:30:00+07:00',
    data: { ...data, ...own },
  };
  const body = new TextEncoder().encode(JSON.stringify(event));
  const now = Date.parse('2024-01-01T00:00:00Z');
  return ingest(body, 'application/cloudevents+json', now);
}

function dueOf(own: object): string | undefined {
  const [taken] = take(own).events;
  if (taken?.kind !== 'dossier') throw new Error('no dossier came through');
  expect(parseLogged(taken.line).data).toEqual(taken.data);
  return taken.data.due;
}

test('a dossier with a term in working hours gets its due date, in the log as well', () => {
  expect(dueOf({ durationHours: 8 })).toBe('2024-01-02T16:00:00+07:00');
});

test('a dossier with a term in calendar days is due at the end of a working day', () => {
  expect(dueOf({ durationDays: 3 })).toBe('2024-01-02T17:00:00+07:00');
});

test('a due date that came goes before any term, and hours before days', () => {
  const due = '2024-01-20T17:00:00+07:00';
  expect(dueOf({ due, durationHours: 8, durationDays: 3 })).toBe(due);
  expect(dueOf({ durationHours: 8, durationDays: 30 })).toBe('2024-01-02T16:00:00+07:00');
});

test('neither due date nor term is no due date', () => {
  expect(dueOf({})).toBeUndefined();
});

test('a term that is none is refused with its place', () => {
  expect(take({ durationHours: 0 }).rejected).toMatchObject([
    { code: 'IOC_INGEST_VALUE', path: '$.data.durationHours' },
  ]);
});
