import { useEffect, useState } from 'react';
import type { Me } from '../../shared/account/account.ts';
import { fetchForever } from '../wall/fetch-forever.ts';

/** Who the token stands for; null until the server has said so. */
export function useMe(token: string): Me | null {
  const [me, setMe] = useState<Me | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const ports = {
      fetch: (path: string, init: RequestInit) => fetch(path, init),
      wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
      onFailure: () => undefined,
    };
    fetchForever('/api/v1/me', token, ports, abort.signal)
      .then((told) => setMe(told as Me))
      .catch(() => undefined);
    return () => abort.abort();
  }, [token]);
  return me;
}
