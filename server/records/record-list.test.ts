import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createWorkingTime } from '../../shared/calendar/working-time.ts';
import { type Dossier, dossierExample } from '../../shared/event/dossier.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type {
  RecordColumn,
  RecordFilter,
  RecordRow,
  RecordState,
  RecordsQuery,
} from '../../shared/record/records.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { isoDay, type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import type { Fold } from '../fold/fold.ts';
import {
  applyAll,
  CALENDAR,
  dossierDraft,
  history,
  newFold,
  positionOfSeq,
} from '../fold/history.contract.ts';
import { askOracle, type OracleRecord } from '../fold/oracle.contract.ts';
import { cell, contextOf, PACK } from '../query/sample-context.ts';
import { RecordFinder } from './record-finder.ts';
import { listRecords } from './record-list.ts';

vi.setConfig({ testTimeout: 60_000 });

const TODAY = '2024-02-12';
const NOW = Date.parse(`${TODAY}T10:00:00+07:00`);
const FIRST = parseDay('2024-01-10') as LocalDay;
const DAYS = Array.from({ length: 100 }, (_, i) => isoDay((FIRST + i) as LocalDay));
const PAST = DAYS.filter((day) => day <= TODAY);
const territory = createTerritory(PACK);
const time = createWorkingTime(CALENDAR);

/** A clock on which every slice has taken too long, so that each ends with a pause. */
function hurried() {
  let ms = 0;
  return { monoMs: () => (ms += 10), pause: async () => {} };
}

function lister(fold: Fold, { now = NOW, scope = ['74'] } = {}) {
  const finder = new RecordFinder(fold.dossierRows, hurried());
  return (query: Partial<RecordsQuery>) =>
    listRecords({ kind: 'dossier', unit: '74', limit: 500, ...query }, finder, () => ({
      view: fold,
      territory,
      time,
      now,
      scope,
    }));
}

const keyOf = ({ agency, code }: RecordRow) => `${agency}/${code}`;

/** The slow filter: each record is asked the question of the definition. */
const SLOW: { readonly [S in RecordState]?: (record: OracleRecord) => boolean } = {
  all: (record) => DAYS.some((day) => record.count('received', day) > 0),
  open: (record) => record.isOpen(TODAY),
  'open-in-term': (record) => record.isOpen(TODAY) && record.count('openLate', TODAY) === 0,
  running: (record) =>
    ['openLate', 'paused'].every((flow) => record.count(flow as 'paused', TODAY) === 0) &&
    record.isOpen(TODAY),
  'open-late': (record) => record.count('openLate', TODAY) > 0,
  paused: (record) => record.count('paused', TODAY) > 0,
  'due-soon': (record) => record.count('dueSoon', TODAY) > 0,
  'due-in-8h': (record) => record.count('dueIn8h', TODAY) > 0,
  resolved: (record) => closedAs(record, ['early', 'onTime', 'late', 'withdrawnOnTime']),
  'closed-early': (record) => closedAs(record, ['early']),
  'closed-in-time': (record) => closedAs(record, ['early', 'onTime', 'withdrawnOnTime']),
  'closed-late': (record) => closedAs(record, ['late']),
  'closed-other': (record) => closedAs(record, ['closedOther']),
};
const STATES = Object.keys(SLOW) as RecordState[];

function closedAs(record: OracleRecord, flows: readonly Parameters<OracleRecord['count']>[0][]) {
  return PAST.some((day) => flows.some((flow) => record.count(flow, day) > 0));
}

