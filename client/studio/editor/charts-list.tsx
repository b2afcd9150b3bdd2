import type { PointerEvent } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { fitsIn, leastSize } from '../../../shared/board/edit/least-size.ts';
import type { TileGround } from '../../../shared/board/edit/new-tile.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { pinnedTile } from '../keep/pinned-tile.ts';
import { useStudio } from '../studio-context.ts';
import { KindGlyph } from './kind-glyph.tsx';
import { type SavedChart, useSavedCharts } from './use-saved-charts.ts';
import { EDITOR_WORDS } from './words.ts';

interface ChartsListProps {
  readonly ground: TileGround;
  readonly onGrab: (event: PointerEvent, tile: Tile) => void;
  readonly onAdd: (tile: Tile) => void;
}

/** Charts of the studio as tiles to be. */
export function ChartsList({ ground, onGrab, onAdd }: ChartsListProps) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  const charts = useSavedCharts();
  const tileOf = useTileOf(ground);
  if (charts.length === 0) return null;
  return (
    <>
      <h2 className="ed-heading ed-charts">{words.charts}</h2>
      <ul>
        {charts.map((saved) => {
          const tile = tileOf(saved);
          return (
            <li key={saved.id}>
              <button
                type="button"
                className="list-item ed-kind"
                disabled={tile === null}
                title={tile ? words.paletteHint : words.noTile}
                onPointerDown={(event) => tile && onGrab(event, tile)}
                onClick={() => tile && onAdd(tile)}
              >
                {tile && <KindGlyph kind={tile.kind} />}
                {saved.chart.title}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function useTileOf({ boundaries }: TileGround) {
  const { measures } = useStudio().catalogue;
  return ({ chart }: SavedChart): Tile | null => {
    const title = { vi: chart.title, en: chart.title };
    const tile = pinnedTile(chart, { measures, title, boundaries });
    if (!tile || fitsIn(tile, tile.area.w, tile.area.h)) return tile;
    return { ...tile, area: { ...tile.area, ...leastSize(tile) } };
  };
}
