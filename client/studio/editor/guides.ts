import type { Area } from '../../../shared/board/tile-parts.ts';

/** A line across the board where the edges of two tiles are one: `at` in cells, on this side of the gap between two. */
export interface Guide {
  readonly edge: 'left' | 'right' | 'top' | 'bottom';
  readonly at: number;
}

/** Edges of an area that some other area has as well, each once. */
export function guidesOf(area: Area, others: readonly Area[]): Guide[] {
  const edges = edgesOf(area);
  const theirs = others.flatMap(edgesOf);
  return edges.filter((own) => theirs.some(({ edge, at }) => edge === own.edge && at === own.at));
}

function edgesOf({ x, y, w, h }: Area): Guide[] {
  return [
    { edge: 'left', at: x },
    { edge: 'right', at: x + w },
    { edge: 'top', at: y },
    { edge: 'bottom', at: y + h },
  ];
}

/** Which sides a handle of a tile pulls: `n`, `se` … */
export const HANDLES = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Handle = (typeof HANDLES)[number];

/** The area that a tile gets when it is taken at a handle (null: as a whole) and carried so many cells. */
export function draggedArea(from: Area, handle: Handle | null, dx: number, dy: number): Area {
  if (handle === null) return { ...from, x: from.x + dx, y: from.y + dy };
  const left = handle.includes('w') ? Math.min(dx, from.w - 1) : 0;
  const top = handle.includes('n') ? Math.min(dy, from.h - 1) : 0;
  const right = handle.includes('e') ? dx : 0;
  const bottom = handle.includes('s') ? dy : 0;
  return {
    x: from.x + left,
    y: from.y + top,
    w: Math.max(1, from.w - left + right),
    h: Math.max(1, from.h - top + bottom),
  };
}
