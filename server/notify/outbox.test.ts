import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { NoticeMessage } from '../../shared/notice/notice.ts';
import { emptyContent, openMemoryStore } from '../store/memory-store.ts';
import { backoffMs, MAX_ATTEMPTS } from './backoff.ts';
import { openFileShelf } from './file-shelf.ts';
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
function setUp(content = emptyContent(), folder = mkdtempSync(path.join(tmpdir(), 'ioc-outbox-'))) {
  const world = { now: 0, fails: true, sent: [] as string[], files: [] as string[] };
  closers.push(async () => rmSync(folder, { recursive: true, force: true }));
  const shelf = openFileShelf(folder);
  const shelved = () => readdirSync(folder);
  const send = async (to: string, { title, attachments = [] }: NoticeMessage) => {
    if (world.fails) throw new Error('no route');
    world.sent.push(`${to} ${title}`);
    for (const { base64 } of attachments)
      world.files.push(Buffer.from(base64, 'base64').toString('utf8'));
  };
  const { journal } = openMemoryStore(content);
  const ports: OutboxPorts = {
    journal,
    shelf,
    now: () => world.now,
    random: () => 1,
    send: { email: send, webhook: send },
    recipients: async () => [{ channel: 'email', to: 'truc@ioc.test' }],
  };
  const outbox = new Outbox(ports);
  const stateNow = async () => (await outbox.list())[0];
  return { world, outbox, stateNow, content, ports, folder, shelved };
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

  const fileOf = (text: string) => ({
    ...{ name: 'x.csv', mediaType: 'text/csv', base64: Buffer.from(text).toString('base64') },
  });

  test('has its files on a shelf, each once, until the last who is to get it has it, also over a restart', async () => {
    const before = setUp();
    const addresses = ['a@ioc.test', 'b@ioc.test', 'c@ioc.test'];
    await before.outbox.mail({ ...MESSAGE, attachments: [fileOf('một')] }, addresses);
    await before.outbox.mail({ ...MESSAGE, attachments: [fileOf('hai')] }, ['d@ioc.test']);
    expect(before.shelved()).toHaveLength(2);
    expect(JSON.stringify(before.content.acts)).not.toContain(fileOf('một').base64);
    const after = setUp(before.content, before.folder);
    after.world.fails = false;
    await after.outbox.turn();
    expect(after.world.files).toEqual(['một', 'một', 'một', 'hai']);
    expect(after.shelved()).toEqual([]);
  });

  test('that was given up keeps its files for whoever sends it again', async () => {
    const { world, outbox, stateNow, shelved } = setUp();
    await outbox.mail({ ...MESSAGE, attachments: [fileOf('một')] }, ['a@ioc.test']);
    for (let n = 0; n < MAX_ATTEMPTS; n++) {
      await outbox.turn();
      world.now += 3_600_000;
    }
    world.fails = false;
    await outbox.mail({ ...MESSAGE, attachments: [fileOf('hai')] }, ['b@ioc.test']);
    await outbox.turn();
    expect(shelved()).toHaveLength(1);
    const dead = (await outbox.list()).find(({ state }) => state === 'dead');
    await outbox.resend(dead?.id ?? '', 'Quản trị');
    await outbox.turn();
    expect(world.files).toEqual(['hai', 'một']);
    expect(shelved()).toEqual([]);
    expect((await stateNow())?.state).toBe('sent');
  });

  test('queued by a version that kept files inside the journal is sent with them', async () => {
    const { outbox, world, content, ports } = setUp();
    const { topic, title, text, unit, at } = MESSAGE;
    const message = { topic, title, text, unit, at, attachments: [fileOf('cũ')] };
    await ports.journal.append({
      ...{ at: 0, by: 'x', topic: 'delivery', subject: 'd1', kind: 'queued' },
      body: { channel: 'email', to: 'a@ioc.test', message },
    });
    world.fails = false;
    await outbox.turn();
    expect(world.files).toEqual(['cũ']);
    expect(content.acts).not.toHaveLength(0);
  });

  test('whose file is gone fails and says so', async () => {
    const { outbox, world, folder, stateNow } = setUp();
    await outbox.mail({ ...MESSAGE, attachments: [fileOf('một')] }, ['a@ioc.test']);
    rmSync(folder, { recursive: true });
    world.fails = false;
    await outbox.turn();
    expect((await stateNow())?.fault).toBe('the attachment x.csv is gone');
  });

  test('that was sent long ago is remembered no more than it is told', async () => {
    const { outbox, world } = setUp();
    world.fails = false;
    for (let n = 0; n < 230; n++) await outbox.mail({ ...MESSAGE, at: n }, ['a@ioc.test']);
    await outbox.turn();
    expect(world.sent).toHaveLength(230);
    await outbox.turn();
    expect(world.sent).toHaveLength(230);
    expect(await outbox.list()).toHaveLength(200);
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
