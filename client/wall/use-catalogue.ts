import { useEffect, useRef, useState } from 'react';
import { useLiveState } from '../store/use-answer.ts';
import { fetchForever } from './fetch-forever.ts';
import { CATALOGUE_PATHS, catalogueOf, type WallCatalogue } from './surroundings.ts';

export interface CatalogueState {
  readonly catalogue: WallCatalogue | null;
  /** HTTP status of the last failure, 0 for none answering; null while nothing has failed. */
  readonly failure: number | null;
}

const AGAIN_MS = 30_000;

/** Loads the catalogue, and again every half minute and after each reconnection: somebody may have put a board on the wall. */
export function useCatalogue(token: string): CatalogueState {
  const [state, setState] = useState<CatalogueState>({ catalogue: null, failure: null });
  const isOnline = useLiveState(({ connection }) => connection === 'online');
  const seen = useRef('');
  useEffect(() => {
    if (!isOnline && seen.current !== '') return;
    const abort = new AbortController();
    const ports = {
      fetch: (path: string, init: RequestInit) => fetch(path, init),
      wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
      onFailure: (failure: number) => setState((last) => ({ ...last, failure })),
    };
    const follow = async () => {
      for (;;) {
        const bodies = await Promise.all(
          CATALOGUE_PATHS.map((path) => fetchForever(path, token, ports, abort.signal)),
        );
        const text = JSON.stringify(bodies);
        if (text !== seen.current) setState({ catalogue: catalogueOf(bodies), failure: null });
        seen.current = text;
        await ports.wait(AGAIN_MS);
      }
    };
    follow().catch(() => undefined);
    return () => abort.abort();
  }, [token, isOnline]);
  return state;
}
