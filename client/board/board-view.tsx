import type { CSSProperties } from 'react';
import type { Board } from '../../shared/board/board.ts';
import { TileView } from '../tile/tile-view.tsx';
import './board.css';

interface BoardViewProps {
  readonly board: Board;
  readonly isShown: boolean;
  /** Id of the tile that stands out; null or another board's: none. */
  readonly spotlight: string | null;
}

/** A scene. Built once; while it is not shown it keeps its place, its canvases and its subscriptions. */
export function BoardView({ board, isShown, spotlight }: BoardViewProps) {
  const hasSpotlight = board.tiles.some(({ id }) => id === spotlight);
  return (
    <section
      className="board"
      data-shown={isShown}
      data-has-spotlight={hasSpotlight}
      aria-hidden={!isShown}
      inert={!isShown}
      data-board={board.id}
    >
      {board.rules?.map((row) => (
        <hr key={row} className="rule" style={{ gridRow: row + 1 }} />
      ))}
      {board.tiles.map((tile) => (
        <div
          key={tile.id}
          className="cell"
          style={placeIn(tile.area)}
          data-tile={tile.id}
          data-spotlight={hasSpotlight && tile.id === spotlight}
        >
          <TileView tile={tile} place={`${board.id}/${tile.id}`} />
        </div>
      ))}
    </section>
  );
}

function placeIn({ x, y, w, h }: Board['tiles'][number]['area']): CSSProperties {
  return { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` };
}
