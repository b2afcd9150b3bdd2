import type { Area } from '../tile-parts.ts';
import { GRID } from '../type-scale.ts';

/** Whether two areas have a cell in common. */
export function overlaps(a: Area, b: Area): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

export function isInside({ x, y, w, h }: Area): boolean {
  return x >= 0 && y >= 0 && x + w <= GRID.columns && y + h <= GRID.rows;
}

export function isSameArea(a: Area, b: Area): boolean {
  return isSameSize(a, b) && a.x === b.x && a.y === b.y;
}

export function isSameSize(a: Area, b: Area): boolean {
  return a.w === b.w && a.h === b.h;
}

/** The smallest area that holds all; `areas` has one at least. */
export function boundsOf(areas: readonly Area[]): Area {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const right = Math.max(...areas.map((area) => area.x + area.w));
  const bottom = Math.max(...areas.map((area) => area.y + area.h));
  return { x, y, w: right - x, h: bottom - y };
}

/** The nearest area of the grid: whole cells, at least one, moved before it is cut. */
export function snapToGrid({ x, y, w, h }: Area): Area {
  const width = between(Math.round(w), 1, GRID.columns);
  const height = between(Math.round(h), 1, GRID.rows);
  return {
    x: between(Math.round(x), 0, GRID.columns - width),
    y: between(Math.round(y), 0, GRID.rows - height),
    w: width,
    h: height,
  };
}

function between(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
