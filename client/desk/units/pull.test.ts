import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pullOf, type Rate, strongestPull } from './pull.ts';

const rates = fc
  .tuple(fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }))
  .map(([num, more]): Rate => ({ num, den: num + more }));
const sum = (parts: readonly Rate[]): Rate =>
  parts.reduce((all, { num, den }) => ({ num: all.num + num, den: all.den + den }), {
    num: 0,
    den: 0,
  });

describe('the pull of a part on the rate of the whole', () => {
  test('is share times distance: 2.570 of 2.683 against 21.212 of 21.609', () => {
    const pull = pullOf({ num: 2570, den: 2683 }, { num: 21_212, den: 21_609 }) ?? 0;
    const share = 2683 / 21_609;
    const distance = (2570 / 2683) * 100 - (21_212 / 21_609) * 100;
    expect(pull).toBeCloseTo(share * distance, 10);
    expect(pull).toBeCloseTo(-0.2948, 4);
  });

  test('adds up to zero over all parts', () => {
    fc.assert(
      fc.property(fc.array(rates, { minLength: 1, maxLength: 30 }), (parts) => {
        const whole = sum(parts);
        const pulls = parts.map((part) => pullOf(part, whole) ?? 0);
        expect(pulls.reduce((all, pull) => all + pull, 0)).toBeCloseTo(0, 8);
      }),
    );
  });

  test('is below zero exactly where the part is worse than the whole', () => {
    fc.assert(
      fc.property(rates, rates, (part, rest) => {
        const whole = sum([part, rest]);
        const pull = pullOf(part, whole);
        if (pull === null || Math.abs(pull) < 1e-9) return;
        expect(pull < 0).toBe(part.num / part.den < whole.num / whole.den);
      }),
    );
  });

  test('is none without a denominator', () => {
    expect(pullOf({ num: 0, den: 0 }, { num: 1, den: 2 })).toBeNull();
    expect(pullOf(null, { num: 1, den: 2 })).toBeNull();
  });
});

describe('the strongest pull', () => {
  test('is notable where it is strong by itself and among the others', () => {
    expect(strongestPull([-0.29, -0.02, 0.31])).toEqual({
      index: 0,
      points: -0.29,
      isNotable: true,
    });
    expect(strongestPull([-0.06, -0.06, -0.06, -0.06, 0.24])?.isNotable).toBe(false);
    expect(strongestPull([-0.02, 0.02])?.isNotable).toBe(false);
  });

  test('is nobody where all do alike, or where there is one only', () => {
    expect(strongestPull([0, 0, null])).toBeNull();
    expect(strongestPull([-0.4])).toBeNull();
  });
});
