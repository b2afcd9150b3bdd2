import { expect, test } from 'vitest';
import { type Dossier, dossierExample } from '../../shared/event/dossier.ts';
import type { Query } from '../../shared/query/query.ts';
import { createFold } from '../fold/fold.ts';
import { ask, at, cell, column, contextOf } from './sample-context.ts';

const { finished: _, returned: __, returnedBy: ___, ...OPEN } = dossierExample;
const waiting = { paused: [{ from: '2024-01-30T08:00:00+07:00' }], status: '5' as const };

/** Dossiers received on 22/01/2024, before Tết (08–14/02) and its week. */
function viewOf(dossiers: readonly Partial<Dossier>[]) {
  const fold = createFold({
    calendar: {
      workingHours: [
        ['07:00', '11:30'],
        ['13:30', '17:00'],
      ],
      holidays: ['08', '09', '12', '13', '14'].map((day) => ({
        day: `2024-02-${day}`,
        name: { vi: 'Tết', en: 'Tet' },
      })),
      makeUpDays: [],
    },
  });
  for (const [i, own] of dossiers.entries()) {
    const time = at('2024-01-22T09:00:00+07:00');
    const received = '2024-01-22T08:00:00+07:00';
    const data: Dossier = { ...OPEN, status: '4', received, code: `${i}`, ...own };
    fold.apply(
      { kind: 'dossier', source: 'mc', id: `${i}`, time, data },
      { seq: i + 1, receivedAt: time },
    );
  }
  return fold;
}

const period = { from: '2024-01-01', to: '2024-12-31' };
const countAt = (view: ReturnType<typeof viewOf>, now: string) =>
  cell(contextOf(view, { now: at(now) }), 'dossier.dueIn8h', { period }).value;

test('a dossier counts from the working day before its due day to the due day, over weekends and holidays', () => {
  const view = viewOf([{ due: '2024-02-15T10:00:00+07:00' }]);
  expect(countAt(view, '2024-02-06T16:59:00+07:00')).toBe(0);
  for (const day of ['07', '08', '10', '14', '15']) {
    expect(countAt(view, `2024-02-${day}T08:00:00+07:00`)).toBe(1);
  }
  expect(countAt(view, '2024-02-16T08:00:00+07:00')).toBe(0);
});

test('what waits for the citizen, is late or is closed does not count', () => {
  const due = '2024-01-31T17:00:00+07:00';
  const view = viewOf([
    { due },
    { due, ...waiting },
    { due: '2024-01-29T17:00:00+07:00' },
    { due, status: '9', finished: '2024-01-30T09:00:00+07:00' },
  ]);
  expect(countAt(view, '2024-01-30T10:00:00+07:00')).toBe(1);
  expect(countAt(view, '2024-02-01T10:00:00+07:00')).toBe(0);
});

test('it splits by unit and field as other measures do, and its past days stay askable', () => {
  const due = '2024-01-31T17:00:00+07:00';
  const view = viewOf([
    { due, unit: '25747' },
    { due, unit: '25819', field: 'ho-tich' },
    { due, unit: '25819' },
  ]);
  const context = contextOf(view, { now: at('2024-01-31T18:00:00+07:00') });
  const measure = 'dossier.dueIn8h';
  const split = (query: Partial<Query>) =>
    column(ask(context, { measures: [measure], period, ...query }), measure);
  expect(split({ by: ['unit'], level: 'district' })).toMatchObject({ '718': 1, '719': 2 });
  expect(split({ by: ['field'] })).toEqual({ 'dat-dai': 2, 'ho-tich': 1 });
  expect(split({ period: { from: '2024-01-28', to: '2024-01-31' }, grain: 'day' })).toEqual({
    '2024-01-28': 0,
    '2024-01-29': 0,
    '2024-01-30': 3,
    '2024-01-31': 3,
  });
});
