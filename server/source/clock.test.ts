import { expect, test } from 'vitest';
import { type ClockBasis, readClock, startClock } from './clock.ts';

const HOUR = 3_600_000;
const from = Date.parse('2023-12-31T22:00:00+07:00');
const basis: ClockBasis = {
  replay: { fromMs: from, speed: 60 },
  untilMs: from + 2 * HOUR,
  lastReceivedAtMs: 0,
  realMs: 1000,
  isDemo: true,
};

test('a replay runs at its speed, then goes on in real time from its end', () => {
  const run = startClock(basis);
  expect(readClock(run, 1000)).toEqual({ nowMs: from, speed: 60, mode: 'replay' });
  expect(readClock(run, 61_000).nowMs).toBe(from + HOUR);
  expect(readClock(run, 121_000)).toEqual({ nowMs: from + 2 * HOUR, speed: 1, mode: 'demo' });
  expect(readClock(run, 122_000).nowMs).toBe(from + 2 * HOUR + 1000);
});

test('after a restart a replay goes on where the log ends, also beyond its own end', () => {
  const halfway = startClock({ ...basis, lastReceivedAtMs: from + HOUR });
  expect(readClock(halfway, 1000).nowMs).toBe(from + HOUR);
  const beyond = startClock({ ...basis, lastReceivedAtMs: from + 5 * HOUR });
  expect(readClock(beyond, 1000)).toEqual({ nowMs: from + 5 * HOUR, speed: 1, mode: 'demo' });
  expect(readClock(beyond, 3000).nowMs).toBe(from + 5 * HOUR + 2000);
});

test('without a replay the clock is the real one', () => {
  const run = startClock({ ...basis, replay: undefined, isDemo: false });
  expect(readClock(run, 6000)).toEqual({ nowMs: 6000, speed: 1, mode: 'live' });
});
