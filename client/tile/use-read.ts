import { useEffect, useState } from 'react';
import { useTileSurroundings } from './tile-context.ts';

/** What a path of the server holds; asked again when `version` changes, null until the first answer. */
export function useRead<T>(path: string | null, version = 0): T | null {
  const { read } = useTileSurroundings();
  const [body, setBody] = useState<{ path: string; version: number; body: T } | null>(null);
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    read(path, abort.signal)
      .then((answer) => setBody({ path, version, body: answer as T }))
      .catch(() => undefined);
    return () => abort.abort();
  }, [path, read, version]);
  return body && body.path === path ? body.body : null;
}
