import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ORDERS_LEASE_MS } from '../../shared/protocol/directing-times.ts';
import { directedScene, ordersInForce, ordersToGiveAgain } from './orders.ts';

const ORDERS = { scene: 'a', unit: null, spotlight: null, isFrozen: false, rotates: true };
const heard = { revision: 3, orders: ORDERS, givenAtMs: 500 };
const DWELLS = [30_000, 20_000, 15_000];

test('[R28] a screen follows while it hears its server, and goes on by itself a minute after it last did', () => {
  const state = { orders: heard, heardAtMs: 1000 };
  expect(ordersInForce(state, 1000 + ORDERS_LEASE_MS - 1)).toEqual(heard);
  expect(ordersInForce(state, 1000 + ORDERS_LEASE_MS)).toBeNull();
});

test('[R28] a screen that nobody directs goes on by itself', () => {
  expect(ordersInForce({ orders: null, heardAtMs: 1 }, 2)).toBeNull();
  expect(ordersInForce({ orders: { ...heard, orders: null }, heardAtMs: 1 }, 2)).toBeNull();
});

test('[R29] the scene follows from the dwells and the age of the orders', () => {
  const at = (elapsedMs: number, step = 1) =>
    directedScene(DWELLS, 1, { rotates: true, elapsedMs, step });
  expect([0, 19_999, 20_000, 34_999, 35_000, 64_999, 65_000].map((ms) => at(ms))).toEqual([
    1, 1, 2, 2, 0, 0, 1,
  ]);
  // Two side by side: 1 and 2, then 0 and 1, then 2 and 0.
  expect([0, 20_000, 50_000].map((ms) => at(ms, 2))).toEqual([1, 0, 2]);
  expect(directedScene(DWELLS, 1, { rotates: false, elapsedMs: 1e6, step: 1 })).toBe(1);
});

/** The rotation scene by scene, as a screen lives it that has been there from the beginning. */
function livedScene(dwells: readonly number[], from: number, elapsedMs: number, step: number) {
  let at = from;
  let left = elapsedMs;
  while (dwells.length > step && left >= (dwells[at] ?? 1)) {
    left -= dwells[at] ?? 1;
    at = (at + step) % dwells.length;
  }
  return at;
}

test('[R29] a screen that came late shows what those from the beginning show', () => {
  const dwells = fc.array(fc.integer({ min: 100, max: 60_000 }), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(
      dwells,
      fc.nat(13),
      fc.nat(1_000_000),
      fc.nat(3),
      (some, start, elapsedMs, extra) => {
        const step = 1 + extra;
        const from = start % some.length;
        const scene = directedScene(some, from, { rotates: true, elapsedMs, step });
        expect(scene).toBe(livedScene(some, from, elapsedMs, step));
      },
    ),
  );
});

test('[R27] a director gives its orders again to a server that was started anew, and only then', () => {
  const given = { revision: 3, orders: ORDERS };
  const none = { revision: 0, orders: null };
  expect(ordersToGiveAgain(given, none, ORDERS_LEASE_MS - 1)).toEqual(ORDERS);
  expect(ordersToGiveAgain(given, none, ORDERS_LEASE_MS)).toBeNull();
  expect(ordersToGiveAgain(given, { revision: 4, orders: null }, 1000)).toBeNull();
  expect(ordersToGiveAgain(given, { revision: 1, orders: ORDERS }, 1000)).toBeNull();
  expect(ordersToGiveAgain(null, none, 1000)).toBeNull();
});
