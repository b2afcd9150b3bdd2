import { useRef } from 'react';

/** Counts the changes of a text after its first one: a key that restarts a short highlight. */
export function useFlash(text: string): number {
  const seen = useRef({ text, changes: 0, isFirst: text === '—' });
  if (seen.current.text !== text) {
    const { changes, isFirst } = seen.current;
    seen.current = { text, changes: isFirst ? 0 : changes + 1, isFirst: false };
  }
  return seen.current.changes;
}
