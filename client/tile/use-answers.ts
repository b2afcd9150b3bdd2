import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Query } from '../../shared/query/query.ts';
import { type LiveAnswer, NO_ANSWER } from '../store/live-state.ts';
import { useLive } from '../store/use-answer.ts';

/** Live answers to several queries, in their order; the same array until one of them changes. */
export function useAnswers(queries: readonly Query[]): readonly LiveAnswer[] {
  const live = useLive();
  const keys = useMemo(() => queries.map(canonicalKey), [queries]);
  useEffect(() => {
    const leave = queries.map((query) => live.subscribe(query));
    return () => {
      for (const dispose of leave) dispose();
    };
  }, [live, queries]);
  const last = useRef<readonly LiveAnswer[]>([]);
  return useSyncExternalStore(live.store.subscribe, () => {
    const { answers } = live.store.getState();
    const next = keys.map((key) => answers.get(key) ?? NO_ANSWER);
    const isSame =
      next.length === last.current.length &&
      next.every((answer, at) => answer === last.current[at]);
    if (!isSame) last.current = next;
    return last.current;
  });
}
