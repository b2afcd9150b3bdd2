import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Query } from '../../shared/query/query.ts';

export interface InterestOptions {
  /** How long a query nobody reads any more stays open, ms: scenes come back, tiles re-mount. */
  readonly graceMs: number;
  readonly open: (key: string, query: Query) => void;
  readonly close: (key: string) => void;
  /** Calls back after a delay; returns the disposer. */
  readonly after: (delayMs: number, then: () => void) => () => void;
}

interface Entry {
  readers: number;
  cancelClosing: (() => void) | null;
}

/** Counts the readers of each distinct query: opened with the first, closed a while after the last. */
export function createInterest({ graceMs, open, close, after }: InterestOptions) {
  const entries = new Map<string, Entry>();

  const leave = (key: string, entry: Entry) => {
    entry.readers -= 1;
    if (entry.readers > 0) return;
    entry.cancelClosing = after(graceMs, () => {
      entries.delete(key);
      close(key);
    });
  };
  return {
    /** Returns the one disposer; calling it again does nothing. */
    enter(query: Query): () => void {
      const key = canonicalKey(query);
      const known = entries.get(key);
      const entry = known ?? { readers: 0, cancelClosing: null };
      entry.readers += 1;
      entry.cancelClosing?.();
      entry.cancelClosing = null;
      if (!known) {
        entries.set(key, entry);
        open(key, query);
      }
      let left = false;
      return () => {
        if (left) return;
        left = true;
        leave(key, entry);
      };
    },
  };
}
