import { useMemo, useSyncExternalStore } from 'react';
import { changedAddress, type Place, type PlaceChange, placeOf } from './place.ts';

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', tell);
  };
}

/** All state of the desk that another operator should see under the same link; it follows the address. */
export function usePlace(): Place {
  const address = useSyncExternalStore(subscribe, () => `${location.pathname}${location.search}`);
  return useMemo(() => placeOf(new URL(address, location.origin)), [address]);
}

/** Goes to an address of the desk. `push`: back leads here again. `replace`: for what is no step of its own, as typing. */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (address === `${location.pathname}${location.search}`) return;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(history.state, '', address);
  tell();
}

/** Changes values of the place that is shown. */
export function changePlace(change: PlaceChange, how: 'push' | 'replace' = 'push'): void {
  goTo(changedAddress(placeOf(location), change), how);
}

/** Keeps something with this step of the history, for when back leads to it. */
export function keepInHistory(name: string, value: string | number): void {
  history.replaceState({ ...history.state, [name]: value }, '');
}

/** What was kept with this step. */
export function keptInHistory(name: string): unknown {
  return (history.state as Record<string, unknown> | null)?.[name];
}
