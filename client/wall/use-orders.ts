import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { freezeLive } from '../store/frozen-live.ts';
import type { Live } from '../store/live.ts';
import { type OrdersInForce, ordersInForce } from '../store/orders.ts';
import { useLive, useLiveState } from '../store/use-answer.ts';

const LOOK_EVERY_MS = 1000;

/** What a director wants of this screen; null while nobody does, or nothing is heard any more. */
export function useOrders(): OrdersInForce | null {
  const live = useLive();
  const heard = useLiveState(({ orders }) => orders);
  const isInForce = useSyncExternalStore(
    useMemo(() => watchOf(live), [live]),
    () => ordersInForce(live.getState(), live.now()) !== null,
  );
  return useMemo(() => {
    if (!isInForce || !heard?.orders) return null;
    const { revision, orders, givenAtMs } = heard;
    return { revision, orders, givenAtMs };
  }, [isInForce, heard]);
}

/** Orders come with a word of the server, and end with time alone. */
function watchOf(live: Live): (listener: () => void) => () => void {
  return (listener) => {
    const timer = setInterval(listener, LOOK_EVERY_MS);
    const leave = live.store.subscribe(listener);
    return () => {
      clearInterval(timer);
      leave();
    };
  };
}

/** The live handle for the tiles: answers stand still while the director has frozen the screens. */
export function useFreezing(isFrozen: boolean): Live {
  const live = useLive();
  const frozen = useMemo(() => (isFrozen ? freezeLive(live) : null), [live, isFrozen]);
  useEffect(() => frozen?.follow(), [frozen]);
  return frozen?.live ?? live;
}
