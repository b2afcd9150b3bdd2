import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Health, Orders, OrdersState, Screens } from '../../shared/protocol/directing.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { DESK_LIMITS, type DeskLimits, DirectorDesk } from './director-desk.ts';

const ORDERS: Orders = {
  scene: 'overview',
  unit: null,
  spotlight: null,
  isFrozen: false,
  rotates: false,
};
const healthOf = (name: string, change: Partial<Health> = {}): Health => ({
  name,
  scene: 'overview',
  revision: 0,
  frameAgeMs: 16,
  dataAgeMs: 900,
  heapBytes: 42_000_000,
  contextLosses: 0,
  width: 1920,
  height: 1080,
  ...change,
});

function setUp(limits: Partial<DeskLimits> = {}) {
  let nowMs = 1000;
  const told: OrdersState[] = [];
  const desk = new DirectorDesk({
    tellAll: (_, state) => void told.push(state),
    now: () => nowMs,
    limits,
  });
  const socket = (id: string) => {
    const lists: Screens[] = [];
    return { id, lists, emit: (_: string, list: unknown) => lists.push(list as Screens) };
  };
  const advance = (ms: number) => {
    nowMs += ms;
    desk.turn();
  };
  const direct = (director: ReturnType<typeof socket>, orders?: Orders | null) =>
    desk.direct(director, { protocol: PROTOCOL, ...(orders !== undefined && { orders }) });
  return { desk, told, socket, advance, direct };
}

test('[R26] orders replace those before them as a whole, and everybody is told', () => {
  const { direct, socket, told, advance, desk } = setUp();
  const tablet = socket('tablet');
  expect(direct(tablet, { ...ORDERS, spotlight: 'received' })).toMatchObject({ revision: 1 });
  advance(500);
  direct(socket('another'), { ...ORDERS, unit: '718' });
  expect(told.at(-1)).toEqual({ revision: 2, orders: { ...ORDERS, unit: '718' }, ageMs: 0 });
  advance(700);
  expect(desk.state).toMatchObject({ revision: 2, ageMs: 700 });
  direct(tablet, null);
  expect(told.at(-1)).toEqual({ revision: 3, orders: null, ageMs: 0 });
});

test('[R25] taking the desk changes nothing and tells what is in force', () => {
  const { direct, socket, told } = setUp();
  expect(direct(socket('tablet'))).toEqual({ revision: 0, orders: null, ageMs: 0 });
  direct(socket('tablet'), ORDERS);
  expect(direct(socket('second'))).toMatchObject({ revision: 1, orders: ORDERS });
  expect(told).toHaveLength(1);
});

test('[R27] orders outlive their last director by a minute, and no longer', () => {
  const { desk, direct, socket, told, advance } = setUp();
  const [tablet, second] = [socket('tablet'), socket('second')];
  direct(tablet, ORDERS);
  direct(second);
  desk.leave(tablet);
  advance(10 * DESK_LIMITS.leaseMs);
  expect(desk.state.orders).toEqual(ORDERS);
  desk.leave(second);
  advance(DESK_LIMITS.leaseMs - 1);
  expect(desk.state.orders).toEqual(ORDERS);
  advance(1);
  expect(told.at(-1)).toMatchObject({ orders: null, revision: 2 });
});

test('[R27] a director that comes back in time keeps its orders in force', () => {
  const { desk, direct, socket, advance } = setUp();
  direct(socket('tablet'), ORDERS);
  desk.leave(socket('tablet'));
  advance(DESK_LIMITS.leaseMs - 1);
  direct(socket('tablet again'));
  advance(DESK_LIMITS.leaseMs);
  expect(desk.state).toMatchObject({ revision: 1, orders: ORDERS });
});

test('[R30] the newest health of each screen is kept, one a second', () => {
  const { desk, direct, socket, advance } = setUp();
  const [tablet, left] = [socket('tablet'), socket('left')];
  direct(tablet);
  desk.hear(left, healthOf('Trái'));
  advance(999);
  desk.hear(left, healthOf('Trái', { contextLosses: 1 }));
  advance(1);
  expect(tablet.lists.at(-1)).toMatchObject([{ health: { contextLosses: 0 } }]);
  desk.hear(left, healthOf('Trái', { contextLosses: 2 }));
  desk.hear(socket('evil'), { ...healthOf('x'), more: 'y' });
  desk.hear(socket('evil'), healthOf('x'.repeat(41)));
  advance(1000);
  expect(tablet.lists.at(-1)).toMatchObject([{ id: 'left', health: { contextLosses: 2 } }]);
});

test('[R30] a screen that has gone stays on the list for a while, or until one of its name comes', () => {
  const { desk, direct, socket, advance } = setUp();
  const tablet = socket('tablet');
  direct(tablet);
  desk.hear(socket('a'), healthOf('Trái'));
  desk.hear(socket('b'), healthOf('Phải'));
  for (const id of ['a', 'b']) desk.leave(socket(id));
  advance(1000);
  expect(tablet.lists.at(-1)).toMatchObject([{ isGone: true }, { isGone: true }]);
  desk.hear(socket('c'), healthOf('Trái'));
  advance(1000);
  expect(tablet.lists.at(-1)).toMatchObject([
    { id: 'b', isGone: true, silentMs: 2000 },
    { id: 'c', isGone: false },
  ]);
  advance(DESK_LIMITS.goneMs);
  expect(tablet.lists.at(-1)?.map(({ id }) => id)).toEqual(['c']);
});

test('[R30] whatever screens do, no more than the limit of them is kept', () => {
  const act = fc.record({
    id: fc.nat(30),
    name: fc.nat(5),
    isLeaving: fc.boolean(),
    ms: fc.nat(3000),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
      const { desk, direct, socket, advance } = setUp({ maxScreens: 4, goneMs: 5000 });
      const tablet = socket('tablet');
      direct(tablet);
      for (const { id, name, isLeaving, ms } of acts) {
        if (isLeaving) desk.leave(socket(String(id)));
        else desk.hear(socket(String(id)), healthOf(`s${name}`));
        advance(ms);
      }
      expect(tablet.lists.every((list) => list.length <= 4)).toBe(true);
    }),
  );
});

test('[R31] directors are told of the screens when they come, and once a second when something changed', () => {
  const { desk, direct, socket, advance } = setUp();
  const tablet = socket('tablet');
  desk.hear(socket('a'), healthOf('Trái'));
  direct(tablet);
  expect(tablet.lists).toHaveLength(1);
  advance(0);
  desk.hear(socket('b'), healthOf('Phải'));
  advance(999);
  expect(tablet.lists).toHaveLength(2);
  advance(1);
  expect(tablet.lists.at(-1)).toHaveLength(2);
  advance(5000);
  expect(tablet.lists).toHaveLength(3);
});
