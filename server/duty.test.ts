import { afterEach, describe, expect, test } from 'vitest';
import type { IncidentCase, IncidentEvent } from '../shared/duty/incident.ts';
import type { ShiftLog } from '../shared/duty/shift.ts';
import type { Task } from '../shared/duty/task.ts';
import { PACK } from './query/sample-context.ts';
import { type Caller, startSampleDesk } from './sample-desk.ts';

/** A Friday, nine o'clock. */
const START = Date.parse('2024-01-05T09:00:00+07:00');
const HOUR = 3_600_000;
const stopping: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});
async function setUp() {
  const desk = await startSampleDesk(PACK, START);
  stopping.push(() => desk.app.close());
  const [first, second] = [
    await desk.enter('Trực ca 1', 'operator'),
    await desk.enter('Trực ca 2', 'operator'),
  ];
  return { ...desk, first, second };
}
const give = async (caller: Caller, more: object = {}): Promise<Task> =>
  (
    await caller('POST', '/api/v1/tasks', {
      title: 'Sửa camera',
      unit: '718',
      dueInHours: 8,
      ...more,
    })
  ).body;
const deed = (caller: Caller, { id, seq }: Task, what: string, more: object = {}) =>
  caller('POST', `/api/v1/tasks/${id}/deeds`, { deed: what, seq, ...more });
const shift = (caller: Caller, seq: number, what: string, more: object = {}) =>
  caller('POST', '/api/v1/shifts/74/deeds', { deed: what, seq, ...more });

describe('tasks', () => {
  test('are due on the working calendar and tell the working hours left', async () => {
    const { first, clock } = await setUp();
    const task = await give(first);
    // Friday 09:00 and eight working hours: Monday 09:00.
    expect(new Date(task.due).toISOString()).toBe('2024-01-08T02:00:00.000Z');
    expect(task).toMatchObject({ state: 'open', openedBy: 'Trực ca 1', workingHoursLeft: 8 });
    const leftNow = async () => (await first('GET', '/api/v1/tasks')).body[0].workingHoursLeft;
    clock.now = START + 24 * HOUR;
    expect(await leftNow()).toBe(1.5);
    clock.now = Date.parse('2024-01-08T14:30:00+07:00');
    expect(await leftNow()).toBe(-3.5);
    await deed(first, task, 'close');
    expect(await leftNow()).toBeNull();
  });

  test('go their way by deeds, each decided on the newest state', async () => {
    const { first, second } = await setUp();
    const task = await give(first);
    const started = await deed(second, task, 'start', { text: 'Đang đến nơi' });
    expect(started.body).toMatchObject({ state: 'doing', followers: ['Trực ca 1', 'Trực ca 2'] });
    expect(await deed(first, task, 'close')).toMatchObject({
      status: 409,
      body: { code: 'IOC_STORE_CONFLICT' },
    });
    const closed = await deed(first, started.body, 'close', { text: 'Xong' });
    expect(closed.body).toMatchObject({ state: 'done' });
    expect(await deed(first, closed.body, 'start')).toMatchObject({
      status: 409,
      body: { code: 'IOC_DUTY_STATE' },
    });
    expect(
      (await first('POST', '/api/v1/tasks/none/deeds', { deed: 'start', seq: 0 })).status,
    ).toBe(404);
  });

  test('need a due time and a title', async () => {
    const { first } = await setUp();
    const post = (body: object) => first('POST', '/api/v1/tasks', body);
    expect((await post({ title: 'x', unit: '718' })).status).toBe(400);
    expect((await post({ title: ' ', unit: '718', dueInHours: 1 })).status).toBe(400);
  });

  test('of other units are neither seen nor touched nor given', async () => {
    const { first, enter } = await setUp();
    const district = await enter('Thủ Dầu Một', 'operator', ['718']);
    const other = await enter('Bàu Bàng', 'operator', ['719']);
    const task = await give(first, { unit: '25747' });
    await give(first, { unit: '74' });
    const seen = async (caller: Caller) => (await caller('GET', '/api/v1/tasks')).body.length;
    expect([await seen(first), await seen(district), await seen(other)]).toEqual([2, 1, 0]);
    expect((await deed(other, task, 'comment')).status).toBe(404);
    expect((await deed(district, task, 'assign', { unit: '719' })).status).toBe(403);
    const given = await district('POST', '/api/v1/tasks', {
      title: 'x',
      unit: '719',
      dueInHours: 1,
    });
    expect([given.status, given.body.code]).toEqual([403, 'IOC_ACCESS_UNIT']);
    const analyst = await enter('Phân tích', 'analyst');
    expect((await analyst('GET', '/api/v1/tasks')).status).toBe(403);
  });
});

