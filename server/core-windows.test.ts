import { expect, test } from 'vitest';
import type { NewWindow } from '../shared/record/camera-window.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import { localDayOf } from '../shared/unit/local-day.ts';
import type { Principal } from './access/principal.ts';
import { windowCalls } from './core-windows.ts';
import { createFold } from './fold/fold.ts';
import { prepareIngest } from './ingest/ingest.ts';
import { readCameraLadder } from './query/camera-ladder.ts';
import { readCameraOutages } from './query/camera-outages.ts';
import { PACK } from './query/sample-context.ts';

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2024-01-02T08:00:00+07:00');
const ROOT: Principal = { role: 'admin', name: 'Trực ban', scope: ['74'] };
const DISTRICT: Principal = { role: 'operator', name: 'Trực ca', scope: ['718'] };
const CALENDAR = { workingHours: [], holidays: [], makeUpDays: [] };

/** Three cameras, one of them down, and a clock that is set by hand. */
async function started() {
  const clock = { nowMs: START_MS };
  const fold = createFold({ calendar: CALENDAR });
  const ingest = prepareIngest({ pack: PACK, calendar: CALENDAR, futureLimitMs: 0 });
  let seq = 0;
  const push = async (body: Uint8Array<ArrayBuffer>) => {
    const { events, rejected } = ingest(body, 'application/x-ndjson', clock.nowMs);
    for (const event of events) fold.apply(event, { seq: ++seq, receivedAt: clock.nowMs });
    const quarantined = rejected.map(({ code, message, path }) => ({ code, message, path }));
    return { accepted: events.length, duplicate: 0, quarantined, lastSeq: seq, epoch: 'e' };
  };
  const territory = createTerritory(PACK);
  const now = () => clock.nowMs;
  const calls = windowCalls({ rows: fold.cameraRows, territory, now, push: push as never });
  const send = (type: string, id: string, data: object) => {
    const time = new Date(clock.nowMs).toISOString();
    const event = { specversion: '1.0', source: 'vms', type: `ioc.${type}.v1`, id, time, data };
    return push(new TextEncoder().encode(JSON.stringify(event)));
  };
  const places = [
    ['CAM-1', '718', 'bot'],
    ['CAM-2', '718', 'kcn'],
    ['CAM-3', '719', 'bot'],
  ] as const;
  for (const [camera, unit, owner] of places)
    await send('camera', camera, { camera, name: camera, unit, owner, stage: 'connected' });
  const reportAll = async () => {
    for (const [camera] of places) {
      const state = camera === 'CAM-1' ? 'offline' : 'online';
      const reportedAt = new Date(clock.nowMs).toISOString();
      await send('camera-status', `${camera} ${reportedAt}`, { camera, state, reportedAt });
    }
  };
  await reportAll();
  const ladder = (unit = '74') =>
    readCameraLadder({ unit, by: 'unit' }, { view: fold, territory, now: now(), scope: ['74'] });
  /** What the alarms ask. */
  const outages = () => {
    const borders = territory.on(localDayOf(now()));
    return readCameraOutages({ view: fold, borders, kind: 'down', nowMs: now() }, ['74']);
  };
  return { calls, clock, ladder, outages, reportAll };
}

const window = (asked: Partial<NewWindow> = {}): NewWindow => ({
  unit: '74',
  from: new Date(START_MS + HOUR_MS).toISOString(),
  to: new Date(START_MS + 3 * HOUR_MS).toISOString(),
  reason: 'Thay nguồn',
  ...asked,
});

test('within a window cameras are under maintenance and nothing is down, before and after it they are as reported', async () => {
  const { calls, clock, ladder, outages, reportAll } = await started();
  await calls.planWindow(window({ by: 'owner', key: 'bot' }), ROOT);
  expect(ladder().total).toMatchObject({ down: 1, maintenance: 0 });
  clock.nowMs += 2 * HOUR_MS;
  await reportAll();
  const within = ladder();
  expect(within.total).toMatchObject({ down: 0, maintenance: 2, maintenanceHours: 2 });
  expect([within.groups, outages()]).toEqual([[], []]);
  expect(within.maintenance[0]).toMatchObject({
    camera: 'CAM-1',
    reason: 'Thay nguồn',
    since: START_MS + HOUR_MS,
    until: START_MS + 3 * HOUR_MS,
  });
  clock.nowMs += HOUR_MS;
  await reportAll();
  expect(ladder().total).toMatchObject({ down: 1, maintenance: 0, maintenanceHours: 4 });
  expect(outages()).toHaveLength(1);
  expect(ladder().groups[0]).toMatchObject({ from: START_MS + 3 * HOUR_MS, count: 1 });
});

test('a window that runs can be ended, one to come cancelled, and either only once', async () => {
  const { calls, clock, ladder } = await started();
  const planned = await calls.planWindow(window(), ROOT);
  const running = await calls.planWindow(window({ from: new Date(START_MS).toISOString() }), ROOT);
  expect(running).not.toBe(planned);
  await expect(calls.changeWindow(planned, { deed: 'end' }, ROOT)).rejects.toMatchObject({
    code: 'IOC_DUTY_STATE',
  });
  await calls.changeWindow(planned, { deed: 'cancel' }, ROOT);
  clock.nowMs += HOUR_MS / 2;
  expect(ladder().total.maintenance).toBe(3);
  await calls.changeWindow(running, { deed: 'end' }, ROOT);
  expect(ladder().total.maintenance).toBe(0);
  await expect(calls.changeWindow(running, { deed: 'end' }, ROOT)).rejects.toMatchObject({
    code: 'IOC_DUTY_STATE',
  });
  const listed = await calls.windows('74', ROOT);
  expect(listed.map(({ state, count }) => [state, count])).toEqual([
    ['cancelled', 3],
    ['over', 3],
  ]);
});

test('nobody plans, sees or ends what lies outside their units', async () => {
  const { calls } = await started();
  const refused = calls.planWindow(window(), DISTRICT);
  await expect(refused).rejects.toMatchObject({ code: 'IOC_ACCESS_UNIT' });
  const whole = await calls.planWindow(window(), ROOT);
  const ended = calls.changeWindow(whole, { deed: 'cancel' }, DISTRICT);
  await expect(ended).rejects.toMatchObject({ code: 'IOC_DUTY_UNKNOWN' });
  const own = await calls.planWindow(window({ unit: '718' }), DISTRICT);
  await calls.changeWindow(own, { deed: 'cancel' }, DISTRICT);
  const seen = await calls.windows('718', DISTRICT);
  expect(seen.map(({ count }) => count)).toEqual([2, 2]);
});

test.each([
  ['ends before it begins', { to: new Date(START_MS).toISOString() }, '/to'],
  ['is over', { from: '2024-01-02T05:00:00+07:00', to: '2024-01-02T07:00:00+07:00' }, '/to'],
  ['began long ago', { from: '2023-12-30T08:00:00+07:00' }, '/from'],
  ['lasts too long', { to: '2024-03-02T08:00:00+07:00' }, '/to'],
  ['is for no camera', { by: 'owner', key: 'nobody' } as const, '/key'],
  ['is for a strange camera', { cameras: ['CAM-1', 'CAM-9'] }, '/cameras'],
])('a window that %s is refused and says where', async (_, asked, where) => {
  const { calls } = await started();
  await expect(calls.planWindow(window(asked), ROOT)).rejects.toMatchObject({
    code: 'IOC_HTTP_INVALID',
    where,
  });
  expect(await calls.windows('74', ROOT)).toEqual([]);
});
