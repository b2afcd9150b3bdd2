import { createStore } from 'zustand/vanilla';
import type { Live } from './live.ts';
import type { LiveAnswer, LiveState } from './live-state.ts';

export interface FrozenLive {
  /** The same connection, whose answers stand still. */
  readonly live: Live;
  /** Lets everything but the answers go on, until disposed. */
  readonly follow: () => () => void;
}

/**
 * Answers as they are now, while the connection and its subscriptions go on below: thawed, a screen is up to date at
 * once. What had not been answered yet is taken in when it comes, and then stands still too.
 */
export function freezeLive(live: Live): FrozenLive {
  let held: ReadonlyMap<string, LiveAnswer> = new Map();
  const frozen = (state: LiveState): LiveState => {
    held = hold(held, state.answers);
    return { ...state, answers: held };
  };
  const store = createStore<LiveState>(() => frozen(live.getState()));
  return {
    live: { ...live, store, getState: store.getState },
    follow: () => live.store.subscribe((state) => store.setState(frozen(state), true)),
  };
}

function hold(
  held: ReadonlyMap<string, LiveAnswer>,
  answers: ReadonlyMap<string, LiveAnswer>,
): ReadonlyMap<string, LiveAnswer> {
  const fresh = [...answers].filter(([key, { frame }]) => frame !== null && !held.has(key));
  return fresh.length === 0 ? held : new Map([...held, ...fresh]);
}
