import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { freezeLive } from './frozen-live.ts';
import type { Live } from './live.ts';
import { INITIAL_STATE, type LiveAnswer, type LiveState, NO_ANSWER } from './live-state.ts';

const answer = (value: number): LiveAnswer => ({
  ...NO_ANSWER,
  status: 'live',
  rows: [{ key: 'a', values: { m: { value } } }],
  frame: {
    at: value,
    logSeq: 1,
    period: { from: '2023-01-01', to: '2023-12-31' },
    freshness: { dataTo: value, closed: false },
  },
});

function setUp(answers: Record<string, LiveAnswer>) {
  const store = createStore<LiveState>(() => ({
    ...INITIAL_STATE,
    answers: new Map(Object.entries(answers)),
  }));
  const live: Live = {
    store,
    getState: store.getState,
    subscribe: () => () => undefined,
    now: () => 0,
    serverNow: () => 0,
    direct: async () => null,
    tellHealth: () => undefined,
    close: () => undefined,
  };
  const put = (next: Record<string, LiveAnswer>) =>
    store.setState({ answers: new Map(Object.entries(next)) });
  return { live, put, store };
}

test('frozen answers stand still, the connection goes on', () => {
  const { live, put, store } = setUp({ q: answer(1) });
  const frozen = freezeLive(live);
  const stop = frozen.follow();
  const before = frozen.live.getState().answers;
  put({ q: answer(2) });
  store.setState({ connection: 'waiting' });
  expect(frozen.live.getState().answers).toBe(before);
  expect(frozen.live.getState().connection).toBe('waiting');
  expect(live.getState().answers.get('q')).toEqual(answer(2));
  stop();
});

test('what was not answered yet is taken in once, also when nobody watches it later', () => {
  const { live, put } = setUp({ q: NO_ANSWER });
  const frozen = freezeLive(live);
  const stop = frozen.follow();
  put({ q: answer(1) });
  put({ q: answer(2) });
  put({});
  expect(frozen.live.getState().answers.get('q')).toEqual(answer(1));
  stop();
});
