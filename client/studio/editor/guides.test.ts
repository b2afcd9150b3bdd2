import { describe, expect, it } from 'vitest';
import { draggedArea, guidesOf } from './guides.ts';

describe('guides', () => {
  it('are drawn where an edge meets the same edge of another tile', () => {
    const others = [
      { x: 0, y: 0, w: 8, h: 4 },
      { x: 16, y: 4, w: 8, h: 4 },
    ];
    expect(guidesOf({ x: 8, y: 0, w: 8, h: 8 }, others)).toEqual([
      { edge: 'top', at: 0 },
      { edge: 'bottom', at: 8 },
    ]);
    expect(guidesOf({ x: 9, y: 1, w: 3, h: 2 }, others)).toEqual([]);
  });
});

describe('a tile that is dragged', () => {
  const from = { x: 4, y: 4, w: 6, h: 3 };
  it('moves as a whole, or follows the edge it is taken at', () => {
    expect(draggedArea(from, null, 2, -1)).toEqual({ x: 6, y: 3, w: 6, h: 3 });
    expect(draggedArea(from, 'se', 2, 1)).toEqual({ x: 4, y: 4, w: 8, h: 4 });
    expect(draggedArea(from, 'nw', -2, 1)).toEqual({ x: 2, y: 5, w: 8, h: 2 });
  });
  it('never turns inside out', () => {
    expect(draggedArea(from, 'w', 9, 0)).toEqual({ x: 9, y: 4, w: 1, h: 3 });
    expect(draggedArea(from, 'e', -9, 0)).toEqual({ x: 4, y: 4, w: 1, h: 3 });
  });
});
