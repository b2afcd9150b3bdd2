import { expect, test } from 'vitest';
import type { Health } from '../../shared/protocol/directing.ts';
import { screenState } from './screen-state.ts';

const HEALTH: Health = {
  name: 'Trái',
  scene: 'overview',
  revision: 4,
  frameAgeMs: 300,
  dataAgeMs: 20_000,
  heapBytes: 60_000_000,
  contextLosses: 0,
  width: 1920,
  height: 1080,
};
const wordOf = (change: Partial<Health>, silentMs = 1000, revision: number | null = 4) =>
  screenState({ health: { ...HEALTH, ...change }, isGone: false }, silentMs, revision).word;

test('a healthy screen follows, or runs by itself where there are no orders', () => {
  expect(wordOf({})).toBe('follows');
  expect(wordOf({ revision: 0 }, 1000, null)).toBe('free');
});

test('what is wrong with a screen is said, the worst first', () => {
  expect(wordOf({ revision: 3 })).toBe('behind');
  expect(wordOf({ contextLosses: 1 })).toBe('graphics');
  expect(wordOf({ dataAgeMs: 91_000, contextLosses: 1 })).toBe('old');
  expect(wordOf({ heapBytes: 2e9 })).toBe('heavy');
  expect(wordOf({ frameAgeMs: 5001, dataAgeMs: 91_000 })).toBe('still');
  expect(wordOf({ frameAgeMs: 5001 }, 15_001)).toBe('silent');
  expect(screenState({ health: HEALTH, isGone: true }, 0, 4)).toEqual({
    severity: 'alarm',
    word: 'gone',
  });
});
