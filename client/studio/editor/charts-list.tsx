import { type PointerEvent, useEffect, useRef } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import type { TileGround } from '../../../shared/board/edit/new-tile.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { useStudio } from '../studio-context.ts';
import { tileOfChart } from './chart-tile.ts';
import { KindGlyph } from './kind-glyph.tsx';
import { type SavedChart, useSavedCharts } from './use-saved-charts.ts';
import { EDITOR_WORDS } from './words.ts';

interface ChartsListProps {
  readonly ground: TileGround;
  readonly onGrab: (event: PointerEvent, tile: Tile) => void;
  readonly onAdd: (tile: Tile) => void;
}

/** Charts of the studio as tiles to be. `?pin=<chart>` puts one on the board at once. */
export function ChartsList({ ground, onGrab, onAdd }: ChartsListProps) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  const pin = usePlace().params.get('pin');
  const charts = useSavedCharts(pin);
  const tileOf = useTileOf(ground);
  const pinned = charts.find(({ id }) => id === pin);
  usePinning(pinned ? tileOf(pinned) : null, onAdd);
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

function useTileOf(ground: TileGround) {
  const { measures } = useStudio().catalogue;
  return ({ id, chart }: SavedChart) =>
    tileOfChart(chart, id, ground, (measure) => {
      const name = measures.get(measure)?.name;
      return { vi: name?.vi ?? measure, en: name?.en ?? measure };
    });
}

/** Once, and the address says no longer that it shall be. */
function usePinning(tile: Tile | null, onAdd: (tile: Tile) => void): void {
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (!tile || done.current === tile.id) return;
    done.current = tile.id;
    onAdd(tile);
    changeParams({ pin: null }, 'replace');
  });
}
