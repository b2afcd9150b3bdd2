import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createWorkingTime } from '../../shared/calendar/working-time.ts';
import { type Dossier, dossierExample } from '../../shared/event/dossier.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import type { Fold } from '../fold/fold.ts';
import { applyAll, CALENDAR, dossierDraft, history, newFold } from '../fold/history.contract.ts';
import { PACK } from '../query/sample-context.ts';
import { Endings } from './lateness.ts';
import { askRadar } from './radar.ts';
import { RecordFinder } from './record-finder.ts';
import { listRecords } from './record-list.ts';

vi.setConfig({ testTimeout: 60_000 });

const { finished: _, returned: __, returnedBy: ___, ...OPEN } = dossierExample;
const territory = createTerritory(PACK);
const time = createWorkingTime(CALENDAR);
const NOW = Date.parse('2024-02-20T10:00:00+07:00');
const turns = { monoMs: () => 0, pause: async () => {} };

function foldOf(dossiers: readonly Partial<Dossier>[]): Fold {
  const events = dossiers.map((own, i): AcceptedEvent => {
    const received = '2024-01-15T08:00:00+07:00';
    const data: Dossier = { ...OPEN, status: '4', received, code: `${i}`, ...own };
    return { kind: 'dossier', source: 'mc', id: `${i}`, time: 0, data };
  });
  return applyAll(newFold(), events);
}

function deskOf(view: Fold, scope = ['74']) {
  const finder = new RecordFinder(view.dossierRows, turns);
  const context = () => ({ view, territory, time, now: NOW, scope });
  return {
    radar: (unit = '74', by: 'unit' | 'field' = 'unit', hours: readonly number[] = [4, 8, 24]) =>
      askRadar({ unit, by, hours }, { finder, turns }, context),
    count: async (unit: string, filter: object) =>
      (await listRecords({ kind: 'dossier', unit, filter, limit: 0 }, finder, context)).total,
  };
}

const at = (day: string, clock = '17:00') => `2024-02-${day}T${clock}:00+07:00`;
/** Ended dossiers with their due day on 15 February: so many closed on it, so many a day late. */
const ended = (onTime: number, late: number, own: Partial<Dossier> = {}) => [
  ...Array.from({ length: onTime }, () => ({
    ...own,
    status: '9' as const,
    due: at('15'),
    finished: at('15', '09:00'),
  })),
  ...Array.from({ length: late }, () => ({
    ...own,
    status: '9' as const,
    due: at('15'),
    finished: at('16', '09:00'),
  })),
];

test('what is due soon stands by hours, and what is late with and without a letter', async () => {
  const letter = { apology: { sent: at('08'), newDue: at('28') } };
  const { radar } = deskOf(
    foldOf([
      { due: at('20', '11:00') },
      { due: at('20', '16:00') },
      { due: at('21', '09:30') },
      { due: at('21', '09:30'), apology: { sent: at('19'), newDue: at('28') } },
      { due: at('22', '17:00') },
      { due: at('19') },
      { due: at('19'), ...letter },
      { due: at('20'), status: '5' },
    ]),
  );
  const { total, letterDueDay } = await radar();
  expect(total).toMatchObject({ open: 8, paused: 1, late: 2, lateWithoutApology: 1 });
  expect(total.due.map(({ hours, count }) => [hours, count])).toEqual([
    [4, 2],
    [8, 4],
    [24, 5],
  ]);
  expect([letterDueDay, total.letterDueToday]).toEqual(['2024-02-21', 1]);
});

