import { useSyncExternalStore } from 'react';
import { useLive } from '../store/use-answer.ts';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all who look at the clock. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's clock, ms, in steps of `stepMs`: the reader renders anew once a step. */
export function useServerNow(stepMs: number): number {
  const live = useLive();
  return useSyncExternalStore(subscribe, () => Math.floor(live.serverNow() / stepMs) * stepMs);
}
