import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { canonicalKey } from '../../../shared/query/canonical-key.ts';
import type { Query } from '../../../shared/query/query.ts';
import { INITIAL_STATE, type LiveAnswer, type LiveState } from '../../store/live-state.ts';
import { watchAnswer } from './watch-answer.ts';

const query: Query = {
  measures: ['dossier.received'],
  unit: '74',
  period: { relative: 'this-year' },
};

function stage() {
  const store = createStore<LiveState>(() => INITIAL_STATE);
  const moved = vi.fn();
  const released = vi.fn();
  const end = watchAnswer({ store, subscribe: () => released }, query, moved, 10_000);
  const tell = (value: number, dataTo: number) => {
    const answer: LiveAnswer = {
      status: 'live',
      frame: {
        at: 0,
        logSeq: value,
        period: { from: '2024-01-01', to: '2024-12-31' },
        freshness: { dataTo, closed: false },
      },
      rows: ROWS.get(value) ?? ROWS.set(value, rowsOf(value)).get(value) ?? [],
      receivedAtMs: 0,
      refusal: null,
    };
    store.setState({ answers: new Map([[canonicalKey(query), answer]]) });
  };
  return { tell, moved, released, end };
}

/** The store keeps the rows' array while none of them changes. */
const ROWS = new Map<number, LiveAnswer['rows']>();
const rowsOf = (value: number) => [{ key: '*', values: { 'dossier.received': { value } } }];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says nothing of the first answer, nor of one that is told again', () => {
  const { tell, moved } = stage();
  tell(1, 100);
  tell(1, 100);
  vi.advanceTimersByTime(60_000);
  expect(moved).not.toHaveBeenCalled();
});

it('tells new rows and later data once in ten seconds, however often they come', () => {
  const { tell, moved } = stage();
  tell(1, 100);
  for (let value = 2; value <= 40; value++) {
    tell(value, 100);
    vi.advanceTimersByTime(1000);
  }
  expect(moved).toHaveBeenCalledTimes(3);
  vi.advanceTimersByTime(10_000);
  expect(moved).toHaveBeenCalledTimes(4);
  tell(40, 200);
  vi.advanceTimersByTime(10_000);
  expect(moved).toHaveBeenCalledTimes(5);
});

it('lets go of the question and of what is still to be told', () => {
  const { tell, moved, released, end } = stage();
  tell(1, 100);
  tell(2, 100);
  end();
  tell(3, 100);
  vi.advanceTimersByTime(60_000);
  expect(moved).not.toHaveBeenCalled();
  expect(released).toHaveBeenCalledOnce();
});
