import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import type { Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import { createLiveStore } from '../store/live-store.ts';
import { FakeServer, fakeTime } from './fake-server.ts';
import { createReloader } from './reload.ts';
import { Sync } from './sync.ts';

const query: Query = { measures: ['dossier.open'], unit: '74', period: { relative: 'this-year' } };
const rowOf = (key: string, value: number): Row => ({ key, values: { m: { value } } });

function setUp({ isServerUp = true } = {}) {
  const time = fakeTime();
  const server = new FakeServer();
  server.isUp = isServerUp;
  const { store, sink } = createLiveStore({ scheduleFlush: (flush) => flush() });
  const reloads: number[] = [];
  let memory: string | null = null;
  const reloader = createReloader(
    {
      read: () => memory,
      write: (text) => {
        memory = text;
      },
      clear: () => {
        memory = null;
      },
    },
    async () => isServerUp,
    () => void reloads.push(time.now()),
  );
  const sync = new Sync({
    connect: server.connect,
    sink,
    reloader,
    now: time.now,
    random: () => 0.5,
    after: time.after,
  });
  sync.start();
  sync.open('q', query);
  const answer = () => {
    const found = store.getState().answers.get('q');
    if (!found) throw new Error('no answer');
    return found;
  };
  return {
    server,
    sync,
    reloads,
    reloader,
    answer,
    state: store.getState,
    advance: time.advance,
    now: time.now,
    /** A healthy network: everything is delivered, a heartbeat every second. */
    run(seconds: number) {
      for (let s = 0; s < seconds; s++) {
        server.beat();
        server.deliver();
        time.advance(1000);
        server.deliver();
      }
    },
  };
}

function setUpLive() {
  const world = setUp();
  world.server.change([rowOf('a', 1), rowOf('b', 1)]);
  world.run(2);
  expect(world.answer()).toMatchObject({ status: 'live', rows: world.server.rows });
  return world;
}

test('[R8] the first answer makes the subscription live', () => {
  const { server, answer, advance, run } = setUp();
  expect(answer().status).toBe('connecting');
  run(1);
  expect(answer().status).toBe('live');
  expect(server.asked).toEqual([{ protocol: PROTOCOL, query }]);
  advance(0);
});

test('[R8] a version that was promised and did not come is asked for again after 10 s', () => {
  const { server, answer, run } = setUp();
  server.change([rowOf('a', 1)]);
  server.deliver(2);
  server.deliver(1);
  server.lose();
  run(8);
  expect(answer().status).toBe('connecting');
  run(4);
  expect(answer()).toMatchObject({ status: 'live', rows: server.rows });
});

test('[R11] a duplicate delta is ignored and asks for nothing', () => {
  const { server, answer } = setUpLive();
  server.change([rowOf('a', 2), rowOf('b', 1)]);
  server.duplicate();
  server.deliver();
  expect(answer()).toMatchObject({ status: 'live', rows: server.rows });
  expect(server.asked).toHaveLength(1);
});

test('[R12] a gap leads to exactly one resync with what the client has, while its rows stay', () => {
  const { server, answer } = setUpLive();
  const before = answer().rows;
  server.change([rowOf('a', 2), rowOf('b', 1)]);
  server.lose();
  server.change([rowOf('a', 3), rowOf('b', 1)]);
  server.change([rowOf('a', 4), rowOf('b', 1)]);
  server.deliver(2);
  expect(answer()).toMatchObject({ status: 'resyncing', rows: before });
  server.change([rowOf('a', 5), rowOf('b', 1)]);
  server.deliver();
  expect(server.asked).toHaveLength(2);
  expect(server.asked[1]?.have).toEqual({ epoch: 'e1', seq: 2 });
  expect(answer()).toMatchObject({ status: 'live', rows: server.rows });
  expect(answer().rows[1]).toBe(before[1]);
});

test('[R2] 12 s without a word end the connection, and a new one resumes', () => {
  const { server, state, advance, run, answer } = setUpLive();
  server.cut(false);
  server.change([rowOf('a', 7)]);
  advance(11_000);
  expect(state().connection).toBe('online');
  advance(2000);
  expect(state().connection).not.toBe('online');
  expect(answer().status).toBe('resyncing');
  run(2);
  expect(answer()).toMatchObject({ status: 'live', rows: server.rows });
});

test('[R4] every reconnect subscribes again with the version at hand', () => {
  const { server, run } = setUpLive();
  server.cut(true);
  run(3);
  expect(server.asked.at(-1)?.have).toEqual({ epoch: 'e1', seq: 2 });
});

test('[R6] hours offline: the rows stay, the attempts stay 15 s apart at most, and the return resumes', () => {
  const { server, answer, run, state } = setUpLive();
  const { rows, receivedAtMs } = answer();
  server.isUp = false;
  const before = server.dialled;
  run(2 * 3600);
  const attempts = server.dialled - before;
  expect(attempts).toBeGreaterThan((2 * 3600) / 16);
  expect(attempts).toBeLessThan((2 * 3600) / 5);
  expect(answer()).toMatchObject({ status: 'resyncing', receivedAtMs });
  expect(answer().rows).toBe(rows);
  server.isUp = true;
  run(16);
  expect(state().connection).toBe('online');
  expect(answer().status).toBe('live');
  expect(answer().rows).toBe(rows);
});

test('[R5] a refused token: quiet attempts, the rows stay, and acceptance heals', () => {
  const { server, answer, run, state } = setUpLive();
  server.acceptsTokens = false;
  server.cut(true);
  const before = server.dialled;
  run(600);
  expect(state().connection).toBe('refused');
  expect(state().notice?.code).toBe('IOC_LIVE_TOKEN');
  expect(server.dialled - before).toBeLessThan(600 / 30);
  expect(answer().rows).toHaveLength(2);
  server.acceptsTokens = true;
  run(61);
  expect(answer().status).toBe('live');
  expect(state().notice).toBeNull();
});

test('[R1] another protocol number reloads the page once the server answers, ever more rarely', async () => {
  const { server, run, reloads, state, now, advance, reloader } = setUpLive();
  server.protocol = 99;
  run(1);
  expect(state().connection).toBe('outdated');
  advance(5000);
  await Promise.resolve();
  await Promise.resolve();
  expect(reloads).toEqual([now()]);
  expect(reloader.delayMs()).toBe(10_000);
  reloader.settle();
  expect(reloader.delayMs()).toBe(5000);
});

test('[R1] without an answer to the probe the page is not reloaded', async () => {
  const reloads: number[] = [];
  const memory = { read: () => '30', write: () => undefined, clear: () => undefined };
  const reloader = createReloader(
    memory,
    async () => false,
    () => void reloads.push(1),
  );
  expect(await reloader.tryReload()).toBe(false);
  expect(reloads).toEqual([]);
  expect(reloader.delayMs()).toBe(600_000);
});

test('[R16] a lost message is noticed by the confirmation, without a flicker of the status', () => {
  const { server, answer, run } = setUpLive();
  server.change([rowOf('a', 2)]);
  server.lose();
  run(27);
  expect(answer().rows).not.toEqual(server.rows);
  expect(answer().status).toBe('live');
  run(5);
  expect(answer()).toMatchObject({ status: 'live', rows: server.rows });
});

test('[R17] a heartbeat of another epoch makes the client subscribe again', () => {
  const { server, answer, run } = setUpLive();
  server.restart();
  server.change([rowOf('z', 1)]);
  run(3);
  expect(answer()).toMatchObject({ status: 'live', rows: server.rows });
});

const rows = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.nat(9)), {
    selector: ([key]) => key,
    maxLength: 4,
  })
  .map((list) => list.map(([key, value]) => rowOf(key, value)));
