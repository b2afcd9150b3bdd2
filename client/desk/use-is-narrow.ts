import { useSyncExternalStore } from 'react';

/** A laptop's screen: a table has to leave something out. */
const NARROW = '(max-width: 1500px)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}
