import { canonicalKey } from '../../../shared/query/canonical-key.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { Live } from '../../store/live.ts';
import type { LiveAnswer } from '../../store/live-state.ts';

/** As often as figures under somebody's eyes may change: reading a table takes longer. */
export const RENEW_MS = 10_000;

/**
 * Tells, at most once in `renewMs`, that the live answer to a question has moved since it was first heard: new rows, or
 * data of a later time. Returns the end of it.
 */
export function watchAnswer(
  live: Pick<Live, 'store' | 'subscribe'>,
  query: Query,
  onMoved: () => void,
  renewMs = RENEW_MS,
): () => void {
  const key = canonicalKey(query);
  let seen: LiveAnswer | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const now = live.store.getState().answers.get(key);
    if (!now?.frame || now === seen) return;
    const hasMoved = seen !== undefined && isOther(seen, now);
    seen = now;
    if (!hasMoved) return;
    waiting ??= setTimeout(() => {
      waiting = undefined;
      onMoved();
    }, renewMs);
  };
  const unsubscribe = live.subscribe(query);
  const stopLooking = live.store.subscribe(look);
  look();
  return () => {
    stopLooking();
    unsubscribe();
    clearTimeout(waiting);
  };
}

function isOther(before: LiveAnswer, now: LiveAnswer): boolean {
  return before.rows !== now.rows || before.frame?.freshness.dataTo !== now.frame?.freshness.dataTo;
}
