import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../../shared/board/board.ts';
import type { OrdersInForce } from '../store/orders.ts';

/** How long a tile that somebody asked for stands out. */
const LIT_MS = 30_000;

/** `board/tile` that stands out by a hand or by a director, and the way a hand takes to one. */
export function useOpenTile(inForce: OrdersInForce | null) {
  const [lit, setLit] = useState<string | null>(null);
  const way = useRef<(tile: string) => void>(() => undefined);
  const openTile = useCallback((tile: string) => {
    way.current(tile);
    setLit(tile);
  }, []);
  useEffect(() => {
    if (lit === null) return;
    const timer = setTimeout(() => setLit(null), LIT_MS);
    return () => clearTimeout(timer);
  }, [lit]);
  const { scene, spotlight } = inForce?.orders ?? {};
  const directed = spotlight ? `${scene}/${spotlight}` : null;
  return {
    lit: inForce ? directed : lit,
    openTile,
    /** Says which boards there are and how to get to one. */
    lead(boards: readonly Board[], go: (at: number) => void): void {
      way.current = (tile) => {
        const at = boards.findIndex(({ id }) => tile.startsWith(`${id}/`));
        if (at >= 0) go(at);
      };
    },
  };
}
