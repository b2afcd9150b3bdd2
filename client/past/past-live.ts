import { createStore } from 'zustand/vanilla';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Query } from '../../shared/query/query.ts';
import type { Live } from '../store/live.ts';
import type { LiveAnswer, LiveState } from '../store/live-state.ts';
import { askAbout, type Moment } from './moment.ts';

/**
 * The same connection, through which everything that is asked is asked about the past: no tile can forget it. Its
 * clock is the moment's, so that ages are those of then.
 */
export function pastLive(live: Live, moment: Moment): Live {
  /** Key of the question as a tile knows it → as the server does. */
  const names = new Map<string, string>();
  const past = (state: LiveState): LiveState => ({
    ...state,
    answers: named(names, state.answers),
  });
  const store = createStore<LiveState>(() => past(live.getState()));
  live.store.subscribe((state) => store.setState(past(state), true));
  return {
    ...live,
    store,
    getState: store.getState,
    subscribe(query: Query) {
      const asked = askAbout(query, moment);
      names.set(canonicalKey(query), canonicalKey(asked));
      store.setState(past(live.getState()), true);
      return live.subscribe(asked);
    },
    serverNow: () => momentNow(moment, live.getState().answers.values(), live.now()),
  };
}

function named(
  names: ReadonlyMap<string, string>,
  answers: ReadonlyMap<string, LiveAnswer>,
): ReadonlyMap<string, LiveAnswer> {
  const found = [...names].flatMap(([name, key]) => {
    const answer = answers.get(key);
    return answer ? [[name, answer] as const] : [];
  });
  return new Map(found);
}

/** Where a replay is, ms: the newest moment that was heard, gone on at its speed, never beyond the end. */
export function momentNow(
  moment: Moment,
  answers: Iterable<Pick<LiveAnswer, 'frame' | 'receivedAtMs'>>,
  nowMs: number,
): number {
  if (moment.kind === 'as-of') return moment.atMs;
  const { replay, fromMs, toMs } = moment;
  let reachedMs = fromMs;
  for (const { frame, receivedAtMs } of answers) {
    if (!frame || receivedAtMs === null) continue;
    reachedMs = Math.max(reachedMs, frame.at + (nowMs - receivedAtMs) * replay.speed);
  }
  return Math.min(toMs, reachedMs);
}