describe('a hand-over', () => {
  test('freezes what is open under one digest that both sign', async () => {
    const { first, second, handed, clock } = await setUp();
    const task = await give(first);
    handed.push({
      ...{
        kind: 'alarm',
        id: 'a1',
        title: 'Camera mất tín hiệu',
        unit: '718',
        state: 'unacknowledged',
      },
      since: START,
      due: null,
    });
    let log: ShiftLog = (await shift(first, 0, 'start')).body;
    log = (await shift(first, log.seq, 'note', { text: 'Mưa lớn' })).body;
    log = (await shift(first, log.seq, 'offer', { text: 'Theo dõi tuyến 1' })).body;
    const offer = log.shifts[0]?.offer;
    expect(offer).toMatchObject({ by: 'Trực ca 1', summary: 'Theo dõi tuyến 1' });
    expect(offer?.items.map(({ kind, id }) => [kind, id])).toEqual([
      ['alarm', 'a1'],
      ['task', task.id],
    ]);
    await deed(first, task, 'close');
    expect((await shift(first, log.seq, 'take', { digest: offer?.digest })).body.code).toBe(
      'IOC_DUTY_STATE',
    );
    expect((await shift(second, log.seq, 'take', { digest: 'x' })).body.code).toBe(
      'IOC_DUTY_DIGEST',
    );
    clock.now += HOUR;
    log = (await shift(second, log.seq, 'take', { digest: offer?.digest, text: 'Đã nhận' })).body;
    expect(log.shifts[0]).toMatchObject({ onDuty: 'Trực ca 2', startedAt: START + HOUR });
    expect(log.shifts[1]).toMatchObject({ offer, end: { by: 'Trực ca 2', signed: 'both' } });
    expect((await first('GET', '/api/v1/shifts/74')).body).toEqual(log);
  });

  test('can be withdrawn, and somebody absent relieved with a reason', async () => {
    const { first, second } = await setUp();
    let log: ShiftLog = (await shift(first, 0, 'start')).body;
    log = (await shift(first, log.seq, 'offer')).body;
    expect((await shift(second, log.seq, 'relieve', { text: 'Vắng' })).status).toBe(409);
    log = (await shift(first, log.seq, 'withdraw')).body;
    expect((await shift(second, log.seq, 'relieve')).status).toBe(400);
    log = (await shift(second, log.seq, 'relieve', { text: 'Ca 1 vắng' })).body;
    expect(log.shifts[1]?.end).toMatchObject({ signed: 'incoming', reason: 'Ca 1 vắng' });
  });

  test('of a district lists what lies in it, and is no matter of another', async () => {
    const { first, enter } = await setUp();
    await give(first, { unit: '719' });
    await give(first, { unit: '25747', title: 'Phú Cường' });
    const district = await enter('Thủ Dầu Một', 'operator', ['718']);
    const items = (await district('GET', '/api/v1/shifts/718/items')).body;
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Phú Cường']);
    expect((await district('GET', '/api/v1/shifts/74')).status).toBe(403);
    expect((await district('GET', '/api/v1/shifts/719/items')).status).toBe(403);
  });
});

describe('incidents', () => {
  const EVENT: IncidentEvent = {
    id: 'SC-1',
    source: 'urn:ioc:traffic',
    kind: 'un-tac-giao-thong',
    unit: '718',
    place: 'nut-1',
    severity: 'high',
    openedAt: START - HOUR,
    closedAt: undefined,
    seq: 7,
  };
  const act = (caller: Caller, { id, seq }: IncidentCase, what: string, more: object = {}) =>
    caller('POST', `/api/v1/incidents/${id}/deeds`, { deed: what, seq, ...more });
  const listed = async (caller: Caller): Promise<IncidentCase[]> =>
    (await caller('GET', '/api/v1/incidents')).body;

  test('of a source are there by themselves, and notes stand in one timeline with what it sent', async () => {
    const { first, events } = await setUp();
    events.push(EVENT);
    const [sent] = await listed(first);
    expect(sent).toMatchObject({ id: 'SC-1', seq: 0, closedAt: null, openedBy: 'urn:ioc:traffic' });
    if (!sent) throw new Error('no incident');
    const noted = await act(first, sent, 'note', { text: 'CSGT đã đến', at: START - 1000 });
    expect(noted.body.timeline).toMatchObject([
      { from: 'source', deed: 'opened', at: START - HOUR },
      { from: 'people', deed: 'note', by: 'Trực ca 1', text: 'CSGT đã đến' },
    ]);
    events.splice(0, 1, { ...EVENT, closedAt: START - 500, seq: 9 });
    const [closed] = await listed(first);
    expect(closed).toMatchObject({ closedAt: START - 500 });
    expect(closed?.timeline.map(({ deed: each }) => each)).toEqual(['opened', 'note', 'close']);
    if (!closed) throw new Error('no incident');
    expect((await act(first, closed, 'reopen', { text: 'Tái diễn' })).body.closedAt).toBeNull();
  });

  test('are opened, graded and closed by people', async () => {
    const { first } = await setUp();
    const wanted = { title: 'Cháy kho', unit: '719', severity: 'medium', text: 'Báo qua 1022' };
    const opened = await first('POST', '/api/v1/incidents', wanted);
    expect(opened).toMatchObject({ status: 201, body: { severity: 'medium', closedAt: null } });
    const graded = await act(first, opened.body, 'grade', { severity: 'critical' });
    expect(graded.body.severity).toBe('critical');
    const closed = await act(first, graded.body, 'close', { text: 'Đã dập tắt' });
    expect(closed.body.closedAt).toBe(START);
    expect((await act(first, closed.body, 'close')).body.code).toBe('IOC_DUTY_STATE');
    expect(closed.body.timeline.map(({ text }: { text: string }) => text)).toEqual([
      'Báo qua 1022',
      '',
      'Đã dập tắt',
    ]);
  });

  test('of other units are neither seen nor touched', async () => {
    const { enter, events } = await setUp();
    events.push(EVENT);
    const other = await enter('Bàu Bàng', 'operator', ['719']);
    expect(await listed(other)).toEqual([]);
    const touched = await other('POST', '/api/v1/incidents/SC-1/deeds', { deed: 'note', seq: 0 });
    expect(touched.status).toBe(404);
  });
});
