import type { Board, Tile } from '../board.ts';
import type { Area } from '../tile-parts.ts';
import { GRID } from '../type-scale.ts';
import { isInside } from './area.ts';
import { applyEdit, type Outcome } from './edits.ts';
import { fitsIn } from './least-size.ts';

/** Makes a tile as large as it must be to be read, with as few cells as it takes; refused where there is no room. */
export function growToFit(board: Board, id: string): Outcome {
  const tile = board.tiles.find((each) => each.id === id);
  if (!tile) return { refused: { reason: 'no-tile' } };
  for (const area of largerAreas(tile)) {
    const outcome = applyEdit(board, { kind: 'place', tile: id, area });
    if ('board' in outcome) return outcome;
  }
  return { refused: { reason: 'no-room' } };
}

/** Larger areas in which the tile can be read, those with fewer cells first, growing to the right and down first. */
function largerAreas(tile: Tile): Area[] {
  const { x, y, w, h } = tile.area;
  const areas: Area[] = [];
  for (let wider = w; wider <= GRID.columns; wider++) {
    for (let higher = h; higher <= GRID.rows; higher++) {
      if (!fitsIn(tile, wider, higher)) continue;
      const corners = [x, x + w - wider].flatMap((left) =>
        [y, y + h - higher].map((top) => ({ x: left, y: top, w: wider, h: higher })),
      );
      areas.push(...corners.filter(isInside));
    }
  }
  return areas.sort((a, b) => a.w * a.h - b.w * b.h);
}
