import { expect, test } from 'vitest';
import type { AlarmList } from '../shared/alarm/alarm.ts';
import type { Rule } from '../shared/alarm/rule.ts';
import { createCatalogue } from '../shared/measure/catalogue.ts';
import type { Alarms } from './alert/alarms.ts';
import { AlertDesk } from './alert/alert-desk.ts';
import { RulesInForce } from './alert/rules-in-force.ts';
import {
  newWorld,
  openSampleAlarms,
  SAMPLE_RULE,
  type SampleWorld,
} from './alert/sample-alarms.ts';
import { PACK } from './query/sample-context.ts';
import { startSampleDesk } from './sample-desk.ts';
import type { Store } from './store/store.ts';

const NOW_MS = Date.parse('2024-01-02T08:00:00+07:00');

/** A desk with the alarms of a world, where 718 and 719 have late dossiers. */
async function started(rules: readonly Rule[] = [SAMPLE_RULE]) {
  const world: SampleWorld = { ...newWorld([...rules]), nowMs: NOW_MS };
  world.values = { 'dossier.openLate': { 718: 12, 719: 40 } };
  let alarms: Alarms | undefined;
  const openAlarms = async (store: Store) => {
    const around = { measure: createCatalogue([]).get, hasUnit: () => true, hasSource: () => true };
    const force = new RulesInForce({
      ...{ documents: store.documents, shipped: world.rules, around, root: '74' },
      ...{ now: () => world.nowMs, onNotice: () => undefined },
    });
    alarms = await openSampleAlarms(world, store.journal, () => force.told);
    await alarms.evaluate();
    const dry = {
      ...{ measure: around.measure, root: '74', now: () => world.nowMs },
      query: async () => ({ refused: { code: 'IOC_QUERY_PERIOD' } }),
      spanOn: () => ({ from: '2024-01-01', to: '2024-01-01' }),
      relive: async () => [],
    };
    const time = { now: () => world.nowMs, sinceMs: world.nowMs };
    const ports = { alarms, rules: force, dry, ...time, onDuty: async () => [] };
    return new AlertDesk(ports);
  };
  const desk = await startSampleDesk(PACK, NOW_MS, openAlarms);
  return { ...desk, world, evaluate: () => alarms?.evaluate() };
}

const idsOf = ({ body }: { body: AlarmList }) => body.alarms.map(({ id }) => id);
const act = (id: string, name: string) => `/api/v1/alarms/${encodeURIComponent(id)}/${name}`;

test('everybody sees the alarms of their own scope, and acts on no others', async () => {
  const { admin, enter } = await started();
  const district = await enter('Trực ca Thủ Dầu Một', 'operator', ['718']);
  expect(idsOf(await admin('GET', '/api/v1/alarms'))).toEqual(['open-late:718', 'open-late:719']);
  expect(idsOf(await district('GET', '/api/v1/alarms'))).toEqual(['open-late:718']);
  const foreign = await district('POST', act('open-late:719', 'acknowledge'), {});
  expect(foreign).toMatchObject({ status: 404, body: { code: 'IOC_ALARM_UNKNOWN' } });
  expect((await district('GET', '/api/v1/alarms/open-late:719')).status).toBe(404);
});

test('an alarm says cause, consequence, action, owner and response time, and which acts fit', async () => {
  const { admin } = await started();
  const { body } = await admin('GET', '/api/v1/alarms/open-late:718');
  const { cause, consequence, action, owner, responseMinutes } = SAMPLE_RULE;
  expect(body).toMatchObject({ cause, consequence, action, owner, responseMinutes });
  expect(body).toMatchObject({ value: 12, limit: 10, place: 'unacknowledged' });
  expect(body.fits).toEqual(['acknowledge', 'shelve', 'out-of-service']);
  expect(body.entries).toHaveLength(1);
});

test('acknowledged, assigned and commented on, each with its author; twice is a conflict', async () => {
  const { enter } = await started();
  const operator = await enter('Trực ca 1', 'operator');
  const id = 'open-late:718';
  expect((await operator('POST', act(id, 'acknowledge'), {})).body).toMatchObject({
    place: 'acknowledged',
    acknowledged: { by: 'Trực ca 1' },
  });
  await operator('POST', act(id, 'assign'), { to: 'Thủ Dầu Một' });
  await operator('POST', act(id, 'comment'), { text: 'Đã gọi bộ phận một cửa' });
  expect(await operator('POST', act(id, 'acknowledge'), {})).toMatchObject({
    status: 409,
    body: { code: 'IOC_ALARM_ACT' },
  });
  const { body } = await operator('GET', `/api/v1/alarms/${id}`);
  const done = body.entries.map((entry: { by: string; deed: { kind: string } }) => [
    ...[entry.by, entry.deed.kind],
  ]);
  expect(done).toEqual([
    ['', 'raise'],
    ['Trực ca 1', 'acknowledge'],
    ['Trực ca 1', 'assign'],
    ['Trực ca 1', 'comment'],
  ]);
});

