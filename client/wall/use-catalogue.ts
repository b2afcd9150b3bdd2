import { useEffect, useRef, useState } from 'react';
import { useLiveState } from '../store/use-answer.ts';
import { fetchForever } from './fetch-forever.ts';
import { CATALOGUE_PATHS, catalogueOf, type WallCatalogue } from './surroundings.ts';

export interface CatalogueState {
  readonly catalogue: WallCatalogue | null;
  /** HTTP status of the last failure, 0 for none answering; null while nothing has failed. */
  readonly failure: number | null;
}

/** Loads the catalogue, and again after each reconnection: the server may have come back with other boards. */
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
    Promise.all(CATALOGUE_PATHS.map((path) => fetchForever(path, token, ports, abort.signal)))
      .then((bodies) => {
        const text = JSON.stringify(bodies);
        if (text === seen.current) return;
        seen.current = text;
        setState({ catalogue: catalogueOf(bodies), failure: null });
      })
      .catch(() => undefined);
    return () => abort.abort();
  }, [token, isOnline]);
  return state;
}
