import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RateCondition, type SeenFigure, Trail, Trails } from './trails.ts';

const MINUTE_MS = 60_000;
const figure = (minute: number, value: number | null, from = ''): SeenFigure => ({
  ...{ atMs: minute * MINUTE_MS, value, from },
});

test('what a figure was a window ago is one that was seen, at most a sixtieth of the window before the newest that old', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 5, max: 240 }), (gaps, overMinutes) => {
      const trail = new Trail(overMinutes * MINUTE_MS);
      const all: SeenFigure[] = [];
      let minute = 0;
      for (const [at, gap] of gaps.entries()) {
        minute += gap;
        const now = figure(minute, at);
        const told = trail.before('718', now);
        const oldest = minute - overMinutes * 1.5;
        const latest = minute - overMinutes;
        const old = all.filter(({ atMs }) => atMs <= latest * MINUTE_MS);
        if (told) {
          expect(all).toContainEqual(told);
          expect(told.atMs).toBeLessThanOrEqual(latest * MINUTE_MS);
          expect(told.atMs).toBeGreaterThanOrEqual(oldest * MINUTE_MS);
          const newest = old.at(-1)?.atMs ?? 0;
          expect(newest - told.atMs).toBeLessThan((overMinutes * MINUTE_MS) / 60);
        } else {
          // Nothing was seen then, or so long before that it says nothing of the window.
          const share = overMinutes / 60;
          expect(old.filter(({ atMs }) => atMs >= (oldest + share) * MINUTE_MS)).toEqual([]);
        }
        all.push(now);
      }
    }),
  );
});

test('a trail holds sixty figures a window, however often it is looked', () => {
  const trail = new Trail(60 * MINUTE_MS);
  let worst = 0;
  for (let second = 0; second < 4 * 3600; second += 3) {
    const atMs = second * 1000;
    const told = trail.before('718', { atMs, value: second, from: '' });
    if (told) worst = Math.max(worst, atMs - told.atMs);
  }
  expect(worst).toBeLessThanOrEqual(61 * MINUTE_MS);
});

test('subjects are apart, periods are apart, and a clock that went back begins anew', () => {
  const trail = new Trail(10 * MINUTE_MS);
  trail.before('718', figure(0, 1, '2024-01-01'));
  trail.before('719', figure(0, 5, '2024-01-01'));
  expect(trail.before('718', figure(10, 2, '2024-01-01'))?.value).toBe(1);
  expect(trail.before('719', figure(10, 6, '2024-01-02'))).toBeUndefined();
  expect(trail.before('720', figure(10, 7, '2024-01-01'))).toBeUndefined();
  expect(trail.before('718', figure(3, 9, '2024-01-01'))).toBeUndefined();
  expect(trail.before('718', figure(13, 4, '2024-01-01'))?.value).toBe(9);
});

test('a rule that asks otherwise begins anew, one whose limit alone has changed goes on, one that is gone is forgotten', () => {
  const trails = new Trails();
  const condition: RateCondition = {
    ...{ kind: 'rate', is: 'above', limit: 5, overMinutes: 30, as: 'difference' },
    query: { measure: 'dossier.openLate', unit: '74', period: { relative: 'today' } },
  };
  const first = trails.of('a', condition);
  expect(trails.of('a', { ...condition, limit: 9 })).toBe(first);
  expect(trails.of('a', { ...condition, overMinutes: 60 })).not.toBe(first);
  expect(trails.of('b', condition)).not.toBe(first);
  trails.keepOnly([['b', condition]]);
  expect(trails.of('a', condition)).not.toBe(first);
});
