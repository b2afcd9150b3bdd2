import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { NoticeMessage } from '../../shared/notice/notice.ts';
import { emptyContent, openMemoryStore } from '../store/memory-store.ts';
import { backoffMs, MAX_ATTEMPTS } from './backoff.ts';
import { Outbox, type OutboxPorts } from './outbox.ts';
import { startMailServer } from './sample-mail-server.ts';
import { sendByMail } from './send-email.ts';
import { sendToWebhook, signatureOf } from './send-webhook.ts';
import { createWebhooks } from './webhooks.ts';

const MESSAGE: NoticeMessage = {
  topic: 'alarm',
  title: 'Camera mất tín hiệu: 12 camera',
  text: 'Nút giao Ngã tư 550, từ 08:40.',
  unit: '718',
  at: 1000,
};
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** An outbox whose one address fails as long as `fails` says. */
function setUp(content = emptyContent()) {
  const world = { now: 0, fails: true, sent: [] as string[] };
  const send = async (to: string, { title }: NoticeMessage) => {
    if (world.fails) throw new Error('no route');
    world.sent.push(`${to} ${title}`);
  };
  const { journal } = openMemoryStore(content);
  const ports: OutboxPorts = {
    journal,
    now: () => world.now,
    random: () => 1,
    send: { email: send, webhook: send },
    recipients: async () => [{ channel: 'email', to: 'truc@ioc.test' }],
  };
  const outbox = new Outbox(ports);
  const stateNow = async () => (await outbox.list())[0];
  return { world, outbox, stateNow, content, ports };
}

describe('a delivery', () => {
  test('to chosen addresses goes to nobody else', async () => {
    const { outbox, world } = setUp();
    world.fails = false;
    await outbox.mail(MESSAGE, ['phuong@ioc.test', 'so@ioc.test']);
    await outbox.turn();
    expect(world.sent.map((each) => each.split(' ')[0])).toEqual([
      'phuong@ioc.test',
      'so@ioc.test',
    ]);
  });

  test('that fails waits twice as long each time, at most an hour', () => {
    const whole = Array.from({ length: 10 }, (_, i) => backoffMs(i + 1, () => 1) / 1000);
    expect(whole).toEqual([15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    expect(backoffMs(3, () => 0)).toBe(30_000);
  });

  test('is tried again when its time has come, not before', async () => {
    const { world, outbox, stateNow } = setUp();
    await outbox.notify(MESSAGE);
    await outbox.turn();
    expect(await stateNow()).toMatchObject({ attempts: 1, at: 15_000, fault: 'no route' });
    world.now = 14_999;
    world.fails = false;
    await outbox.turn();
    expect(world.sent).toEqual([]);
    world.now = 15_000;
    await outbox.turn();
    await outbox.turn();
    expect(world.sent).toEqual([`truc@ioc.test ${MESSAGE.title}`]);
    expect(await stateNow()).toMatchObject({ state: 'sent', attempts: 2, fault: null });
  });

  test('is given up after its last attempt, and can be sent again', async () => {
    const { world, outbox, stateNow } = setUp();
    await outbox.notify(MESSAGE);
    for (let n = 0; n < MAX_ATTEMPTS; n++) {
      await outbox.turn();
      world.now += 3_600_000;
    }
    const dead = await stateNow();
    expect(dead).toMatchObject({ state: 'dead', attempts: MAX_ATTEMPTS });
    await outbox.turn();
    expect((await stateNow())?.attempts).toBe(MAX_ATTEMPTS);
    world.fails = false;
    await outbox.resend(dead?.id ?? '', 'Quản trị');
    await outbox.turn();
    expect(world.sent).toHaveLength(1);
    await expect(outbox.resend(dead?.id ?? '', 'Quản trị')).rejects.toMatchObject({
      code: 'IOC_NOTICE_STATE',
    });
    await expect(outbox.resend('none', 'Quản trị')).rejects.toMatchObject({
      code: 'IOC_NOTICE_UNKNOWN',
    });
  });

  test('outlives a restart', async () => {
    const before = setUp();
    await before.outbox.notify(MESSAGE);
    const after = setUp(before.content);
    after.world.fails = false;
    await after.outbox.turn();
    expect(after.world.sent).toHaveLength(1);
  });
});

describe('a webhook', () => {
  test('gets what its topics name, signed with a timestamp, and an answer beside 2xx is a failure', async () => {
    const got: { headers: IncomingHttpHeaders; body: string }[] = [];
    let status = 500;
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        got.push({ headers: request.headers, body });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(async () => server.close());
    const { journal } = openMemoryStore();
    const hooks = createWebhooks(journal, () => 5);
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/ioc`;
    const { webhook, secret } = await hooks.add({ url, topics: ['alarm'] }, 'Quản trị');
    const send = sendToWebhook(hooks, () => 1_700_000_000_000);
    await expect(send(webhook.id, MESSAGE, 'd1')).rejects.toThrow('answered 500');
    status = 204;
    await send(webhook.id, MESSAGE, 'd1');
    const [, last] = got;
    expect(JSON.parse(last?.body ?? '')).toEqual({ id: 'd1', ...MESSAGE });
    expect(last?.headers['x-ioc-signature']).toBe(
      `sha256=${signatureOf(secret, '1700000000000', last?.body ?? '')}`,
    );
    expect(JSON.stringify(await hooks.list())).not.toContain(secret);
    await hooks.remove(webhook.id, 'Quản trị');
    await expect(send(webhook.id, MESSAGE, 'd1')).rejects.toThrow('removed');
  });
});

describe('a mail', () => {
  test('reaches a real mail server with its Vietnamese text and its attachment', async () => {
    const { mails, url, close } = await startMailServer();
    closers.push(close);
    const send = sendByMail({ url, from: 'ioc@ioc.test' });
    const base64 = Buffer.from('a;b\n').toString('base64');
    const attachments = [{ name: 'tom-tat.csv', mediaType: 'text/csv', base64 }];
    await send('truc@ioc.test', { ...MESSAGE, attachments }, 'd1');
    const [mail = ''] = mails;
    expect(mail).toContain('To: truc@ioc.test');
    expect(mail).toContain('Message-ID: <d1@ioc>');
    expect(mail).toContain('filename=tom-tat.csv');
    expect(mail).toContain(base64);
    const subject = [...mail.matchAll(/=\?UTF-8\?(?:B|Q)\?([^?]+)\?=/g)].length;
    expect(subject).toBeGreaterThan(0);
  });

  test('that no server takes is a failure that says why', async () => {
    await expect(sendByMail(undefined)('a@b', MESSAGE, 'd')).rejects.toThrow('IOC_SMTP_URL');
    const nobody = sendByMail({ url: 'smtp://127.0.0.1:1', from: 'ioc@ioc.test' });
    await expect(nobody('a@b.test', MESSAGE, 'd')).rejects.toThrow('ECONNREFUSED');
  });
});
