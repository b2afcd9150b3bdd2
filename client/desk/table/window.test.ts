import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyHeight, type Scrolled, scrollTo, windowOf } from './window.ts';

const scrolls = fc
  .record({
    total: fc.integer({ min: 1, max: 5_000_000 }),
    rowPx: fc.constantFrom(28, 32, 40),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    heightPx: fc.integer({ min: 100, max: 1400 }),
  })
  .map(({ share, ...rest }): Scrolled => {
    const way = Math.max(bodyHeight(rest.total, rest.rowPx) - rest.heightPx, 0);
    return { ...rest, topPx: Math.floor(share * way) };
  });

describe('the window of a long table', () => {
  test('draws every row that is seen and never more than two screens of them', () => {
    fc.assert(
      fc.property(scrolls, (scrolled) => {
        const { first, last, offsetPx } = windowOf(scrolled);
        const { total, rowPx, topPx, heightPx } = scrolled;
        const bottom = offsetPx + (last - first + 1) * rowPx;
        if (first > 0) expect(offsetPx).toBeLessThanOrEqual(topPx);
        if (last < total - 1) expect(bottom).toBeGreaterThanOrEqual(topPx + heightPx);
        expect(last - first).toBeLessThanOrEqual(Math.ceil(heightPx / rowPx) + 16);
      }),
    );
  });

  test('shows the first row at the top and the last one at the bottom', () => {
    for (const total of [10, 100_000, 3_000_000]) {
      const at = { total, rowPx: 32, heightPx: 640 };
      const end = Math.max(bodyHeight(total, 32) - 640, 0);
      expect(windowOf({ ...at, topPx: 0 }).first).toBe(0);
      expect(windowOf({ ...at, topPx: end }).last).toBe(total - 1);
    }
  });

  test('brings any row into sight', () => {
    fc.assert(
      fc.property(scrolls, fc.nat(), (scrolled, any) => {
        const row = any % scrolled.total;
        const topPx = scrollTo(row, scrolled) ?? scrolled.topPx;
        const { first, last } = windowOf({ ...scrolled, topPx });
        expect(row).toBeGreaterThanOrEqual(first);
        expect(row).toBeLessThanOrEqual(last);
      }),
    );
  });

  test('does not move for a row that is seen', () => {
    expect(scrollTo(5, { total: 100, rowPx: 32, topPx: 64, heightPx: 320 })).toBeNull();
  });
});
