import { expect, test } from 'vitest';
import type { Rule } from '../../shared/alarm/rule.ts';
import { emptyContent, openMemoryStore } from '../store/memory-store.ts';
import type { Alarms } from './alarms.ts';
import { newWorld, openSampleAlarms, SAMPLE_RULE, type SampleWorld } from './sample-alarms.ts';

const MINUTE_MS = 60_000;
const SILENT: Rule = {
  ...SAMPLE_RULE,
  id: 'source-silent',
  condition: { kind: 'stale-source', cadences: 3, sources: ['mot-cua'] },
};

async function opened(world: SampleWorld, content = emptyContent()) {
  const { journal } = openMemoryStore(content);
  const alarms = await openSampleAlarms(world, journal);
  const after = async (minutes: number, openLate?: Record<string, number | null>) => {
    world.nowMs += minutes * MINUTE_MS;
    if (openLate) world.values = { 'dossier.openLate': openLate };
    await alarms.evaluate();
    return places(alarms);
  };
  return { alarms, after, content };
}

const places = (alarms: Alarms) =>
  Object.fromEntries(alarms.book.all().map(({ id, state }) => [id, state.place]));

test('each subject beyond the limit has an alarm of its own, acknowledged and closed apart', async () => {
  const { alarms, after } = await opened(newWorld([SAMPLE_RULE]));
  expect(await after(0, { 718: 12, 719: 3, 725: 19 })).toEqual({
    'open-late:718': 'unacknowledged',
    'open-late:725': 'unacknowledged',
  });
  await alarms.act('open-late:718', { kind: 'acknowledge' }, 'Trực ca 1');
  expect(alarms.book.get('open-late:718')?.acknowledged).toMatchObject({ by: 'Trực ca 1' });
  // Eight is still inside the dead band of two.
  expect(await after(1, { 718: 8.5, 719: 3, 725: 19 })).toMatchObject({
    'open-late:718': 'acknowledged',
  });
  expect(await after(1, { 718: 8, 719: 3, 725: 1 })).toEqual({
    'open-late:718': 'normal',
    'open-late:725': 'returned',
  });
});

test('the same question of several rules is asked once, and a refused one changes nothing', async () => {
  const world = newWorld([SAMPLE_RULE, { ...SAMPLE_RULE, id: 'twin', priority: 1 }]);
  const { after } = await opened(world);
  await after(0, { 718: 12 });
  expect(world.asked).toHaveLength(1);
  world.refused = 'IOC_QUERY_PAST_LOADING';
  expect(await after(5, {})).toEqual({
    'open-late:718': 'unacknowledged',
    'twin:718': 'unacknowledged',
  });
});

test('an act that does not fit the state is refused with a code, and so is one on an unknown alarm', async () => {
  const { alarms, after } = await opened(newWorld([SAMPLE_RULE]));
  await after(0, { 718: 12 });
  await alarms.act('open-late:718', { kind: 'acknowledge' }, 'Trực ca 1');
  const again = alarms.act('open-late:718', { kind: 'acknowledge' }, 'Trực ca 2');
  await expect(again).rejects.toMatchObject({ code: 'IOC_ALARM_ACT' });
  const unknown = alarms.act('open-late:999', { kind: 'acknowledge' }, 'Trực ca 1');
  await expect(unknown).rejects.toMatchObject({ code: 'IOC_ALARM_UNKNOWN' });
});

