import { io, type Socket } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import type { Direct, Orders } from '../../shared/protocol/directing.ts';
import type {
  ClientMessages,
  DirectAck,
  ServerMessages,
  Subscribe,
  SubscribeAck,
} from '../../shared/protocol/messages.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import type { Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import { DIRECTOR_TOKEN, startLiveServer, TOKEN } from '../bench/rig/live-server.ts';
import type { RealtimeLimits } from './limits.ts';

const query: Query = { measures: ['dossier.open'], unit: '74', period: { relative: 'this-year' } };
const rowOf = (key: string, value: number, pad = ''): Row => ({
  key,
  unit: pad,
  values: { m: { value } },
});
const closers: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function setUp(limits: Partial<RealtimeLimits> = {}, deskLimits = {}) {
  const server = await startLiveServer({ limits, deskLimits });
  server.change([rowOf('a', 1)]);
  closers.push(server.close);
  return server;
}

type Client = Socket<ServerMessages, ClientMessages>;

function dial(port: number, token: string = TOKEN): Client {
  const client: Client = io(`http://127.0.0.1:${port}/live`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
  });
  closers.push(() => client.disconnect());
  return client;
}

const next = <E extends keyof ServerMessages>(client: Client, event: E) =>
  new Promise<Parameters<ServerMessages[E]>[0]>((resolve) => {
    client.onAny((came, message) => came === event && resolve(message));
  });
const subscribe = (client: Client, message: Partial<Subscribe> = {}) =>
  new Promise<SubscribeAck>((resolve) => {
    client.emit('subscribe', { protocol: PROTOCOL, query, ...message }, resolve);
  });
const direct = (client: Client, message: Omit<Direct, 'protocol'>) =>
  new Promise<DirectAck>((resolve) => {
    client.emit('direct', { protocol: PROTOCOL, ...message }, resolve);
  });
