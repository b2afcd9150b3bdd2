import { expect, test } from 'vitest';
import { checkLogInBackground } from './background-check.ts';
import type { Verified } from './log/log.ts';

/** Timers that fire when the test says so. */
function manualTimers() {
  const waiting = new Set<() => void>();
  return {
    after: (_: number, then: () => void) => {
      waiting.add(then);
      return () => waiting.delete(then);
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

function* stepsOf(count: number, damage?: Error): IterableIterator<Verified> {
  for (let n = 1; n <= count; n++) yield { segments: n, events: n };
  if (damage) throw damage;
}

test('the whole log is checked a step at a time, once', () => {
  const timers = manualTimers();
  const found: unknown[] = [];
  const log = { verify: () => stepsOf(3) };
  checkLogInBackground({ log, after: timers.after, onDamage: (cause) => found.push(cause) });
  let fired = 0;
  while (timers.fire()) fired++;
  expect([fired, found]).toEqual([4, []]);
});

test('damage is told once and ends the check', () => {
  const timers = manualTimers();
  const found: unknown[] = [];
  const damage = new Error('event 5');
  const log = { verify: () => stepsOf(2, damage) };
  checkLogInBackground({ log, after: timers.after, onDamage: (cause) => found.push(cause) });
  while (timers.fire());
  expect(found).toEqual([damage]);
});

test('a stopped check never touches the log again', () => {
  const timers = manualTimers();
  const log = { verify: () => stepsOf(100) };
  const stop = checkLogInBackground({ log, after: timers.after, onDamage: () => undefined });
  timers.fire();
  stop();
  expect(timers.fire()).toBe(false);
});
