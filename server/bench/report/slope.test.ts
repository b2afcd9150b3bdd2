import { expect, test } from 'vitest';
import { slopeOf } from './slope.ts';

const line = (y: (x: number) => number) => Array.from({ length: 20 }, (_, x) => ({ x, y: y(x) }));

test('points on a line give its slope without error', () => {
  const { perStep, error } = slopeOf(line((x) => 7 + 3 * x));
  expect(perStep).toBeCloseTo(3, 12);
  expect(error).toBeCloseTo(0, 12);
});

test('a saw tooth without growth lies within two errors of nothing', () => {
  const { perStep, error } = slopeOf(line((x) => (x % 2 === 0 ? 5 : -5)));
  expect(error).toBeGreaterThan(0);
  expect(Math.abs(perStep)).toBeLessThan(2 * error);
});

test('growth stands out of the same saw tooth', () => {
  const { perStep, error } = slopeOf(line((x) => 2 * x + (x % 2 === 0 ? 5 : -5)));
  expect(perStep - 2 * error).toBeGreaterThan(1);
});

test('two points are no trend', () => {
  expect(() =>
    slopeOf([
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]),
  ).toThrow(RangeError);
});
