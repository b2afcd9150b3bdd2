import type { CSSProperties } from 'react';
import type { Board } from '../../shared/board/board.ts';
import { TileView } from '../tile/tile-view.tsx';
import './board.css';

/** A scene. Built once; while it is not shown it keeps its place, its canvases and its subscriptions. */
export function BoardView({ board, isShown }: { board: Board; isShown: boolean }) {
  return (
    <section
      className="board"
      data-shown={isShown}
      aria-hidden={!isShown}
      inert={!isShown}
      data-board={board.id}
    >
      {board.rules?.map((row) => (
        <hr key={row} className="rule" style={{ gridRow: row + 1 }} />
      ))}
      {board.tiles.map((tile) => (
        <div key={tile.id} className="cell" style={placeIn(tile.area)} data-tile={tile.id}>
          <TileView tile={tile} place={`${board.id}/${tile.id}`} />
        </div>
      ))}
    </section>
  );
}

function placeIn({ x, y, w, h }: Board['tiles'][number]['area']): CSSProperties {
  return { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` };
}