test('rows are the units below the one asked, or fields, and add up to the total', async () => {
  const fold = foldOf([
    { unit: '25747', due: at('20', '11:00') },
    { unit: '718', due: at('20', '11:00'), field: 'ho-tich' },
    { unit: '25819', due: at('19') },
  ]);
  const { rows, total } = await deskOf(fold).radar();
  expect(rows.map(({ key, open, late }) => [key, open, late])).toEqual([
    ['718', 2, 0],
    ['719', 1, 1],
  ]);
  expect(total.open).toBe(3);
  const below = await deskOf(fold).radar('718');
  expect(below.rows.map(({ key }) => key).sort()).toEqual(['25747', '718']);
  const fields = await deskOf(fold).radar('74', 'field');
  expect(fields.rows.map(({ key, open }) => [key, open])).toEqual(
    [
      ['ho-tich', 1],
      ['dat-dai', 2],
    ].sort((a, b) => Number(b[1]) - Number(a[1])),
  );
});

test('every cell counts what the list of its filter holds', async () => {
  await fc.assert(
    fc.asyncProperty(history(dossierDraft, 20), async (events) => {
      const { radar, count: countIn } = deskOf(applyAll(newFold(), events));
      const { rows, letterDueDay: day } = await radar();
      for (const { key, due, late, lateWithoutApology, letterDueToday, open, paused } of rows) {
        const own = key === '74' ? { onlyUnit: true } : {};
        const count = (filter: object) => countIn(key, { ...own, ...filter });
        expect(await count({ state: 'open' })).toBe(open);
        expect(await count({ state: 'paused' })).toBe(paused);
        expect(await count({ state: 'open-late' })).toBe(late);
        expect(await count({ state: 'open-late', withoutApology: true })).toBe(lateWithoutApology);
        const letter = { state: 'running', withoutApology: true, dueFrom: day, dueTo: day };
        expect(await count(letter)).toBe(letterDueToday);
        for (const { hours, count: n } of due) {
          expect(await count({ state: 'due-in', dueInHours: hours })).toBe(n);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('lateness to come is the share of those that were as far and became late, and is refused of too few', async () => {
  const soon = [{ due: at('20', '17:00') }, { due: at('20', '16:30') }];
  const many = await deskOf(foldOf([...ended(30, 10), ...soon])).radar();
  expect(many.total.due.map(({ expectedLate, cases }) => [expectedLate, cases])).toEqual([
    [0, null],
    [0.5, 40],
    [0.5, 40],
  ]);
  expect(many.method).toMatchObject({ from: '2023-11-22', to: '2024-02-19', minCases: 30 });
  const few = await deskOf(foldOf([...ended(20, 9), ...soon])).radar();
  expect(few.total.due[1]).toEqual({ hours: 8, count: 2, expectedLate: null, cases: 29 });
});

test('a group is judged by its own past', async () => {
  const own = { field: 'ho-tich' };
  const fold = foldOf([
    ...ended(40, 0),
    ...ended(0, 40, own),
    { due: at('20', '16:00') },
    { ...own, due: at('20', '16:00') },
  ]);
  const { rows } = await deskOf(fold).radar('74', 'field', [8]);
  const expected = Object.fromEntries(rows.map(({ key, due }) => [key, due[0]?.expectedLate]));
  expect(expected).toEqual({ 'dat-dai': 0, 'ho-tich': 1 });
});

test('nobody sees beyond the scope', async () => {
  const { radar } = deskOf(foldOf([{}]), ['719']);
  await expect(radar('718')).rejects.toMatchObject({ code: 'IOC_ACCESS_UNIT' });
  await expect(radar('1')).rejects.toMatchObject({ code: 'IOC_ACCESS_UNIT' });
});

test('the share late counts exactly those that were still open so long before', () => {
  const ending = fc.oneof(fc.constant('late' as const), fc.nat(12));
  fc.assert(
    fc.property(fc.array(ending, { maxLength: 200 }), fc.nat(15), (ends, daysLeft) => {
      const endings = new Endings();
      for (const end of ends) endings.add(end);
      const stillOpen = ends.filter((end) => end === 'late' || end <= daysLeft);
      const late = stillOpen.filter((end) => end === 'late').length;
      const share = stillOpen.length < 30 ? undefined : late / stillOpen.length;
      expect(endings.shareLate(daysLeft)).toEqual({ cases: stillOpen.length, share });
    }),
  );
});