test('a cause that stands silences its consequences before they come up, and after', async () => {
  const rule: Rule = { ...SAMPLE_RULE, suppressedBy: [{ rule: 'source-silent' }] };
  const world = newWorld([rule, SILENT]);
  const { alarms, after } = await opened(world);
  await after(0, { 718: 12 });
  world.sources = [{ source: 'mot-cua', cadenceSeconds: 60, lastReceivedAt: world.nowMs }];
  expect(await after(10, { 718: 12, 725: 30 })).toEqual({
    'open-late:718': 'suppressed-active',
    'open-late:725': 'suppressed-active',
    'source-silent:mot-cua': 'unacknowledged',
  });
  const announced = alarms.book.announcements.map(({ id }) => id);
  expect(announced).toEqual(['open-late:718', 'source-silent:mot-cua']);
  expect(alarms.book.get('open-late:725')?.aside?.reason).toBe('source-silent:mot-cua');
  world.sources = [{ source: 'mot-cua', cadenceSeconds: 60, lastReceivedAt: world.nowMs }];
  expect(await after(1)).toEqual({
    'open-late:718': 'unacknowledged',
    'open-late:725': 'unacknowledged',
    'source-silent:mot-cua': 'returned',
  });
});

test('a cause that must match silences only the alarms of the same unit', async () => {
  const cause: Rule = { ...SAMPLE_RULE, id: 'worse' };
  const rule: Rule = {
    ...SAMPLE_RULE,
    condition: { ...SAMPLE_RULE.condition, limit: 5 } as Rule['condition'],
    suppressedBy: [{ rule: 'worse', match: 'unit' }],
  };
  const { after } = await opened(newWorld([cause, rule]));
  expect(await after(0, { 718: 12, 719: 7 })).toEqual({
    'worse:718': 'unacknowledged',
    'open-late:718': 'suppressed-active',
    'open-late:719': 'unacknowledged',
  });
});

test('rows of one group are one alarm with the worst value and their number', async () => {
  const { alarms, after } = await opened(newWorld([{ ...SAMPLE_RULE, groupBy: 'rule' }]));
  expect(await after(0, { 718: 12, 719: 3, 725: 30 })).toEqual({ 'open-late:': 'unacknowledged' });
  const { raised, subject } = alarms.book.get('open-late:') ?? {};
  expect(raised).toMatchObject({ value: 30, members: 2 });
  expect(subject?.unit).toBe('74');
});

test('what nobody acknowledges is escalated step by step, what is acknowledged is not', async () => {
  const to = { vi: 'Trưởng ca', en: 'Shift lead' };
  const escalation = [
    { afterMinutes: 15, to },
    { afterMinutes: 60, to },
  ];
  const { alarms, after } = await opened(newWorld([{ ...SAMPLE_RULE, escalation }]));
  const steps = () => alarms.book.all().map(({ escalated }) => escalated);
  await after(0, { 718: 12, 725: 12 });
  await after(14);
  expect(steps()).toEqual([0, 0]);
  await alarms.act('open-late:718', { kind: 'acknowledge' }, 'Trực ca 1');
  await after(1);
  expect(steps()).toEqual([0, 1]);
  await after(45);
  expect(steps()).toEqual([0, 2]);
  await after(500);
  expect(steps()).toEqual([0, 2]);
});

test('a shelved alarm comes back by itself at its time, unacknowledged while the condition holds', async () => {
  const world = newWorld([SAMPLE_RULE]);
  const { alarms, after } = await opened(world);
  await after(0, { 718: 12 });
  const untilMs = world.nowMs + 30 * MINUTE_MS;
  const deed = { kind: 'shelve' as const, untilMs, reason: 'đã giao đơn vị' };
  await alarms.act('open-late:718', deed, 'Trực ca 1');
  expect(await after(29)).toEqual({ 'open-late:718': 'shelved-active' });
  expect(alarms.book.get('open-late:718')?.aside).toMatchObject({ reason: 'đã giao đơn vị' });
  expect(await after(1)).toEqual({ 'open-late:718': 'unacknowledged' });
});

test('a rule that latches waits for a person to close what has returned', async () => {
  const { alarms, after } = await opened(newWorld([{ ...SAMPLE_RULE, latches: true }]));
  const act = (kind: 'acknowledge' | 'reset') => alarms.act('open-late:718', { kind }, 'Trực ca 1');
  await after(0, { 718: 12 });
  await act('acknowledge');
  expect(await after(1, { 718: 0 })).toEqual({ 'open-late:718': 'latched-acknowledged' });
  await act('reset');
  expect(places(alarms)).toEqual({ 'open-late:718': 'normal' });
});

