import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barScale, dotScale, placeOn } from './scale.ts';

describe('a bar scale', () => {
  it('begins at zero, whatever the values', () => {
    expect(barScale([98, 99]).low).toBe(0);
    expect(placeOn(barScale([50, 100]), 50)).toBe(50);
    expect(placeOn(barScale([]), 0)).toBe(0);
  });
});

describe('a dot scale', () => {
  it('is cut to the values at round ticks and does not pass its ceiling', () => {
    expect(dotScale([96.4, 98.9], 100)).toEqual({ low: 96, high: 99, ticks: [96, 97, 98, 99] });
    expect(dotScale([99.2, 99.9], 100).high).toBe(100);
    expect(dotScale([99.92, 100], 100).high).toBe(100);
    expect(dotScale([100, 100], 100)).toMatchObject({ low: 95, high: 100 });
  });
  it('holds every value between its ends, with few ticks', () => {
    const rates = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 });
    const holds = fc.property(rates, (values) => {
      const scale = dotScale(values, 100);
      expect(scale.low).toBeLessThanOrEqual(Math.min(...values) + 1e-6);
      expect(scale.high).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6);
      expect(scale.high).toBeGreaterThan(scale.low);
      expect(scale.ticks.length).toBeLessThanOrEqual(8);
    });
    expect(() => fc.assert(holds)).not.toThrow();
  });
});
