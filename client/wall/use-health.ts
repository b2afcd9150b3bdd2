import { useEffect, useRef } from 'react';
import type { Live } from '../store/live.ts';

/** The server takes one health a second. */
const AFTER_CHANGE_MS = 1100;

/** Tells the server now and then how this screen is, what it shows and which orders it follows. */
export function useHealth(live: Live, scene: string | null, revision: number): void {
  const shown = useRef({ scene, revision });
  const tell = useRef<() => void>(() => undefined);
  useEffect(() => {
    let stop: () => void = () => undefined;
    let isGone = false;
    // Figures come first: what looks at the page is loaded after it.
    void import('./screen-health.ts').then(({ startTelling }) => {
      if (isGone) return;
      const telling = startTelling(live, () => shown.current);
      tell.current = telling.tell;
      stop = telling.stop;
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [live]);
  useEffect(() => {
    shown.current = { scene, revision };
    const timer = setTimeout(() => tell.current(), AFTER_CHANGE_MS);
    return () => clearTimeout(timer);
  }, [scene, revision]);
}
