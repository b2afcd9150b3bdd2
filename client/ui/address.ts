import { useSyncExternalStore } from 'react';

/** `push` is a step that back undoes; `replace` is for what is still being typed or dragged. */
export type Step = 'push' | 'replace';

const listeners = new Set<() => void>();
const tellAll = () => {
  for (const each of listeners) each();
};

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', tellAll);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', tellAll);
  };
}

const addressNow = () => `${location.pathname}${location.search}`;

/** The page's path and search, also after back and forward. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, addressNow);
}

/** Goes to an address of the same page; one that is already there changes nothing. */
export function goToAddress(address: string, step: Step = 'push'): void {
  if (address === addressNow()) return;
  if (step === 'push') history.pushState(null, '', address);
  else history.replaceState(history.state, '', address);
  tellAll();
}
