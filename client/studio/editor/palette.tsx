import type { PointerEvent } from 'react';
import type { Tile, TileKind } from '../../../shared/board/board.ts';
import { newTile, type TileGround } from '../../../shared/board/edit/new-tile.ts';
import { KIND_WORDS } from '../../../shared/board/edit/setting-words.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { ChartsList } from './charts-list.tsx';
import { KindGlyph } from './kind-glyph.tsx';
import { EDITOR_WORDS } from './words.ts';

interface PaletteProps {
  readonly ground: TileGround;
  readonly onGrab: (event: PointerEvent, tile: Tile) => void;
  readonly onAdd: (tile: Tile) => void;
}

const KINDS = Object.keys(KIND_WORDS) as TileKind[];

/** Every kind of tile: carried onto the board, or put where there is room by a press or Enter. */
export function Palette({ ground, onGrab, onAdd }: PaletteProps) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  return (
    <section className="ed-palette" aria-labelledby="ed-palette-title">
      <h2 id="ed-palette-title" className="ed-heading">
        {words.palette}
      </h2>
      <ul>
        {KINDS.map((kind) => {
          const tile = newTile(kind, ground);
          return (
            <li key={kind}>
              <button
                type="button"
                className="list-item ed-kind"
                disabled={tile === null}
                title={tile ? words.paletteHint : words.nothingToShow}
                onPointerDown={(event) => tile && onGrab(event, tile)}
                onClick={() => tile && onAdd(tile)}
              >
                <KindGlyph kind={kind} />
                {KIND_WORDS[kind][language]}
              </button>
            </li>
          );
        })}
      </ul>
      <ChartsList ground={ground} onGrab={onGrab} onAdd={onAdd} />
      <p className="ed-hint">{words.paletteHint}</p>
    </section>
  );
}
