import { expect, test } from 'vitest';
import type { AcceptedEvent } from '../shared/event/kinds.ts';
import { createFold, type Fold } from './fold/fold.ts';
import { HISTORY_LIMITS, type HistoryLimits, PastStates } from './history.ts';
import { openMemoryLog } from './log/memory-log.ts';

/** A log of ten segments of one event, received at 1000, 2000 … 10000 ms. */
function setUp(limits: Partial<HistoryLimits> = {}) {
  const log = openMemoryLog();
  for (let n = 1; n <= 10; n++) {
    log.append([{ source: 's', id: String(n), line: lineOf(n) }], n * 1000);
  }
  const folds: Fold[] = [];
  const newFold = () => {
    const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
    folds.push(fold);
    return fold;
  };
  let nowMs = 0;
  const paused: (() => void)[] = [];
  const ports = {
    log,
    parse: (line: string) => JSON.parse(line) as AcceptedEvent,
    // Every look at the clock is 30 ms later: a pause after each segment.
    monoMs: () => {
      nowMs += 30;
      return nowMs;
    },
    pause: () => new Promise<void>((resolve) => paused.push(resolve)),
  };
  /** Lets every folding go on by one segment. */
  const step = async (times = 1) => {
    for (let i = 0; i < times; i++) {
      for (const go of paused.splice(0)) go();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const wait = (ms: number) => {
    nowMs += ms;
  };
  const past = new PastStates(ports, newFold, { ...HISTORY_LIMITS, ...limits });
  return { past, folds, step, wait, waiting: () => paused.length };
}

/** An event that every fold can take. */
function lineOf(n: number): string {
  const data = { programme: 'p', unit: '74', done: n, total: 10, asOf: '2023-12-31' };
  return JSON.stringify({ kind: 'coverage', source: 's', id: String(n), time: n * 1000, data });
}

test('a state of the past holds what had been received by then, and two questions about it share it', async () => {
  const { past, folds, step } = setUp();
  const asked = [past.at(4000), past.at(4999)];
  expect(past.ready(4000)).toBeUndefined();
  await step(5);
  expect(await Promise.all(asked)).toEqual([folds[0], folds[0]]);
  expect(folds.map(({ seq }) => seq)).toEqual([4]);
  expect(past.ready(4500)).toBe(folds[0]);
});

test('while one is being folded another is refused, and given once there is room', async () => {
  const { past, folds, step } = setUp();
  const first = past.at(4000);
  expect(await past.at(8000)).toBeUndefined();
  expect(folds).toHaveLength(1);
  await step(5);
  await first;
  const second = past.at(8000);
  await step(9);
  expect(await second).toBe(folds[1]);
  expect(past.ready(4000)).toBe(folds[0]);
});

test('the one asked longest ago gives way, and memory holds no more than the limit', async () => {
  const { past, step } = setUp({ maxKept: 2 });
  for (const asOfMs of [1000, 2000]) {
    const asked = past.at(asOfMs);
    await step(3);
    await asked;
  }
  await past.at(1000);
  const third = past.at(3000);
  await step(4);
  await third;
  expect([1000, 2000, 3000].map((at) => past.ready(at) !== undefined)).toEqual([true, false, true]);
});

test('one that nobody has asked about for a while stops being folded when another is wanted', async () => {
  const { past, folds, step, wait, waiting } = setUp();
  const forgotten = past.at(9000);
  await step(2);
  wait(HISTORY_LIMITS.forgottenMs);
  const wanted = past.at(3000);
  await step(4);
  expect(await forgotten).toBeUndefined();
  expect(await wanted).toBe(folds[1]);
  expect(folds[0]?.seq).toBeLessThan(5);
  expect(waiting()).toBe(0);
});

test('closing ends what is being folded', async () => {
  const { past, folds, step, waiting } = setUp();
  const asked = past.at(9000);
  await step();
  past.close();
  await step();
  expect(await asked).toBeUndefined();
  expect(folds[0]?.seq).toBeLessThan(5);
  expect(waiting()).toBe(0);
});
