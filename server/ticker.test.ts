import { expect, test } from 'vitest';
import type { MeasureSource } from '../shared/measure/measure.ts';
import { createTicker } from './ticker.ts';

function setUp({ hasOutputs = true, tickCostMs = 0 } = {}) {
  let nowMs = 0;
  let timers: { atMs: number; then: () => void }[] = [];
  const ticks: { atMs: number; dirty: MeasureSource[] }[] = [];
  const ticker = createTicker({
    monoMs: () => nowMs,
    after: (delayMs, then) => {
      const timer = { atMs: nowMs + delayMs, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    tick: (dirty) => {
      ticks.push({ atMs: nowMs, dirty: [...dirty] });
      nowMs += tickCostMs;
      return hasOutputs;
    },
  });
  const advance = (ms: number) => {
    const end = nowMs + ms;
    for (;;) {
      const due = timers.filter(({ atMs }) => atMs <= end).sort((a, b) => a.atMs - b.atMs)[0];
      if (!due) break;
      timers = timers.filter((timer) => timer !== due);
      nowMs = Math.max(nowMs, due.atMs);
      due.then();
    }
    nowMs = Math.max(nowMs, end);
  };
  return { ticker, ticks, advance };
}

test('after a quiet spell a change is told at once, and what comes meanwhile with the next tick', () => {
  const { ticker, ticks, advance } = setUp();
  advance(500);
  ticker.touch(['dossier']);
  advance(0);
  expect(ticks).toEqual([{ atMs: 500, dirty: ['dossier'] }]);
  ticker.touch(['camera']);
  ticker.took(0);
  advance(10);
  expect(ticks[1]).toEqual({ atMs: 503, dirty: ['camera'] });
});

test('the next tick waits until the last one has been sent on', () => {
  const { ticker, ticks, advance } = setUp();
  ticker.touch(['dossier']);
  advance(0);
  ticker.touch(['dossier']);
  advance(400);
  expect(ticks).toHaveLength(1);
  ticker.took(1);
  advance(0);
  expect(ticks).toHaveLength(2);
});

test('a slow fan-out slows the ticks, as a slow evaluation does', () => {
  const slow = setUp();
  slow.ticker.touch(['dossier']);
  slow.advance(0);
  slow.ticker.took(40);
  slow.ticker.touch(['dossier']);
  slow.advance(59);
  expect(slow.ticks).toHaveLength(1);
  slow.advance(1);
  expect(slow.ticks).toHaveLength(2);

  const dear = setUp({ hasOutputs: false, tickCostMs: 40 });
  dear.ticker.touch(['dossier']);
  dear.advance(0);
  dear.ticker.touch(['dossier']);
  dear.advance(59);
  expect(dear.ticks).toHaveLength(1);
  dear.advance(1);
  expect(dear.ticks).toHaveLength(2);
});

test('without changes it ticks once a second, also when the word that it was sent on never comes', () => {
  const { ticks, advance } = setUp();
  advance(3000);
  expect(ticks.map(({ atMs }) => atMs)).toEqual([1000, 2000, 3000]);
});

test('once stopped it ticks no more', () => {
  const { ticker, ticks, advance } = setUp();
  ticker.stop();
  ticker.touch(['dossier']);
  advance(5000);
  expect(ticks).toEqual([]);
});
