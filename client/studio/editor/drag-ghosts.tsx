import type { Board } from '../../../shared/board/board.ts';
import { isSameArea } from '../../../shared/board/edit/area.ts';
import { sizeText } from '../../../shared/board/edit/diff-words.ts';
import { refusalText } from '../../../shared/board/edit/verdict-words.ts';
import type { Area } from '../../../shared/board/tile-parts.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { type Guide, guidesOf } from './guides.ts';
import { placeOf } from './tile-frames.tsx';
import type { Drag } from './use-drag.ts';

interface DragGhostsProps {
  readonly drag: Drag;
  readonly board: Board;
  readonly language: Language;
}

interface Ghost {
  readonly key: string;
  readonly area: Area;
  readonly isOwn: boolean;
}

/** Cells, what would come to stand where, and the lines on which edges meet. */
export function DragGhosts({ drag, board, language }: DragGhostsProps) {
  const { outcome, area } = drag;
  const isRefused = 'refused' in outcome;
  const ghosts = isRefused ? [] : ghostsOf(drag, board, outcome.board);
  const own = ghosts.find(({ isOwn }) => isOwn)?.area ?? area;
  const others = isRefused
    ? []
    : outcome.board.tiles.filter((tile) => tile.area !== own).map((tile) => tile.area);
  return (
    <>
      <div className="ed-cells" aria-hidden="true" />
      {guidesOf(own, others).map((guide) => (
        <span
          key={`${guide.edge}${guide.at}`}
          className="ed-guide"
          data-edge={guide.edge}
          style={guideStyle(guide)}
        />
      ))}
      {ghosts.map((ghost) => (
        <div
          key={ghost.key}
          className="ed-ghost"
          data-own={ghost.isOwn}
          style={placeOf(ghost.area)}
        >
          {ghost.isOwn && <span className="ed-badge">{sizeText(ghost.area)}</span>}
        </div>
      ))}
      {isRefused && (
        <div className="ed-ghost" data-refused="true" style={placeOf(area)}>
          <span className="ed-badge">{refusalText(outcome.refused, language)}</span>
        </div>
      )}
    </>
  );
}

function ghostsOf({ source }: Drag, before: Board, after: Board): Ghost[] {
  const own = source.kind === 'tile' ? source.tile.id : after.tiles.at(-1)?.id;
  return after.tiles.flatMap(({ id, area }) => {
    const was = before.tiles.find((tile) => tile.id === id)?.area;
    const isOwn = id === own;
    return !isOwn && was && isSameArea(was, area) ? [] : [{ key: id, area, isOwn }];
  });
}

/** The grid's steps are a cell and a gap; ends of tiles lie a gap before the next step. */
function guideStyle({ edge, at }: Guide) {
  const isAcross = edge === 'top' || edge === 'bottom';
  const gap = isAcross ? 'var(--ed-row-gap)' : 'var(--ed-column-gap)';
  const back = edge === 'right' || edge === 'bottom' ? ` - ${gap}` : '';
  const place = `calc((100% + ${gap}) / ${isAcross ? 12 : 24} * ${at}${back})`;
  return isAcross ? { top: place } : { left: place };
}
