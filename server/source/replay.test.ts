import { describe, expect, it } from 'vitest';
import { readClock, startClock } from './clock.ts';
import { Replay } from './replay.ts';

const HOUR = 3_600_000;
const from = 100 * HOUR;
const to = 101 * HOUR;
const decode = (body: Uint8Array) => new TextDecoder().decode(body).trimEnd().split('\n');
const encode = (text: string) => new TextEncoder().encode(text);

/** Two batches of the past; then one event a virtual minute, for ever. */
const events = {
  replay: { from, to },
  bulk: () => [
    { body: encode('a\nb'), count: 2, receivedAt: 90 * HOUR, progress: 0.5 },
    { body: encode('c'), count: 1, receivedAt: 99 * HOUR, progress: 1 },
  ],
  live: (after: number, until: number) => {
    const lines = [];
    for (let minute = Math.floor(after / 60_000) + 1; minute * 60_000 <= until; minute++) {
      lines.push({ time: minute * 60, line: `m${minute}` });
    }
    return lines;
  },
};

function run(log: Map<string, number>, lastReceivedAt: number) {
  let elapsed = 0;
  let waiting: (() => void) | undefined;
  let failures = 0;
  const progress: number[] = [];
  const clock = startClock({
    replay: { fromMs: from, speed: 60 },
    untilMs: to,
    lastReceivedAtMs: lastReceivedAt,
    realMs: 0,
    isDemo: true,
  });
  const replay = new Replay({
    events,
    now: () => readClock(clock, elapsed).nowMs,
    isPastLoaded: lastReceivedAt >= from,
    lastReceivedAt,
    push: async (body, receivedAt) => {
      if (failures-- > 0) throw new Error('full');
      for (const id of decode(body)) log.set(id, log.get(id) ?? receivedAt);
    },
    onProgress: (share) => progress.push(share),
    onError: () => undefined,
    later: (callback) => {
      waiting = callback;
      return () => {
        waiting = undefined;
      };
    },
  });
  const tick = async (ms: number) => {
    elapsed += ms;
    const callback = waiting;
    waiting = undefined;
    callback?.();
    for (let i = 0; i < 40; i++) await Promise.resolve();
  };
  const fail = (times: number) => {
    failures = times;
  };
  return { replay, tick, progress, fail, isWaiting: () => waiting !== undefined };
}

describe('a replay', () => {
  it('loads the past with its own arrival times and tells how far it is', async () => {
    const log = new Map<string, number>();
    const { replay, progress } = run(log, 0);
    await replay.start();
    expect([...log]).toEqual([
      ['a', 90 * HOUR],
      ['b', 90 * HOUR],
      ['c', 99 * HOUR],
    ]);
    expect(progress).toEqual([0.5, 1]);
  });
  it('is started only when everything is sent that the clock has passed already', async () => {
    const log = new Map<string, number>();
    const { replay, tick } = run(log, 0);
    await tick(5000);
    await replay.start();
    expect([...log.keys()]).toEqual(['a', 'b', 'c', 'm6001', 'm6002', 'm6003', 'm6004', 'm6005']);
  });
  it('is started, and tries again, where that cannot be kept', async () => {
    const log = new Map<string, number>([['a', 90 * HOUR]]);
    const { replay, tick, fail } = run(log, from);
    await tick(5000);
    fail(1);
    await replay.start();
    expect(log.has('m6001')).toBe(false);
    await tick(2000);
    expect(log.has('m6007')).toBe(true);
  });
  it('sends an event when the clock has reached it, and goes on after the end', async () => {
    const log = new Map<string, number>();
    const { replay, tick } = run(log, 0);
    await replay.start();
    await tick(5000);
    expect(log.has('m6005')).toBe(true);
    expect(log.has('m6006')).toBe(false);
    await tick(55_000);
    expect(log.has('m6060')).toBe(true);
    await tick(60_000);
    expect(log.has('m6061')).toBe(true);
    expect(log.has('m6062')).toBe(false);
  });
  it('loads only what is missing of the past after a crash, and again what is near', async () => {
    const log = new Map([['a', 90 * HOUR]]);
    const { replay } = run(log, 90 * HOUR);
    await replay.start();
    expect([...log.keys()]).toEqual(['a', 'b', 'c']);
  });
  it('goes on after a restart where the log ends, without a gap', async () => {
    const log = new Map<string, number>();
    const { replay, tick, progress } = run(log, from + 30 * 60_000);
    await replay.start();
    expect(progress).toEqual([]);
    await tick(10_000);
    const minutes = [...log.keys()].map((id) => Number(id.slice(1)) - 6000);
    expect(minutes).toEqual([
      21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
    ]);
  });
  it('leaves a gap of weeks a gap instead of inventing it', async () => {
    const log = new Map<string, number>();
    const { replay, tick } = run(log, to);
    await replay.start();
    await tick(30 * 24 * HOUR);
    for (let i = 0; i < 20; i++) await tick(200);
    expect(log.size).toBeLessThanOrEqual(24 * 60 + 15);
  });
  it('tries again what could not be kept', async () => {
    const log = new Map<string, number>();
    const { replay, tick, fail } = run(log, 0);
    await replay.start();
    fail(1);
    await tick(3000);
    expect(log.has('m6001')).toBe(false);
    await tick(2000);
    expect([1, 2, 3, 4, 5].every((minute) => log.has(`m${6000 + minute}`))).toBe(true);
  });
  it('is quiet once closed, however often', async () => {
    const { replay, isWaiting } = run(new Map(), 0);
    await replay.start();
    replay.close();
    replay.close();
    expect(isWaiting()).toBe(false);
  });
});