test('a shelf needs its minutes and a reason, and moves the alarm to those set aside', async () => {
  const { admin, world } = await started();
  const shelve = act('open-late:718', 'shelve');
  expect((await admin('POST', shelve, { minutes: 30 })).body.code).toBe('IOC_HTTP_INVALID');
  expect((await admin('POST', shelve, { minutes: 30, why: 'x' })).status).toBe(400);
  expect((await admin('POST', act('open-late:718', 'silence'), {})).status).toBe(400);
  const { body } = await admin('POST', shelve, { minutes: 30, reason: 'Đang bảo trì' });
  expect(body).toMatchObject({ place: 'shelved-active', shelvedUntilMs: world.nowMs + 1_800_000 });
  expect(idsOf(await admin('GET', '/api/v1/alarms'))).toEqual(['open-late:719']);
  expect(idsOf(await admin('GET', '/api/v1/alarms?show=aside'))).toEqual(['open-late:718']);
});

test('a wall and a reader see alarms but may not act on them or on rules', async () => {
  const { enter } = await started();
  const reader = await enter('Excel', 'reader');
  expect((await reader('GET', '/api/v1/alarms')).status).toBe(200);
  expect((await reader('POST', act('open-late:718', 'acknowledge'), {})).status).toBe(403);
  const save = { ifVersion: 0, reason: 'thử', rules: [] };
  expect((await reader('PUT', '/api/v1/rules', save)).status).toBe(403);
});

test('figures of the alarm system are those of what the asker sees', async () => {
  const { admin, enter, world } = await started();
  const district = await enter('Trực ca Thủ Dầu Một', 'operator', ['718']);
  world.nowMs += 3_600_000;
  expect((await admin('GET', '/api/v1/alarms/figures')).body.announced).toBe(2);
  expect((await district('GET', '/api/v1/alarms/figures?days=1')).body.announced).toBe(1);
  expect((await admin('GET', '/api/v1/alarms/figures?days=x')).status).toBe(400);
});

test('rules are checked, kept as versions with their reason, and hold from then on', async () => {
  const { admin, enter, evaluate } = await started();
  const operator = await enter('Trực ca 1', 'operator');
  expect((await operator('GET', '/api/v1/rules')).body).toEqual({
    version: 0,
    rules: [SAMPLE_RULE],
  });
  const strict = { ...SAMPLE_RULE, suppressedBy: [{ rule: 'none' }] };
  const wrong = { ifVersion: 0, reason: 'thử nghiệm', rules: [strict] };
  expect((await operator('PUT', '/api/v1/rules', wrong)).body).toMatchObject({
    code: 'IOC_ALARM_RULES',
    path: '0/suppressedBy/0/rule',
  });
  const loose = { ...SAMPLE_RULE, condition: { ...SAMPLE_RULE.condition, limit: 30 } };
  const right = { ifVersion: 0, reason: 'nới ngưỡng dịp Tết', rules: [loose] };
  const saved = await operator('PUT', '/api/v1/rules', right);
  expect(saved.body).toMatchObject({ version: 1, by: 'Trực ca 1', reason: 'nới ngưỡng dịp Tết' });
  await evaluate();
  expect((await admin('GET', '/api/v1/alarms/open-late:718')).body.place).toBe('returned');
  expect((await operator('PUT', '/api/v1/rules', right)).status).toBe(409);
  expect((await admin('GET', '/api/v1/rules?version=0')).body.rules).toEqual([SAMPLE_RULE]);
  expect((await admin('GET', '/api/v1/rules?version=9')).status).toBe(404);
  const district = await enter('Trực ca Thủ Dầu Một', 'operator', ['718']);
  expect((await district('PUT', '/api/v1/rules', { ...right, ifVersion: 1 })).status).toBe(403);
});

test('rules saved as a plain document that are not sound are left alone', async () => {
  const { admin } = await started();
  const body = { rules: [{ id: 'half' }] };
  const saved = await admin('PUT', '/api/v1/documents/rules/rules', {
    ...{ ifVersion: 0, title: 'tự soạn', body },
  });
  expect(saved.status).toBe(200);
  expect((await admin('GET', '/api/v1/rules')).body.version).toBe(0);
});

test('before alarms are watched the desk is told to come back', async () => {
  const { admin } = await startSampleDesk(PACK, NOW_MS);
  expect(await admin('GET', '/api/v1/alarms')).toMatchObject({
    status: 503,
    body: { code: 'IOC_HTTP_LOADING' },
  });
});
