import { describe, expect, it } from 'vitest';
import { runsOf, sparkline } from './sparkline.ts';

describe('a sparkline', () => {
  it('draws a gap as a gap and a lone value as a dot', () => {
    const { runs, dots } = sparkline([1, 2, null, 3, null, 4, 5], 60, 10);
    expect(runs).toEqual(['M0 10L10 7.5', 'M50 2.5L60 0']);
    expect(dots).toEqual([
      { x: 30, y: 5 },
      { x: 60, y: 0 },
    ]);
  });
  it('of equal values is a line and of none is nothing', () => {
    expect(sparkline([3, 3], 10, 10).runs).toEqual(['M0 10L10 10']);
    expect(sparkline([null, null], 10, 10)).toEqual({ runs: [], dots: [] });
  });
  it('marks a single value once', () => {
    expect(sparkline([null, 3], 10, 10).dots).toHaveLength(1);
  });
  it('never joins what a gap separates', () => {
    expect(runsOf([1, null, null, 2, 3])).toEqual([[1], [2, 3]]);
  });
});
