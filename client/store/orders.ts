import type { Orders } from '../../shared/protocol/directing.ts';
import { ORDERS_LEASE_MS } from '../../shared/protocol/directing-times.ts';
import type { LiveState } from './live-state.ts';

/** Orders a screen obeys, and since when they have been in force, ms of the client's clock. */
export interface OrdersInForce {
  readonly revision: number;
  readonly orders: Orders;
  readonly givenAtMs: number;
}

/** Null: the screen goes on by itself; nobody directs it, or it has not heard its server for the lease (R28). */
export function ordersInForce(
  { orders: heard, heardAtMs }: Pick<LiveState, 'orders' | 'heardAtMs'>,
  nowMs: number,
): OrdersInForce | null {
  if (!heard?.orders || heardAtMs === null || nowMs - heardAtMs >= ORDERS_LEASE_MS) return null;
  const { revision, orders, givenAtMs } = heard;
  return { revision, orders, givenAtMs };
}

/** How long each scene of a rotation stays, ms, in the order of the boards. */
export type Dwells = readonly number[];

/**
 * The scene on show `elapsedMs` after the orders for scene `from` were given, `step` scenes side by side: no other
 * state, so that screens change together (R29). The same one where they do not rotate.
 */
export function directedScene(
  dwells: Dwells,
  from: number,
  { rotates, elapsedMs, step }: { rotates: boolean; elapsedMs: number; step: number },
): number {
  const count = dwells.length;
  if (!rotates || count <= step) return from;
  const dwellOf = (at: number) => Math.max(1, dwells[at] ?? 1);
  // Moving by `step`, the scenes come round to the first one after at most `count` moves.
  const round: number[] = [];
  for (let at = from; round.length === 0 || at !== from; at = (at + step) % count) round.push(at);
  const lap = round.reduce((sum, at) => sum + dwellOf(at), 0);
  let left = Math.max(0, elapsedMs) % lap;
  for (const at of round) {
    if (left < dwellOf(at)) return at;
    left -= dwellOf(at);
  }
  return from;
}

/** What this director gave last, and how long it has been away from the server. */
export interface Given {
  readonly revision: number;
  readonly orders: Orders;
}

/**
 * What a director that has come back gives again: its last orders, where the server has none because it was started
 * anew, and its time is not over (R27). Null: nothing; somebody else has changed them, or they have ended.
 */
export function ordersToGiveAgain(
  given: Given | null,
  { revision, orders }: { readonly revision: number; readonly orders: Orders | null },
  awayMs: number,
): Orders | null {
  if (!given || orders || awayMs >= ORDERS_LEASE_MS || revision >= given.revision) return null;
  return given.orders;
}
