import { useEffect, useState } from 'react';
import { type CallError, callErrorOf } from './call-server.ts';
import { useDesk } from './desk-context.ts';

/** What a path of the server said. */
export interface Asked<T> {
  /** Null before the first answer, and when another path is asked. */
  readonly value: T | null;
  readonly failure: CallError | null;
}

/** What no answer or a busy server refused is asked again. */
const RETRY_MS = 5000;

/** Asks a path, and again when `version` changes; null asks nothing. */
export function useAsked<T>(path: string | null, version = 0): Asked<T> {
  const { server } = useDesk();
  const [told, setTold] = useState<Told<T>>(NOTHING);
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      server
        .json<T>(path, { signal: abort.signal })
        .then((value) => setTold({ path, version, value, failure: null }))
        .catch((error: unknown) => {
          if (abort.signal.aborted) return;
          const failure = callErrorOf(error);
          setTold((last) => ({
            path,
            version,
            value: last.path === path ? last.value : null,
            failure,
          }));
          const isPassing = failure.status === 0 || failure.status >= 429;
          if (isPassing) timer = setTimeout(ask, RETRY_MS);
        });
    };
    ask();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [server, path, version]);
  return told.path === path ? told : NOTHING;
}

interface Told<T> extends Asked<T> {
  readonly path: string | null;
  readonly version: number;
}

const NOTHING = { path: null, version: 0, value: null, failure: null } as const;
