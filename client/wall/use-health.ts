import { useEffect, useRef } from 'react';
import { HEALTH_EVERY_MS } from '../../shared/protocol/directing.ts';
import type { Live } from '../store/live.ts';
import { dataAgeMs, screenName, watchVitals } from './screen-health.ts';

/** The server takes one health a second. */
const AFTER_CHANGE_MS = 1100;

/** Tells the server now and then how this screen is, what it shows and which orders it follows. */
export function useHealth(live: Live, scene: string | null, revision: number): void {
  const shown = useRef({ scene, revision });
  const tell = useRef<() => void>(() => undefined);
  useEffect(() => {
    const name = screenName(location.search, localStorage, Math.random);
    const vitals = watchVitals();
    tell.current = () =>
      live.tellHealth({
        name,
        ...shown.current,
        ...vitals.read(),
        dataAgeMs: dataAgeMs(live.getState(), live.now()),
      });
    tell.current();
    const timer = setInterval(() => tell.current(), HEALTH_EVERY_MS);
    const leave = live.store.subscribe(({ connection }, before) => {
      if (connection === 'online' && before.connection !== 'online') tell.current();
    });
    return () => {
      leave();
      clearInterval(timer);
      vitals.stop();
    };
  }, [live]);
  useEffect(() => {
    shown.current = { scene, revision };
    const timer = setTimeout(() => tell.current(), AFTER_CHANGE_MS);
    return () => clearTimeout(timer);
  }, [scene, revision]);
}