test('a rule that is taken away ends its alarms', async () => {
  const world = newWorld([SAMPLE_RULE]);
  const { after } = await opened(world);
  await after(0, { 718: 12 });
  world.rules = [];
  expect(await after(1)).toEqual({ 'open-late:718': 'returned' });
  world.rules = [SAMPLE_RULE];
  expect(await after(1)).toEqual({ 'open-late:718': 'unacknowledged' });
});

test('a restart stands where the last life ended, and what a look has only just found begins to wait anew', async () => {
  const world = newWorld([{ ...SAMPLE_RULE, onDelaySeconds: 120 }]);
  const first = await opened(world);
  await first.after(0, { 718: 12 });
  await first.after(2, { 718: 12 });
  await first.alarms.act('open-late:718', { kind: 'acknowledge' }, 'Trực ca 1');
  await first.alarms.act('open-late:718', { kind: 'assign', to: 'Sở Tư pháp' }, 'Trực ca 1');
  await first.alarms.act('open-late:718', { kind: 'comment', text: 'Đã gọi' }, 'Trực ca 1');
  await first.after(1, { 718: 12, 725: 40 });

  const second = await opened(world, first.content);
  expect(second.alarms.book.all()).toEqual(first.alarms.book.all());
  expect(second.alarms.book.announcements).toEqual(first.alarms.book.announcements);
  await second.after(1.5, { 718: 12, 725: 40 });
  expect(await second.after(1, { 718: 12, 725: 40 })).toEqual({ 'open-late:718': 'acknowledged' });
  expect(await second.after(2, { 718: 0, 725: 40 })).toEqual({
    'open-late:718': 'normal',
    'open-late:725': 'unacknowledged',
  });
});

test('a delay under way is neither lost nor cut short by a restart, and one that ended does not come back', async () => {
  const delays = { onDelaySeconds: 600, offDelaySeconds: 600 };
  const world = newWorld([{ ...SAMPLE_RULE, ...delays }]);
  const first = await opened(world);
  await first.after(0, { 718: 12, 725: 40 });
  await first.after(1, { 718: 12, 725: 40 });
  await first.after(1, { 718: 12, 725: 0 });
  await first.after(1, { 718: 12, 725: 40 });
  const second = await opened(world, first.content);
  // 718 waits since minute 0; the first delay of 725 ended at minute 2.
  expect(await second.after(6, { 718: 12, 725: 40 })).toEqual({});
  expect(await second.after(1, { 718: 12, 725: 40 })).toEqual({
    'open-late:718': 'unacknowledged',
  });
  await second.after(1, { 718: 0, 725: 0 });
  await second.after(1, { 718: 0, 725: 0 });

  const third = await opened(world, first.content);
  expect(await third.after(8, { 718: 0 })).toEqual({ 'open-late:718': 'unacknowledged' });
  expect(await third.after(1, { 718: 0 })).toEqual({ 'open-late:718': 'returned' });
  const fourth = await opened(world, first.content);
  expect(await fourth.after(9, { 718: 12 })).toEqual({ 'open-late:718': 'returned' });
});

test('when the journal cannot be written the next round sees the same again', async () => {
  const world = newWorld([SAMPLE_RULE]);
  const { journal } = openMemoryStore();
  let isBroken = true;
  const alarms = await openSampleAlarms(world, {
    read: (topic) => journal.read(topic),
    appendAll: async (acts) => {
      if (isBroken) throw new Error('disk full');
      return journal.appendAll(acts);
    },
  });
  world.values = { 'dossier.openLate': { 718: 12 } };
  await expect(alarms.evaluate()).rejects.toThrow('disk full');
  expect(places(alarms)).toEqual({});
  isBroken = false;
  await alarms.evaluate();
  expect(places(alarms)).toEqual({ 'open-late:718': 'unacknowledged' });
});
