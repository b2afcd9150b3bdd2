import { expect, test } from 'vitest';
import { createWorkingTime } from '../../shared/calendar/working-time.ts';
import { type Dossier, dossierExample } from '../../shared/event/dossier.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { CALENDAR, newFold } from '../fold/history.contract.ts';
import { PACK } from '../query/sample-context.ts';
import { readRecordPage } from './record-page.ts';

const { finished = '', returned = '', returnedBy: _, ...OPEN } = dossierExample;
const territory = createTerritory(PACK);
const time = createWorkingTime(CALENDAR);
const at = (day: string) => Date.parse(`2023-12-${day}T12:00:00+07:00`);

/** A fold and a log of one dossier's revisions, each told on a day of December 2023. */
function pageOf(told: readonly (readonly [day: string, own: Partial<Dossier>])[], scope = ['74']) {
  const events = told.map(([day, own], i): AcceptedEvent => {
    const data: Dossier = { ...OPEN, status: '4', ...own };
    return { kind: 'dossier', source: 'mc', id: `${i}`, time: at(day), data };
  });
  const view = newFold();
  for (const [i, event] of events.entries()) {
    view.apply(event, { seq: 10 + i, receivedAt: 1000 + i });
  }
  const ports = {
    read: (from: number) => [
      { firstSeq: from, receivedAt: 1000 + from - 10, lines: [JSON.stringify(events[from - 10])] },
    ],
    parse: (line: string): AcceptedEvent => JSON.parse(line),
    pause: async () => {},
  };
  return (agency = OPEN.agency, code = OPEN.code) =>
    readRecordPage({ agency, code }, ports, () => ({
      view,
      territory,
      time,
      now: at('20'),
      scope,
    }));
}

test('all revisions stand newest first, each with what it changed', async () => {
  const page = await pageOf([
    ['04', {}],
    ['06', { status: '5', channel: 'direct' }],
    ['15', { status: '9', finished, returned }],
  ])();
  expect(page.dossier).toMatchObject({ status: '9', channel: 'online-full' });
  expect(page.row).toMatchObject({ state: 'early', closed: '2023-12-15', lateDays: -3 });
  expect(page.revisionCount).toBe(3);
  expect(page.revisions.map(({ seq, status, cameLate }) => [seq, status, cameLate])).toEqual([
    [12, '9', false],
    [11, '5', false],
    [10, '4', false],
  ]);
  expect(page.revisions.map(({ changes }) => changes)).toEqual([
    [
      { field: 'channel', before: 'direct', after: 'online-full' },
      { field: 'status', before: '5', after: '9' },
      { field: 'finished', before: null, after: finished },
      { field: 'returned', before: null, after: returned },
    ],
    [
      { field: 'channel', before: 'online-full', after: 'direct' },
      { field: 'status', before: '4', after: '5' },
    ],
    [],
  ]);
});

test('a revision that came after a newer one stands where it belongs in time, and says so', async () => {
  const page = await pageOf([
    ['04', {}],
    ['15', { status: '9', finished }],
    ['06', { status: '5' }],
  ])();
  expect(page.dossier.status).toBe('9');
  expect(page.revisions.map(({ seq, cameLate }) => [seq, cameLate])).toEqual([
    [11, false],
    [12, true],
    [10, false],
  ]);
});

test('what is not there and what lies outside the scope are the same to who asks', async () => {
  const unknown = { code: 'IOC_RECORD_UNKNOWN' };
  await expect(pageOf([['04', {}]])('H09.14', 'x')).rejects.toMatchObject(unknown);
  await expect(pageOf([['04', {}]])('x', OPEN.code)).rejects.toMatchObject(unknown);
  await expect(pageOf([['04', {}]], ['719'])()).rejects.toMatchObject(unknown);
});

test('a restored checkpoint still knows where the revisions are', async () => {
  const before = newFold();
  const event = (status: '4' | '9', day: string): AcceptedEvent => ({
    kind: 'dossier',
    source: 'mc',
    id: day,
    time: at(day),
    data: { ...OPEN, status },
  });
  before.apply(event('4', '04'), { seq: 7, receivedAt: 0 });
  before.apply(event('9', '05'), { seq: 9, receivedAt: 0 });
  const after = newFold();
  after.restore([...before.dump()].map(({ name, bytes }) => ({ name, bytes: bytes.slice() })));
  const record = after.dossierRows.find(OPEN.agency, OPEN.code) ?? -1;
  expect(after.dossierRows.revisions(record)).toEqual([9, 7]);
  expect(after.dossierRows.row(record, 19_700 as never).procedure).toBe('1.003560');
});
