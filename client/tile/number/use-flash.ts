import { useRef } from 'react';

/** A figure that changes every second would else be lit for ever. */
const LEAST_INTERVAL_MS = 15_000;

/** Counts a text's highlights: one for a change, but none for the first text and none soon after another. */
export function useFlash(text: string): number {
  const seen = useRef({ text, flashes: 0, at: performance.now() });
  const { current } = seen;
  if (current.text !== text) {
    const now = performance.now();
    const isDue = now - current.at >= LEAST_INTERVAL_MS;
    seen.current = isDue ? { text, flashes: current.flashes + 1, at: now } : { ...current, text };
  }
  return seen.current.flashes;
}
