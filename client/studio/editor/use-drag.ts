import { type PointerEvent as ReactPointerEvent, type RefObject, useRef, useState } from 'react';
import type { Board, Tile } from '../../../shared/board/board.ts';
import { isSameArea, snapToGrid } from '../../../shared/board/edit/area.ts';
import { applyEdit, type Edit, type Outcome } from '../../../shared/board/edit/edits.ts';
import type { Area } from '../../../shared/board/tile-parts.ts';
import { GRID, rowSpan } from '../../../shared/board/type-scale.ts';
import { draggedArea, type Handle } from './guides.ts';

export type DragSource =
  | { readonly kind: 'tile'; readonly tile: Tile; readonly handle: Handle | null }
  | { readonly kind: 'new'; readonly tile: Tile };

export interface Drag {
  readonly source: DragSource;
  /** Where the tile is wanted, in whole cells. */
  readonly area: Area;
  readonly outcome: Outcome;
}

export interface Dragging {
  readonly drag: Drag | null;
  begin(event: ReactPointerEvent, source: DragSource): void;
}

/** Less than this is a press and no drag, CSS px. */
const SLACK_PX = 4;

/**
 * Carries a tile, or one of its edges, with the pointer: what would come of it is worked out at every cell, and done when
 * the button is let go. Escape lets everything be.
 */
export function useDrag(
  board: Board,
  pane: RefObject<HTMLElement | null>,
  drop: (edit: Edit) => void,
): Dragging {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef({ board, drop });
  latest.current = { board, drop };
  const begin = (event: ReactPointerEvent, source: DragSource) => {
    if (event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY };
    const listening = new AbortController();
    let now: Drag | null = null;
    const move = ({ clientX, clientY }: PointerEvent) => {
      const isStill = Math.hypot(clientX - from.x, clientY - from.y) < SLACK_PX;
      const box = pane.current?.getBoundingClientRect();
      if (!box || (!now && isStill)) return;
      const area = wantedArea(source, box, from, { x: clientX, y: clientY });
      if (now && area && isSameArea(now.area, area)) return;
      now = area && {
        source,
        area,
        outcome: applyEdit(latest.current.board, editOf(source, area)),
      };
      setDrag(now);
    };
    const end = (isDone: boolean) => {
      listening.abort();
      setDrag(null);
      if (now && isDone) latest.current.drop(editOf(source, now.area));
    };
    const { signal } = listening;
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', () => end(true), { signal });
    addEventListener('pointercancel', () => end(false), { signal });
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
  };
  return { drag, begin };
}

function editOf(source: DragSource, area: Area): Edit {
  return source.kind === 'new'
    ? { kind: 'add', tile: source.tile, at: area }
    : { kind: 'place', tile: source.tile.id, area };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Null: a new tile is not over the board. */
function wantedArea(source: DragSource, box: DOMRect, from: Point, to: Point): Area | null {
  const scale = box.height / rowSpan(GRID.rows);
  // The box ends with a cell, so a step is a little more than its part of the box.
  const stepX = (box.width + GRID.columnGap * scale) / GRID.columns;
  const stepY = (box.height + GRID.rowGap * scale) / GRID.rows;
  if (source.kind === 'tile') {
    const dx = Math.round((to.x - from.x) / stepX);
    const dy = Math.round((to.y - from.y) / stepY);
    const dragged = draggedArea(source.tile.area, source.handle, dx, dy);
    return source.handle === null ? snapToGrid(dragged) : inside(dragged);
  }
  const isOver = to.x >= box.left && to.x <= box.right && to.y >= box.top && to.y <= box.bottom;
  if (!isOver) return null;
  const { w, h } = source.tile.area;
  const x = (to.x - box.left) / stepX - w / 2;
  const y = (to.y - box.top) / stepY - h / 2;
  return snapToGrid({ x, y, w, h });
}

/** An edge that is pulled beyond the grid ends with it. */
function inside({ x, y, w, h }: Area): Area {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  return {
    x: left,
    y: top,
    w: Math.min(x + w, GRID.columns) - left,
    h: Math.min(y + h, GRID.rows) - top,
  };
}
