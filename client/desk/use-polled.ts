import { useEffect, useState } from 'react';
import { CallError } from './call-server.ts';
import { useDesk } from './desk-context.ts';

const EVERY_MS = 15_000;

export interface Polled<T> {
  /** The newest good answer; null before the first. */
  readonly answer: T | null;
  /** Code of what the last call failed with. */
  readonly refusal: string | null;
  /** It answers another path than the one asked now. */
  readonly isOld: boolean;
}

interface Known<T> {
  readonly path: string;
  readonly answer: T;
}

/** A reading that the server answers by HTTP, asked again every quarter of a minute while the page is seen. */
export function usePolled<T>(path: string): Polled<T> {
  const { server } = useDesk();
  const [known, setKnown] = useState<Known<T> | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const ask = () => {
      if (document.hidden) return;
      server.json<T>(path, { signal: stop.signal }).then(
        (answer) => {
          setKnown({ path, answer });
          setRefusal(null);
        },
        (error) => {
          if (!stop.signal.aborted) setRefusal(error instanceof CallError ? error.code : 'failed');
        },
      );
    };
    ask();
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      stop.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [server, path]);
  return { answer: known?.answer ?? null, refusal, isOld: known?.path !== path };
}
