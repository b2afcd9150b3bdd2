import { createContext, useContext, useEffect } from 'react';
import { useStore } from 'zustand';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Query } from '../../shared/query/query.ts';
import type { Live } from './live.ts';
import { type LiveAnswer, type LiveState, NO_ANSWER } from './live-state.ts';

/** Carries the handle, never data: data comes from the store by selectors. */
export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live)
    throw new Error('LiveContext has no value: wrap the tree in <LiveContext value={live}>');
  return live;
}

export function useLiveState<T>(select: (state: LiveState) => T): T {
  return useStore(useLive().store, select);
}

/** The live answer to a query while the component is mounted; `undefined` asks nothing. */
export function useAnswer(query: Query | undefined): LiveAnswer {
  const live = useLive();
  const key = query && canonicalKey(query);
  useEffect(() => (query ? live.subscribe(query) : undefined), [live, query]);
  return useStore(live.store, (state) => (key && state.answers.get(key)) || NO_ANSWER);
}
