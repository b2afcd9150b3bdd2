import { beforeEach, expect, test } from 'vitest';
import { createCheckpoints } from './checkpoints.ts';

const POLICY = {
  everyEvents: 100,
  restFactor: 20,
  maxTailEvents: 500,
  quietEvents: 10,
  quietMs: 2000,
};
const SAVING_MS = 50;

/** A log that takes `SAVING_MS` for a checkpoint, a clock and a timer that stand until they are moved. */
function rig() {
  const saved: number[] = [];
  const timers = new Set<() => void>();
  const state = { seq: 0, nowMs: 0 };
  const fold = {
    get seq() {
      return state.seq;
    },
    dump: () => [],
  };
  const log = {
    async saveCheckpoint(seq: number) {
      state.nowMs += SAVING_MS;
      saved.push(seq);
    },
  };
  const after = (_delayMs: number, then: () => void) => {
    timers.add(then);
    return () => void timers.delete(then);
  };
  const ports = { log, fold, after, monoMs: () => state.nowMs, listener: { onNotice: () => {} } };
  const checkpoints = createCheckpoints(ports as never, 0, POLICY);
  return {
    saved,
    checkpoints,
    wait: (ms: number) => {
      state.nowMs += ms;
    },
    async come(events: number) {
      state.seq += events;
      checkpoints.considerSaving();
      await settled();
    },
    async beQuiet() {
      const due = [...timers];
      timers.clear();
      for (const then of due) then();
      await settled();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

let run: ReturnType<typeof rig>;
beforeEach(() => {
  run = rig();
});

test('a checkpoint comes when enough events have', async () => {
  await run.come(99);
  expect(run.saved).toEqual([]);
  await run.come(1);
  expect(run.saved).toEqual([100]);
});

test('after one comes a rest of twenty times its cost', async () => {
  await run.come(100);
  await run.come(200);
  run.wait(20 * SAVING_MS - 1);
  await run.come(100);
  expect(run.saved).toEqual([100]);
  run.wait(1);
  await run.come(1);
  expect(run.saved).toEqual([100, 401]);
});

test('a tail too long for a restart is saved without the rest', async () => {
  await run.come(100);
  await run.come(499);
  expect(run.saved).toEqual([100]);
  await run.come(1);
  expect(run.saved).toEqual([100, 600]);
});

test('a short tail is saved when nothing comes any more', async () => {
  await run.come(9);
  await run.beQuiet();
  expect(run.saved).toEqual([]);
  await run.come(1);
  await run.beQuiet();
  expect(run.saved).toEqual([10]);
});

test('the end saves what is not saved yet, and nothing after it', async () => {
  await run.come(12);
  await run.checkpoints.finish();
  await run.beQuiet();
  expect(run.saved).toEqual([12]);
});
