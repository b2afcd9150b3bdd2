import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { FigureAsk } from '../tile/figure-ask.ts';

/** A wall loads what a card needs only when somebody asks for one. */
const FigureCard = lazy(() =>
  import('../tile/card/figure-card.tsx').then(({ FigureCard }) => ({ default: FigureCard })),
);

export interface OpenCard {
  readonly asked: FigureAsk | null;
  readonly open: (figure: FigureAsk) => void;
  readonly close: () => void;
}

export function useFigureCard(): OpenCard {
  const [asked, open] = useState<FigureAsk | null>(null);
  const close = useCallback(() => open(null), []);
  return useMemo(() => ({ asked, open, close }), [asked, close]);
}

/** The scene behind an open card is held again and again before its hold runs out. */
const HOLD_EVERY_MS = 20_000;

export function FigureCardPlace({ card, linger }: { card: OpenCard; linger: () => void }) {
  const { asked, close } = card;
  const isOpen = asked !== null;
  useEffect(() => {
    if (!isOpen) return;
    linger();
    const timer = setInterval(linger, HOLD_EVERY_MS);
    return () => clearInterval(timer);
  }, [isOpen, linger]);
  return (
    <Suspense fallback={null}>{asked && <FigureCard figure={asked} onClose={close} />}</Suspense>
  );
}
