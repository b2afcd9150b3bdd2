import { useMemo, useState } from 'react';
import type { Board } from '../../shared/board/board.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import type { Language } from '../../shared/unit/format.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { namesOf } from '../../shared/words/names.ts';
import { createAbnormalityBook } from '../tile/abnormality.ts';
import type { TileSurroundings } from '../tile/tile-context.ts';
import { type FetchPorts, fetchForever } from './fetch-forever.ts';
import { type ByteRange, fetchRange } from './fetch-range.ts';
import type { WallCatalogue } from './surroundings.ts';
import type { AskedPlace } from './use-unit.ts';

const FETCH: FetchPorts = {
  fetch: (path, init) => fetch(path, init),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  onFailure: () => undefined,
};

interface SurroundingsBasis {
  readonly catalogue: WallCatalogue;
  readonly language: Language;
  readonly asked: AskedPlace;
  readonly token: string;
  /** Null shows the province. */
  readonly setUnit: (unit: string | null) => void;
  readonly openFigure: TileSurroundings['openFigure'];
  readonly openTile: (tile: string) => void;
}

/** What the tiles of this wall know besides their answers; the same object until one of its parts changes. */
export function useSurroundings(basis: SurroundingsBasis): TileSurroundings {
  const { catalogue, language, asked, token, setUnit, openTile, openFigure } = basis;
  const { boards, pack, measures, published } = catalogue;
  const { abnormalities, names, territory } = useKnown(pack);
  const top = asked.isToday ? territory.on(localDayOf(Date.now())).root : pack.root;
  const isKnown = pack.units.some(({ code }) => code === asked.unit);
  const root = isKnown && asked.unit !== null ? asked.unit : top;
  return useMemo(
    () => ({
      language,
      root,
      measures,
      names,
      published,
      abnormalities,
      pack,
      territory,
      read: (path: string, signal: AbortSignal) => fetchForever(path, token, FETCH, signal),
      readRange: (path: string, range: ByteRange, signal: AbortSignal | undefined) =>
        fetchRange(path, range, token, signal),
      openFigure,
      openTile,
      sceneOf: (tile: string) => sceneOf(boards, tile, language),
      openUnit: (unit: string) => setUnit(unit === top ? null : unit),
    }),
    [
      language,
      root,
      measures,
      names,
      published,
      abnormalities,
      pack,
      territory,
      top,
      token,
      setUnit,
      openFigure,
      openTile,
      boards,
    ],
  );
}

/** What follows from the pack alone, and the one book of the wall. */
function useKnown(pack: Pack) {
  const [abnormalities] = useState(createAbnormalityBook);
  const names = useMemo(() => namesOf(pack), [pack]);
  const territory = useMemo(() => createTerritory(pack), [pack]);
  return { abnormalities, names, territory };
}

function sceneOf(boards: readonly Board[], tile: string, language: Language): string {
  return boards.find(({ id }) => tile.startsWith(`${id}/`))?.title[language] ?? '';
}
