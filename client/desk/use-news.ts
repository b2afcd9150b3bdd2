import { useCallback, useEffect, useState } from 'react';
import { useLiveState } from '../store/use-answer.ts';

/** What is worth asking again by the clock alone, ms. */
const EVERY_MS = 15_000;

export interface News {
  /** Another number: something of the topic may be new. For `useAsked`'s version. */
  readonly version: number;
  /** Asks anew at once. */
  readonly renew: () => void;
}

/** News of a topic: the server told so, the connection came back (what was told meanwhile was missed), or time has passed. */
export function useNews(topic: string): News {
  const revision = useLiveState(({ news }) => news[topic] ?? 0);
  const isOnline = useLiveState(({ connection }) => connection === 'online');
  const [asked, setAsked] = useState(0);
  const renew = useCallback(() => setAsked((last) => last + 1), []);
  useEffect(() => {
    const timer = setInterval(renew, EVERY_MS);
    return () => clearInterval(timer);
  }, [renew]);
  // Each part only grows, but for the connection, which is there or not: no two states have the same number by chance.
  return { version: revision * 1_000_000 + asked * 2 + (isOnline ? 1 : 0), renew };
}
