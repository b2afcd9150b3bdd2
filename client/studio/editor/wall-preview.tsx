import { type CSSProperties, memo } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { BoardView } from '../../board/board-view.tsx';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { WallHeader } from '../../wall/wall-header.tsx';
import '../../wall/wall.css';

interface WallPreviewProps {
  readonly board: Board;
  /** What stands beside it on a screen with room for two; null: nothing. */
  readonly next: Board | null;
  readonly panes: number;
}

/** The board as the wall draws it, with the wall's own parts and live figures. */
export const WallPreview = memo(function WallPreview({ board, next, panes }: WallPreviewProps) {
  const { language, pack } = useTileSurroundings();
  const shown = next && panes > 1 ? [board, next] : [board];
  return (
    <div className="wall" style={{ '--panes': panes } as CSSProperties}>
      <WallHeader
        place={pack.name[language]}
        shown={shown}
        isDemo={pack.demo === true}
        isFrozen={false}
        past={null}
        language={language}
      />
      <div className="wall-stage">
        {shown.map((each, slot) => (
          <div key={each.id} className="pane" style={{ '--slot': slot } as CSSProperties}>
            <BoardView board={each} isShown={true} spotlight={null} />
          </div>
        ))}
      </div>
      <footer className="wall-footer" />
    </div>
  );
});
