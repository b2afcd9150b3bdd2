import { useSyncExternalStore } from 'react';
import type { Language } from '../../shared/unit/format.ts';

const listeners = new Set<() => void>();
let current: Language = 'vi';

/** Vietnamese unless the address says `?lang=en`. */
export function startLanguage(search: string): void {
  setLanguage(new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'vi');
}

export function setLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

export function toggleLanguage(): void {
  setLanguage(current === 'vi' ? 'en' : 'vi');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => current);
}