describe('over random histories', () => {
  test('a list holds exactly what a slow filter finds, in every state, unit and field', async () => {
    await fc.assert(
      fc.asyncProperty(
        history(dossierDraft, 14),
        fc.constantFrom(...STATES),
        fc.constantFrom('74', '718'),
        fc.constantFrom(undefined, 'dat-dai'),
        async (events, state, unit, field) => {
          const fold = applyAll(newFold(), events);
          const filter: RecordFilter = { state, ...(field && { field: [field] }) };
          const { rows, total } = await lister(fold)({ unit, filter });
          const options = { calendar: CALENDAR, days: DAYS, withdrawnCountsOnTime: false };
          const expected = askOracle(events, options).records.filter(
            (record) =>
              SLOW[state]?.(record) &&
              (unit === '74' || record.series.startsWith(`${unit}|`)) &&
              (!field || record.series.includes(`|${field}|`)),
          );
          expect(rows.map(keyOf).sort()).toEqual(expected.map(({ key }) => key).sort());
          expect(total).toBe(expected.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('the list has as many dossiers as the measure of its name says', async () => {
    const measures: readonly [RecordState, string][] = [
      ['open', 'dossier.open'],
      ['open-in-term', 'dossier.openInTerm'],
      ['open-late', 'dossier.openLate'],
      ['paused', 'dossier.paused'],
      ['due-soon', 'dossier.dueSoon'],
      ['due-in-8h', 'dossier.dueIn8h'],
      ['resolved', 'dossier.resolved'],
      ['closed-early', 'dossier.resolvedEarly'],
      ['closed-in-time', 'dossier.resolvedOnTime'],
      ['closed-late', 'dossier.resolvedLate'],
      ['closed-other', 'dossier.closedOther'],
      ['all', 'dossier.received'],
    ];
    const period = { from: DAYS[0] as string, to: TODAY };
    await fc.assert(
      fc.asyncProperty(history(dossierDraft, 14), async (events) => {
        const sane = events.filter(isClosedAfterReceipt);
        const fold = applyAll(newFold(), sane);
        const context = contextOf(fold, { now: NOW });
        const list = lister(fold);
        for (const [state, measure] of measures) {
          const filter: RecordFilter = { state, receivedTo: TODAY };
          const { total } = await list({ filter, limit: 0 });
          expect([measure, total]).toEqual([
            measure,
            cell(context, measure, { period }).value ?? 0,
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a list asked again after more has come is the list asked for the first time', async () => {
    await fc.assert(
      fc.asyncProperty(
        history(dossierDraft, 20),
        fc.constantFrom(...STATES),
        async (events, state) => {
          const fold = newFold();
          const again = lister(fold);
          for (const [i, event] of events.entries()) {
            fold.apply(event, positionOfSeq(i + 1));
            if (i % 3 > 0) continue;
            const query = { filter: { state }, sort: { by: 'due' as const } };
            expect((await again(query)).rows).toEqual((await lister(fold)(query)).rows);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  const VALUE_OF: Readonly<Record<string, (row: RecordRow) => string | number | null>> = {
    received: (row) => row.received,
    due: (row) => row.due && `${row.due} ${row.dueTime ?? ''}`,
    closed: (row) => row.closed,
    late: (row) => row.lateDays,
    field: (row) => row.field,
    channel: (row) => (row.channel === 'direct' ? 1 : 0),
    status: (row) => Number(row.status),
  };
  test('pages follow one another in the order asked, what has no value last', async () => {
    await fc.assert(
      fc.asyncProperty(
        history(dossierDraft, 20),
        fc.constantFrom(...Object.keys(VALUE_OF)),
        fc.boolean(),
        async (events, by, descending) => {
          const list = lister(applyAll(newFold(), events));
          const sort = { by: by as RecordColumn, descending };
          const all = await list({ sort });
          const pages = [];
          for (let offset = 0; offset < all.total; offset += 2) {
            pages.push(...(await list({ sort, offset, limit: 2 })).rows);
          }
          expect(pages).toEqual(all.rows);
          const values = all.rows.map((row) => VALUE_OF[by]?.(row) ?? null);
          const known = values.filter((value) => value !== null);
          expect(values.slice(0, known.length)).toEqual(known);
          const rising = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
          expect(known).toEqual(descending ? rising.reverse() : rising);
        },
      ),
      { numRuns: 100 },
    );
  });
});

function isClosedAfterReceipt(event: AcceptedEvent): boolean {
  if (event.kind !== 'dossier') return true;
  const { received, finished, returned } = event.data;
  const ends = [finished, returned].flatMap((text) => (text ? Date.parse(text) : []));
  return Math.min(event.time, ...ends) >= Date.parse(received);
}

const { finished: _, returned: __, returnedBy: ___, ...OPEN } = dossierExample;

function foldOf(dossiers: readonly Partial<Dossier>[]): Fold {
  const at = Date.parse('2024-01-22T09:00:00+07:00');
  const events = dossiers.map((own, i): AcceptedEvent => {
    const received = '2024-01-22T08:00:00+07:00';
    const data: Dossier = { ...OPEN, status: '4', received, code: `${i}`, ...own };
    return { kind: 'dossier', source: 'mc', id: `${i}`, time: at, data };
  });
  return applyAll(newFold(), events);
}

test('due within working hours goes by the hour, and a date without a time is due at closing', async () => {
  const fold = foldOf([
    { due: '2024-01-29T11:00:00+07:00' },
    { due: '2024-01-29T14:00:00+07:00' },
    { due: '2024-01-29T00:00:00+07:00' },
    { due: '2024-01-30T08:00:00+07:00' },
    { due: '2024-01-29T08:00:00+07:00' },
    { due: '2024-01-26T08:00:00+07:00' },
  ]);
  const now = Date.parse('2024-01-29T10:00:00+07:00');
  const dueIn = async (dueInHours: number) => {
    const filter: RecordFilter = { state: 'due-in', dueInHours };
    const { rows } = await lister(fold, { now })({ filter, sort: { by: 'due' } });
    return rows.map(({ code, workingHoursLeft }) => [code, workingHoursLeft]);
  };
  expect(await dueIn(1)).toEqual([
    ['4', 0],
    ['0', 1],
  ]);
  expect(await dueIn(2)).toEqual([
    ['4', 0],
    ['0', 1],
    ['1', 2],
  ]);
  expect((await dueIn(5)).map(([code]) => code).sort()).toEqual(['0', '1', '2', '4']);
  expect((await dueIn(6)).map(([code]) => code).sort()).toEqual(['0', '1', '2', '3', '4']);
});

test('procedure and apology are filters, and a row tells what is known of its dossier', async () => {
  const due = '2024-01-25T17:00:00+07:00';
  const letter = (sent: string) => ({ apology: { sent, newDue: '2024-02-20T17:00:00+07:00' } });
  const fold = foldOf([
    { due },
    { due, ...letter('2024-01-24T08:00:00+07:00') },
    { due, ...letter('2024-01-26T08:00:00+07:00') },
    { due, procedure: '2.000001' },
  ]);
  const codes = async (filter: RecordFilter) =>
    (await lister(fold)({ filter, sort: { by: 'received' } })).rows.map(({ code }) => code);
  expect(await codes({ withoutApology: true })).toEqual(['0', '3']);
  expect(await codes({ withoutApology: false })).toEqual(['1', '2']);
  expect(await codes({ apologisedBeforeDue: false })).toEqual(['0', '2', '3']);
  expect(await codes({ procedure: ['2.000001'] })).toEqual(['3']);
  expect(await codes({ receivedFrom: '2024-01-23' })).toEqual([]);
  const [row] = (await lister(fold)({ filter: { procedure: ['2.000001'] } })).rows;
  expect(row).toEqual({
    agency: OPEN.agency,
    code: '3',
    unit: '718',
    field: 'dat-dai',
    procedure: '2.000001',
    level: 'district',
    channel: 'online-full',
    status: '4',
    received: '2024-01-22',
    due: '2024-01-25',
    dueTime: '17:00',
    closed: null,
    state: 'open-late',
    lateDays: 18,
    workingHoursLeft: 0,
    apology: 'none',
  });
});

test('nobody sees beyond the scope, and what cannot be asked is refused with its code', async () => {
  const list = lister(foldOf([{}]), { scope: ['719'] });
  await expect(list({ unit: '718' })).rejects.toMatchObject({ code: 'IOC_ACCESS_UNIT' });
  await expect(list({ unit: '74' })).rejects.toMatchObject({ code: 'IOC_ACCESS_UNIT' });
  expect((await list({ unit: '719' })).total).toBe(0);
  const all = lister(foldOf([{}]));
  await expect(all({ unit: '1' })).rejects.toMatchObject({ code: 'IOC_QUERY_UNKNOWN_UNIT' });
  for (const filter of [{ state: 'due-in' as const }, { receivedFrom: '2024-02-31' }]) {
    await expect(all({ filter })).rejects.toMatchObject({ code: 'IOC_HTTP_INVALID' });
  }
});
