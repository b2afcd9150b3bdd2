import type { Tile } from '../board.ts';
import { lintTile } from '../legibility.ts';
import type { Area } from '../tile-parts.ts';
import { GRID } from '../type-scale.ts';

/** Whether a tile can be read at this width and height in cells. */
export function fitsIn(tile: Tile, w: number, h: number): boolean {
  const at = { ...tile, area: { x: 0, y: 0, w, h } };
  return lintTile(at).every(({ rule }) => rule !== 'width' && rule !== 'height');
}

/** The smallest size in cells, by number of cells, in which a tile can be read; none where it needs more than the grid. */
export function leastSize(tile: Tile): { w: number; h: number } | undefined {
  let best: { w: number; h: number } | undefined;
  for (let w = 1; w <= GRID.columns; w++) {
    const h = leastHeight(tile, w);
    if (h !== undefined && (!best || w * h < best.w * best.h)) best = { w, h };
  }
  return best;
}

/** Least height in cells at a width; none where even the whole grid is too low or the width too narrow. */
export function leastHeight(tile: Tile, w: number): number | undefined {
  // More height never hurts, so one look at the whole grid tells whether there is any.
  if (!fitsIn(tile, w, GRID.rows)) return undefined;
  let h = 1;
  while (!fitsIn(tile, w, h)) h += 1;
  return h;
}

/**
 * What a tile may be resized to: never below what can be read, except where it is smaller already. `wanted` comes from
 * an edge or a corner of `tile.area`; the other edges stay.
 */
export function legibleArea(tile: Tile, wanted: Area): Area {
  const size = nearestLegible(tile, wanted);
  const { area } = tile;
  const isFromLeft = wanted.x !== area.x;
  const isFromTop = wanted.y !== area.y;
  return {
    x: isFromLeft ? wanted.x + wanted.w - size.w : wanted.x,
    y: isFromTop ? wanted.y + wanted.h - size.h : wanted.y,
    ...size,
  };
}

function nearestLegible(tile: Tile, { w, h }: Area): { w: number; h: number } {
  const most = { w: Math.max(w, tile.area.w), h: Math.max(h, tile.area.h) };
  for (let grown = 0; grown <= most.w - w + most.h - h; grown++) {
    for (
      let wider = Math.max(0, grown - (most.h - h));
      wider <= Math.min(grown, most.w - w);
      wider++
    ) {
      const size = { w: w + wider, h: h + grown - wider };
      if (fitsIn(tile, size.w, size.h)) return size;
    }
  }
  return most;
}