type World = ReturnType<typeof setUp>;
const act = (name: string, run: (world: World) => void) =>
  fc.constant(Object.assign(run, { [fc.toStringMethod]: () => name }));
const action = fc.oneof(
  {
    weight: 5,
    arbitrary: rows.map((next) => (w: World) => w.server.change(next)),
  },
  {
    weight: 5,
    arbitrary: fc.nat(3).map((count) => (w: World) => w.server.deliver(count)),
  },
  { weight: 3, arbitrary: fc.nat(15_000).map((ms) => (w: World) => w.advance(ms)) },
  act('lose', (w) => w.server.lose()),
  act('duplicate', (w) => w.server.duplicate()),
  act('cut', (w) => w.server.cut(true)),
  act('cut silently', (w) => w.server.cut(false)),
  act('restart', (w) => w.server.restart()),
  act('beat', (w) => w.server.beat()),
);

test('[R9] [R12] in any course of changes, cuts, restarts, lost and doubled messages the rows are a version of the server, at last the newest', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const world = setUp();
      for (const perform of actions) {
        perform(world);
        expect(world.server.past).toContainEqual(world.answer().rows);
      }
      world.run(120);
      expect(world.answer()).toMatchObject({ status: 'live' });
      expect(world.answer().rows).toEqual(world.server.rows);
    }),
    { numRuns: 300 },
  );
});

test('[R26] orders that come replace those before them, with the age they had', () => {
  const { server, state, run, advance, now } = setUpLive();
  const orders = { scene: 'a', unit: null, spotlight: null, isFrozen: false, rotates: false };
  server.order({ revision: 1, orders, ageMs: 400 });
  run(1);
  expect(state().orders).toMatchObject({ revision: 1, orders });
  const givenAtMs = state().orders?.givenAtMs ?? 0;
  expect(now() - givenAtMs).toBeGreaterThanOrEqual(400);
  advance(5000);
  server.order({ revision: 2, orders: null, ageMs: 0 });
  run(1);
  expect(state().orders).toMatchObject({ revision: 2, orders: null });
});

test('[R32] what is new of a topic is known by its newest revision, others stay', () => {
  const { server, state, run } = setUpLive();
  server.tell({ topic: 'alarm', revision: 7 });
  server.tell({ topic: 'task', revision: 3 });
  run(1);
  expect(state().news).toEqual({ alarm: 7, task: 3 });
  server.tell({ topic: 'alarm', revision: 9 });
  run(1);
  expect(state().news).toEqual({ alarm: 9, task: 3 });
});