const until = async (isSo: () => boolean, timeoutMs = 5000) => {
  const end = performance.now() + timeoutMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`still not so: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

test('[R5] a connection without the right token is refused with its code', async () => {
  const { port, warnings } = await setUp();
  const error = await new Promise<unknown>((resolve) => {
    dial(port, 'another').on('connect_error', resolve);
  });
  expect(error).toMatchObject({ data: { code: 'IOC_LIVE_TOKEN' } });
  expect(warnings).toMatchObject([{ code: 'IOC_LIVE_TOKEN' }]);
});

test('[R2] a heartbeat comes on connection, and goes on while the store is being loaded', async () => {
  const { port, world } = await setUp({ loadingHeartbeatMs: 20, sweepEveryMs: 10 });
  const client = dial(port);
  expect(await next(client, 'heartbeat')).toMatchObject({ epoch: 'e1', protocol: PROTOCOL });
  world.loading = 0.25;
  await next(client, 'heartbeat');
  expect(await next(client, 'heartbeat')).toMatchObject({ loading: 0.25 });
});

test('[R8] the acknowledgement comes first, then the snapshot, then deltas', async () => {
  const { port, change } = await setUp();
  const client = dial(port);
  const seen: string[] = [];
  const snapshot = next(client, 'snapshot').then((message) => {
    seen.push('snapshot');
    return message;
  });
  const ack = subscribe(client).then((answer) => {
    seen.push('ack');
    return answer;
  });
  expect(await ack).toEqual({ key: 'q1', epoch: 'e1', seq: 1 });
  expect(await snapshot).toMatchObject({ key: 'q1', seq: 1, rows: [rowOf('a', 1)] });
  expect(seen).toEqual(['ack', 'snapshot']);
  const changes = next(client, 'changes');
  change([rowOf('a', 2)]);
  expect(await changes).toMatchObject([{ from: 1, to: 2, set: [rowOf('a', 2)], unset: [] }]);
});

test('[R3] a viewer that comes back gets one delta for what it missed', async () => {
  const { port, change } = await setUp();
  const rows = Array.from({ length: 30 }, (_, i) => rowOf(`r${i}`, i));
  change(rows);
  const first = dial(port);
  const snapshot = next(first, 'snapshot');
  await subscribe(first);
  const { epoch, seq } = await snapshot;
  first.disconnect();
  for (let i = 1; i < 5; i++) change(rows.map((row, at) => (at === 3 ? rowOf('r3', i * 10) : row)));
  const second = dial(port);
  const delta = next(second, 'delta');
  await subscribe(second, { have: { epoch, seq } });
  expect((await delta).set).toEqual([rowOf('r3', 40)]);
});

test('[R1] another protocol number is refused, whatever else the message holds', async () => {
  const { port } = await setUp();
  const answer = await subscribe(dial(port), { protocol: 99, query: JSON.parse('{"new":1}') });
  expect(answer).toMatchObject({ error: { code: 'IOC_LIVE_PROTOCOL' } });
});

test('[R20] malformed, forbidden, too many: each a coded refusal, and the connection lives', async () => {
  const { port, realtime } = await setUp({
    maxSubscriptions: 1,
    messageBurst: 6,
    messagesPerSecond: 0,
  });
  const client = dial(port);
  const evil = JSON.parse('{"__proto__":{"x":1},"measures":[],"unit":"74","period":{}}');
  expect(await subscribe(client, { query: evil })).toMatchObject({
    error: { code: 'IOC_LIVE_INVALID' },
  });
  expect(await subscribe(client, { query: { ...query, unit: '79' } })).toMatchObject({
    error: { code: 'IOC_ACCESS_UNIT', message: 'wall' },
  });
  expect(await subscribe(client)).toMatchObject({ key: 'q1' });
  expect(await subscribe(client)).toMatchObject({ key: 'q1' });
  expect(await subscribe(client, { query: { ...query, unit: '718' } })).toMatchObject({
    error: { code: 'IOC_LIVE_SUBSCRIPTIONS' },
  });
  client.emit('unsubscribe', JSON.parse('{"key":{"a":1}}'));
  expect(await subscribe(client)).toMatchObject({ key: 'q1' });
  expect(await subscribe(client)).toMatchObject({ error: { code: 'IOC_LIVE_RATE' } });
  expect(realtime.stats).toMatchObject({ viewers: 1, questions: 1 });
});

test('[R20] a message above the limit closes the connection', async () => {
  const { port } = await setUp({ maxMessageBytes: 1000 });
  const client = dial(port);
  const closed = new Promise((resolve) => client.on('disconnect', resolve));
  await next(client, 'heartbeat');
  client.emit('subscribe', JSON.parse(`{"protocol":"${'x'.repeat(2000)}"}`), () => undefined);
  await closed;
});

test('[R24] a tick comes as one message with a part for each question of the viewer, and none of others', async () => {
  const { port, change } = await setUp();
  const [wall, twin, desk] = [dial(port), dial(port), dial(port)];
  const other = { ...query, unit: '718' };
  await Promise.all([subscribe(wall), subscribe(twin), subscribe(desk)]);
  await Promise.all([subscribe(wall, { query: other }), subscribe(twin, { query: other })]);
  const all = Promise.all([wall, twin, desk].map((client) => next(client, 'changes')));
  change([rowOf('a', 2)]);
  const keys = (await all).map((parts) => parts.map(({ key }) => key));
  expect(keys).toEqual([['q1', 'q2'], ['q1', 'q2'], ['q1']]);
  desk.emit('unsubscribe', { key: 'q1' });
  const later = next(desk, 'changes');
  await subscribe(desk, { query: other });
  change([rowOf('a', 3)]);
  expect((await later).map(({ key }) => key)).toEqual(['q2']);
});

test('a question is released when its last viewer leaves, by word or by going away', async () => {
  const { port, realtime, publisher, change } = await setUp();
  const [a, b] = [dial(port), dial(port)];
  await Promise.all([subscribe(a), subscribe(a), subscribe(b)]);
  a.emit('unsubscribe', { key: 'q1' });
  b.disconnect();
  await until(() => realtime.stats.questions === 0);
  const before = publisher.questions;
  change([rowOf('a', 5)]);
  expect(before).toBe(1);
});

test('[R7] a stopping server says so, and does not wait for viewers that read nothing', async () => {
  const { port, close } = await setUp();
  const client = dial(port);
  await next(client, 'heartbeat');
  const notice = next(client, 'notice');
  const closed = new Promise((resolve) => client.on('disconnect', resolve));
  await close();
  expect((await notice).code).toBe('IOC_LIVE_GOING');
  await closed;
});

const orders: Orders = {
  scene: 'overview',
  unit: '718',
  spotlight: null,
  isFrozen: false,
  rotates: true,
};

test('[R25] a screen may not direct, and a director is refused what is no order', async () => {
  const { port } = await setUp();
  const [screen, tablet] = [dial(port), dial(port, DIRECTOR_TOKEN)];
  expect(await direct(screen, { orders })).toMatchObject({ error: { code: 'IOC_ACCESS_REFUSED' } });
  const evil = JSON.parse('{"scene":{"a":1}}');
  expect(await direct(tablet, { orders: evil })).toMatchObject({
    error: { code: 'IOC_LIVE_INVALID' },
  });
  expect(await direct(tablet, {})).toMatchObject({ revision: 0, orders: null });
});

test('[R26] every screen is told at once, and one that comes later when it connects', async () => {
  const { port } = await setUp();
  const [screen, tablet] = [dial(port), dial(port, DIRECTOR_TOKEN)];
  expect(await next(screen, 'orders')).toMatchObject({ orders: null });
  const told = next(screen, 'orders');
  expect(await direct(tablet, { orders })).toMatchObject({ revision: 1, orders });
  expect(await told).toMatchObject({ revision: 1, orders });
  expect(await next(dial(port), 'orders')).toMatchObject({ revision: 1, orders });
});

test('[R27] when the director has gone for its time, the screens are let go', async () => {
  const { port } = await setUp({ sweepEveryMs: 10 }, { leaseMs: 50 });
  const [screen, tablet] = [dial(port), dial(port, DIRECTOR_TOKEN)];
  await next(screen, 'orders');
  await direct(tablet, { orders });
  const told = next(screen, 'orders');
  tablet.disconnect();
  expect(await told).toMatchObject({ orders: null });
});

test('[R30] a director sees the health of a screen, and that it has gone', async () => {
  const { port } = await setUp({ sweepEveryMs: 10 }, { tellEveryMs: 10 });
  const [screen, tablet] = [dial(port), dial(port, DIRECTOR_TOKEN)];
  await direct(tablet, {});
  const told = next(tablet, 'screens');
  screen.emit('health', {
    name: 'Trái',
    scene: 'overview',
    revision: 0,
    frameAgeMs: 16,
    dataAgeMs: null,
    heapBytes: null,
    contextLosses: 1,
    width: 1920,
    height: 1080,
  });
  expect(await told).toMatchObject([{ health: { name: 'Trái', contextLosses: 1 }, isGone: false }]);
  const left = next(tablet, 'screens');
  screen.disconnect();
  expect(await left).toMatchObject([{ isGone: true }]);
});

test('[R32] desks are told what topic is new, once for all that came at once, and walls are not', async () => {
  const { port, realtime } = await setUp();
  const [desk, wall] = [dial(port, DIRECTOR_TOKEN), dial(port)];
  await Promise.all([next(desk, 'heartbeat'), next(wall, 'heartbeat')]);
  const toWall: string[] = [];
  wall.onAny((event) => toWall.push(event));
  const told: unknown[] = [];
  desk.on('changed', (message) => told.push(message));
  realtime.news.tell({ topic: 'task', revision: 1 });
  realtime.news.tell({ topic: 'task', revision: 2 });
  realtime.news.tell({ topic: 'alarm', revision: 3 });
  await until(() => told.length === 2);
  expect(told).toEqual([
    { topic: 'task', revision: 2 },
    { topic: 'alarm', revision: 3 },
  ]);
  await direct(desk, { orders });
  await until(() => toWall.includes('orders'));
  expect(toWall).not.toContain('changed');
});

test('[R33] who has ended is told so and disconnected, the others stay', async () => {
  const { port, realtime, world } = await setUp();
  const [desk, wall] = [dial(port, DIRECTOR_TOKEN), dial(port)];
  await Promise.all([next(desk, 'heartbeat'), next(wall, 'heartbeat')]);
  world.ended.add('director');
  const notice = next(desk, 'notice');
  realtime.recheck();
  expect(await notice).toMatchObject({ code: 'IOC_LIVE_TOKEN' });
  await until(() => desk.disconnected);
  expect(wall.connected).toBe(true);
});
