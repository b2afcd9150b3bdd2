import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Orders } from '../../shared/protocol/directing.ts';
import type { DirectAck } from '../../shared/protocol/messages.ts';
import { type Given, ordersToGiveAgain } from '../store/orders.ts';
import { useLive, useLiveState } from '../store/use-answer.ts';

export interface Desk {
  /** In force now, whoever gave them; null: the screens run by themselves. */
  readonly orders: Orders | null;
  readonly revision: number;
  readonly isOnline: boolean;
  /** This token may not direct. */
  readonly isForbidden: boolean;
  readonly give: (orders: Orders | null) => void;
}

/** Takes the desk on every connection, and gives its last orders again to a server that has been started anew. */
export function useDesk(): Desk {
  const live = useLive();
  const isOnline = useLiveState(({ connection }) => connection === 'online');
  const heard = useLiveState(({ orders }) => orders);
  const given = useRef<Given | null>(null);
  const lostAtMs = useRef<number | null>(null);
  const [isForbidden, setForbidden] = useState(false);
  const give = useCallback(
    (orders: Orders | null) => {
      void live.direct(orders).then((ack) => {
        if (isState(ack)) given.current = ack.orders && { ...ack, orders: ack.orders };
      });
    },
    [live],
  );
  useEffect(() => {
    if (!isOnline) return;
    void live.direct(undefined).then((ack) => {
      setForbidden(ack !== null && 'error' in ack && ack.error.code === 'IOC_ACCESS_REFUSED');
      if (!isState(ack)) return;
      const awayMs = lostAtMs.current === null ? 0 : live.now() - lostAtMs.current;
      const again = ordersToGiveAgain(given.current, ack, awayMs);
      if (again) give(again);
    });
    return () => {
      lostAtMs.current = live.now();
    };
  }, [live, isOnline, give]);
  return useMemo(() => {
    const { orders, revision } = heard ?? { orders: null, revision: 0 };
    return { orders, revision, isOnline, isForbidden, give };
  }, [heard, isOnline, isForbidden, give]);
}

function isState(ack: DirectAck | null): ack is Exclude<DirectAck, { error: unknown }> {
  return ack !== null && !('error' in ack);
}
