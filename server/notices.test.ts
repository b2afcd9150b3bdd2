import { afterEach, expect, test } from 'vitest';
import type { NoticeMessage } from '../shared/notice/notice.ts';
import { tellOfAlarms } from './notices.ts';
import { MAX_ATTEMPTS } from './notify/backoff.ts';
import { PACK } from './query/sample-context.ts';
import { startSampleDesk } from './sample-desk.ts';
import { openMemoryStore } from './store/memory-store.ts';

const stopping: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});
const MESSAGE = { topic: 'alarm', title: 'Camera', text: '', unit: '718', at: 0 };

test('what was given up is on the list of who sees its unit, and is sent again by the administrator', async () => {
  const { app, admin, enter, outbox, clock } = await startSampleDesk(PACK, 0);
  stopping.push(() => app.close());
  await outbox.notify(MESSAGE);
  for (let n = 0; n < MAX_ATTEMPTS; n++) {
    await outbox.turn();
    clock.now += 3_600_000;
  }
  const near = await enter('Thủ Dầu Một', 'operator', ['718']);
  const far = await enter('Bàu Bàng', 'operator', ['719']);
  const [dead] = (await near('GET', '/api/v1/deliveries')).body;
  expect(dead).toMatchObject({ state: 'dead', fault: 'no route', to: 'truc@ioc.test' });
  expect((await far('GET', '/api/v1/deliveries')).body).toEqual([]);
  const resend = `/api/v1/deliveries/${dead.id}/resend`;
  expect((await near('POST', resend)).status).toBe(403);
  expect((await admin('POST', resend)).body.state).toBe('waiting');
  expect((await admin('POST', resend)).body.code).toBe('IOC_NOTICE_STATE');
});

test('webhooks are the administrator’s, and tell their secret once', async () => {
  const { app, admin, enter } = await startSampleDesk(PACK, 0);
  stopping.push(() => app.close());
  const operator = await enter('Trực ca 1', 'operator');
  const url = 'https://hook.test/ioc';
  expect((await operator('POST', '/api/v1/webhooks', { url })).status).toBe(403);
  expect((await admin('POST', '/api/v1/webhooks', { url: 'file:///etc' })).status).toBe(400);
  const added = await admin('POST', '/api/v1/webhooks', { url, topics: ['alarm'] });
  expect(added).toMatchObject({ status: 201, body: { webhook: { url, topics: ['alarm'] } } });
  const listed = await admin('GET', '/api/v1/webhooks');
  expect(JSON.stringify(listed.body)).not.toContain(added.body.secret);
  await admin('DELETE', `/api/v1/webhooks/${added.body.webhook.id}`);
  expect((await admin('DELETE', `/api/v1/webhooks/${added.body.webhook.id}`)).status).toBe(404);
  expect((await admin('GET', '/api/v1/webhooks')).body).toEqual([]);
});

test('a webhook is tested alone and turned off, by the administrator', async () => {
  const { app, admin, enter } = await startSampleDesk(PACK, 0);
  stopping.push(() => app.close());
  const operator = await enter('Trực ca 1', 'operator');
  const { id } = (await admin('POST', '/api/v1/webhooks', { url: 'https://hook.test/' })).body
    .webhook;
  const deeds = `/api/v1/webhooks/${id}/deeds`;
  expect((await operator('POST', deeds, { deed: 'test' })).status).toBe(403);
  expect((await admin('POST', deeds, { deed: 'explode' })).status).toBe(400);
  expect((await admin('POST', deeds, { deed: 'switch-off' })).body.isOn).toBe(false);
  expect((await admin('GET', '/api/v1/webhooks')).body).toMatchObject([{ id, isOn: false }]);
  expect((await admin('POST', deeds, { deed: 'test' })).status).toBe(200);
  expect((await admin('GET', '/api/v1/deliveries')).body).toMatchObject([
    { channel: 'webhook', to: id, topic: 'test' },
  ]);
  expect((await admin('POST', deeds, { deed: 'switch-on' })).body.isOn).toBe(true);
  expect((await admin('POST', '/api/v1/webhooks/none/deeds', { deed: 'test' })).status).toBe(404);
});

test('an alarm of the first priority is told when it comes up, once, and no other', async () => {
  const store = openMemoryStore();
  const words = { vi: 'Mất tín hiệu', en: 'Lost' };
  const alarmOf = (id: string, priority: number) => ({
    ...{ id, priority, title: words, cause: words, action: words },
    ...{ subject: { unit: '718' }, raisedAtMs: 5 },
  });
  const standing = [alarmOf('a', 1), alarmOf('b', 2)];
  const told: NoticeMessage[] = [];
  const raise = (subject: string, kind = 'raise') =>
    store.journal.append({ at: 0, by: 'IOC', topic: 'alarm', subject, kind, body: {} });
  await raise('a');
  let arrive: () => void = () => undefined;
  const next = () =>
    new Promise<void>((resolve) => {
      arrive = resolve;
    });
  tellOfAlarms({
    store,
    alarms: () => ({ list: () => ({ alarms: standing }) }) as never,
    publicUrl: 'https://ioc.example.vn',
    notify: async (message) => {
      told.push(message);
      arrive();
    },
    warn: (cause) => {
      throw cause;
    },
  });
  const first = next();
  await raise('b');
  await raise('a');
  await raise('a', 'acknowledge');
  await first;
  const second = next();
  await raise('a');
  await second;
  expect(told.map(({ title, unit, at }) => [title, unit, at])).toEqual([
    ['Mất tín hiệu', '718', 5],
    ['Mất tín hiệu', '718', 5],
  ]);
  expect(told[0]?.text).toContain('https://ioc.example.vn/desk/alarms?alarm=a');
});
