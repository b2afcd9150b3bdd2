import { expect, test } from 'vitest';
import type { Query } from '../../shared/query/query.ts';
import { createInterest } from './interest.ts';
import { NO_ANSWER, serverTimeAt } from './live-state.ts';
import { createLiveStore } from './live-store.ts';

test('[R22] whatever arrives between two frames reaches the readers as one change', () => {
  const frames: (() => void)[] = [];
  const { store, sink } = createLiveStore({ scheduleFlush: (flush) => void frames.push(flush) });
  let told = 0;
  store.subscribe(() => {
    told += 1;
  });
  sink.putAnswer('a', { ...NO_ANSWER, status: 'live' });
  sink.putAnswer('b', NO_ANSWER);
  sink.putAnswer('a', { ...NO_ANSWER, status: 'resyncing' });
  sink.dropAnswer('b');
  sink.patch({ loading: 0.5 });
  sink.patch({ connection: 'online' });
  expect([frames.length, told]).toEqual([1, 0]);
  frames[0]?.();
  expect(told).toBe(1);
  const { answers, loading, connection } = store.getState();
  expect([...answers.keys()]).toEqual(['a']);
  expect(answers.get('a')?.status).toBe('resyncing');
  expect([loading, connection]).toEqual([0.5, 'online']);
});

test('[R22] answers that did not change keep their identity', () => {
  const { store, sink } = createLiveStore({ scheduleFlush: (flush) => flush() });
  sink.putAnswer('a', { ...NO_ANSWER });
  const { answers } = store.getState();
  sink.patch({ loading: 1 });
  expect(store.getState().answers).toBe(answers);
  sink.putAnswer('b', { ...NO_ANSWER });
  expect(store.getState().answers.get('a')).toBe(answers.get('a'));
});

const query = (unit: string): Query => ({
  measures: ['dossier.open'],
  unit,
  period: { relative: 'today' },
});

function setUpInterest() {
  const log: string[] = [];
  const waiting = new Set<() => void>();
  const interest = createInterest({
    graceMs: 5000,
    open: (_, { unit }) => log.push(`open ${unit}`),
    close: () => log.push('close'),
    after: (_, then) => {
      waiting.add(then);
      return () => waiting.delete(then);
    },
  });
  const pass = () => {
    for (const then of waiting) then();
    waiting.clear();
  };
  return { log, interest, pass };
}

test('[R21] equal questions share one subscription that ends a while after its last reader', () => {
  const { log, interest, pass } = setUpInterest();
  const first = interest.enter(query('74'));
  const second = interest.enter({ ...query('74'), by: [] });
  first();
  first();
  pass();
  expect(log).toEqual(['open 74']);
  second();
  expect(log).toEqual(['open 74']);
  pass();
  expect(log).toEqual(['open 74', 'close']);
});

test('[R21] a reader that comes back within the grace finds the subscription still there', () => {
  const { log, interest, pass } = setUpInterest();
  interest.enter(query('74'))();
  const leave = interest.enter(query('74'));
  pass();
  expect(log).toEqual(['open 74']);
  leave();
  pass();
  interest.enter(query('74'));
  expect(log).toEqual(['open 74', 'close', 'open 74']);
});

test('[R23] the server clock goes on by its own speed, and is the own clock before any heartbeat', () => {
  expect(serverTimeAt(null, 500)).toBe(500);
  const clock = { serverAtMs: 1_000_000, clientAtMs: 100, speed: 60 };
  expect(serverTimeAt(clock, 1100)).toBe(1_060_000);
  expect(serverTimeAt({ ...clock, speed: 0 }, 1100)).toBe(1_000_000);
});
