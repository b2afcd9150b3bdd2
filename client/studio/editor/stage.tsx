import type { CSSProperties, KeyboardEvent, RefObject } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { GRID, SCREEN } from '../../../shared/board/type-scale.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { designScale } from '../../ui/tokens.ts';
import { DragGhosts } from './drag-ghosts.tsx';
import { Selection, TileFrame } from './tile-frames.tsx';
import type { Dragging } from './use-drag.ts';
import type { Editor } from './use-editor.ts';
import { useFit } from './use-fit.ts';
import type { Verdict } from './verdicts.ts';
import { WallPreview } from './wall-preview.tsx';
import { layoutOf, type WallSize } from './wall-sizes.ts';
import { EDITOR_WORDS } from './words.ts';
import './stage.css';

interface StageProps {
  readonly editor: Editor;
  readonly dragging: Dragging;
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly size: WallSize;
  readonly next: Board | null;
  readonly verdicts: readonly Verdict[];
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The wall, scaled to the room there is, and over it what is drawn with. */
export function Stage({ editor, dragging, pane, size, next, verdicts, onKeyDown }: StageProps) {
  const { width, panes } = layoutOf(size);
  const { box, scale } = useFit(width);
  const sheet = { width: width * scale, height: SCREEN.height * scale };
  return (
    <div className="ed-canvas" ref={box}>
      {scale > 0 && (
        <div className="ed-sheet" style={sheet}>
          <div className="ed-wall" inert style={wallStyle(width, sheet.width)}>
            <WallPreview board={editor.board} next={next} panes={panes} />
          </div>
          <Drawing
            {...{ editor, dragging, pane, verdicts, onKeyDown }}
            style={paneStyle(width / panes, scale)}
          />
        </div>
      )}
    </div>
  );
}

interface DrawingProps extends Omit<StageProps, 'size' | 'next'> {
  readonly style: CSSProperties;
}

function Drawing({ editor, dragging, pane, verdicts, onKeyDown, style }: DrawingProps) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  const { board, selected } = editor;
  const { drag, begin } = dragging;
  const chosen = board.tiles.find(({ id }) => id === selected);
  return (
    <section
      className="ed-pane"
      ref={pane}
      style={style}
      aria-label={words.canvas}
      aria-describedby="ed-canvas-help"
      data-dragging={drag !== null}
    >
      {board.tiles.map((tile) => (
        <TileFrame
          key={tile.id}
          tile={tile}
          language={language}
          isSelected={tile.id === selected}
          faults={verdicts.filter((each) => each.tile === tile.id).map(({ text }) => text)}
          onSelect={() => editor.select(tile.id)}
          onGrab={(event) => begin(event, { kind: 'tile', tile, handle: null })}
          onKeyDown={onKeyDown}
        />
      ))}
      {chosen && !drag && (
        <Selection
          tile={chosen}
          language={language}
          onGrab={(event, handle) => begin(event, { kind: 'tile', tile: chosen, handle })}
        />
      )}
      {drag && <DragGhosts drag={drag} board={board} language={language} />}
    </section>
  );
}

/** Drawn at the size of this page's own design pixels, then scaled as a whole: letters stay letters. */
function wallStyle(width: number, shown: number): CSSProperties {
  return {
    width: `${width / 16}rem`,
    height: `${SCREEN.height / 16}rem`,
    transform: `scale(${shown / (width * designScale())})`,
  };
}

function paneStyle(width: number, scale: number): CSSProperties {
  const px = (design: number) => `${design * scale}px`;
  return {
    left: px(GRID.left),
    top: px(GRID.top),
    width: px(width - GRID.left - GRID.right),
    height: px(SCREEN.height - GRID.top - GRID.bottom),
    '--ed-column-gap': px(GRID.columnGap),
    '--ed-row-gap': px(GRID.rowGap),
  } as CSSProperties;
}
