import { createStore, type StoreApi } from 'zustand/vanilla';
import { INITIAL_STATE, type LiveAnswer, type LiveState } from './live-state.ts';

export interface LiveStoreOptions {
  /** Calls back at the next animation frame (or soon, where frames stand still). */
  readonly scheduleFlush: (flush: () => void) => void;
}

/** Where `sync` puts what it received. Everything put between two flushes reaches the readers as one change. */
export interface LiveSink {
  putAnswer(key: string, answer: LiveAnswer): void;
  dropAnswer(key: string): void;
  patch(change: Partial<Omit<LiveState, 'answers'>>): void;
}

export interface LiveStore {
  readonly store: StoreApi<LiveState>;
  readonly sink: LiveSink;
}

export function createLiveStore({ scheduleFlush }: LiveStoreOptions): LiveStore {
  const store = createStore<LiveState>(() => INITIAL_STATE);
  const changed = new Map<string, LiveAnswer | null>();
  let rest: Partial<LiveState> = {};
  let scheduled = false;

  const flush = () => {
    scheduled = false;
    const answers = mergeAnswers(store.getState().answers, changed);
    const next = answers ? { ...rest, answers } : rest;
    changed.clear();
    rest = {};
    store.setState(next);
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    scheduleFlush(flush);
  };
  return {
    store,
    sink: {
      putAnswer(key, answer) {
        changed.set(key, answer);
        schedule();
      },
      dropAnswer(key) {
        changed.set(key, null);
        schedule();
      },
      patch(change) {
        rest = { ...rest, ...change };
        schedule();
      },
    },
  };
}

function mergeAnswers(
  answers: ReadonlyMap<string, LiveAnswer>,
  changed: ReadonlyMap<string, LiveAnswer | null>,
): ReadonlyMap<string, LiveAnswer> | undefined {
  if (changed.size === 0) return undefined;
  const next = new Map(answers);
  for (const [key, answer] of changed) {
    if (answer) next.set(key, answer);
    else next.delete(key);
  }
  return next;
}
