import { expect, test } from 'vitest';
import { workInBackground } from './background.ts';

/** Timers that fire when the test says so, and a clock that a step moves on. */
function manualTimers(stepMs: number) {
  const waiting = new Set<() => void>();
  const clock = { nowMs: 0 };
  const failures: unknown[] = [];
  return {
    failures,
    ports: {
      monoMs: () => clock.nowMs,
      after: (_: number, then: () => void) => {
        waiting.add(then);
        return () => waiting.delete(then);
      },
      onFailure: (cause: unknown) => failures.push(cause),
    },
    *steps(count: number, failure?: Error): IterableIterator<number> {
      for (let n = 1; n <= count; n++) {
        clock.nowMs += stepMs;
        yield n;
      }
      if (failure) throw failure;
    },
    /** False when nothing waits any more. */
    fire(): boolean {
      const [next] = waiting;
      if (!next) return false;
      waiting.delete(next);
      next();
      return true;
    },
  };
}

function firingsOf(timers: ReturnType<typeof manualTimers>): number {
  let fired = 0;
  while (timers.fire()) fired++;
  return fired;
}

test('long steps are taken one at a time, once', () => {
  const timers = manualTimers(5);
  workInBackground(timers.steps(3), timers.ports);
  expect(firingsOf(timers)).toBe(4);
});

test('short steps are taken together until a stretch is over', () => {
  const timers = manualTimers(1);
  workInBackground(timers.steps(7), timers.ports);
  expect(firingsOf(timers)).toBe(3);
});

test('a failure is told once and ends the work', () => {
  const timers = manualTimers(5);
  const failure = new Error('event 5');
  workInBackground(timers.steps(2, failure), timers.ports);
  firingsOf(timers);
  expect(timers.failures).toEqual([failure]);
});

test('stopped work takes no step any more', () => {
  const timers = manualTimers(5);
  let taken = 0;
  const counted = function* () {
    for (const step of timers.steps(100)) {
      taken++;
      yield step;
    }
  };
  const stop = workInBackground(counted(), timers.ports);
  timers.fire();
  stop();
  expect([timers.fire(), taken]).toEqual([false, 1]);
});
