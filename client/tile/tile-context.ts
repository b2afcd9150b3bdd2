import { createContext, useContext, useEffect } from 'react';
import type { Measure } from '../../shared/measure/measure.ts';
import type { PublishedFigure } from '../../shared/published/published.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import type { Language } from '../../shared/unit/format.ts';
import type { Names } from '../../shared/words/names.ts';
import type { Abnormality, AbnormalityBook, Movement } from './abnormality.ts';
import type { FigureAsk } from './figure-ask.ts';

/** What every tile knows besides its own answers; it changes with the language and the pack only. */
export interface TileSurroundings {
  readonly language: Language;
  /** Code of the unit the board is about. */
  readonly root: string;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly names: Names;
  readonly published: ReadonlyMap<string, PublishedFigure>;
  readonly abnormalities: AbnormalityBook;
  readonly pack: Pack;
  readonly territory: Territory;
  /** Reads a path of the server once, as often as it takes. */
  readonly read: (path: string, signal: AbortSignal) => Promise<unknown>;
  /** Reads bytes of a file of the server; rejects where they do not come. */
  readonly readRange: (
    path: string,
    range: { readonly offset: number; readonly length: number },
    signal: AbortSignal | undefined,
  ) => Promise<ArrayBuffer>;
  /** Shows the card of a figure. */
  readonly openFigure: (figure: FigureAsk) => void;
  /** Leads to a tile of any scene, `board/tile`, and lights it for a while. */
  readonly openTile: (tile: string) => void;
  /** Title of the scene that `board/tile` is on. */
  readonly sceneOf: (tile: string) => string;
  /** Shows another unit; the province for its code. */
  readonly openUnit: (unit: string) => void;
}

export const TileContext = createContext<TileSurroundings | null>(null);

export function useTileSurroundings(): TileSurroundings {
  const surroundings = useContext(TileContext);
  if (!surroundings) throw new Error('TileContext has no value');
  return surroundings;
}

/** Tells the situation what moved in this tile, until the tile goes. */
export function useMovement(tile: string, movement: Movement | null): void {
  const { abnormalities } = useTileSurroundings();
  const content = JSON.stringify(movement);
  useEffect(() => {
    abnormalities.putMovement(tile, JSON.parse(content) as Movement | null);
  }, [abnormalities, tile, content]);
  useEffect(() => () => abnormalities.putMovement(tile, null), [abnormalities, tile]);
}

/** Tells the footer what is abnormal in this tile, until the tile goes. */
export function useReport(tile: string, found: readonly Abnormality[]): void {
  const { abnormalities } = useTileSurroundings();
  const content = JSON.stringify(found);
  useEffect(() => {
    abnormalities.put(tile, JSON.parse(content) as Abnormality[]);
  }, [abnormalities, tile, content]);
  useEffect(() => () => abnormalities.put(tile, []), [abnormalities, tile]);
}
