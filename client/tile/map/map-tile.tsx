import { type RefObject, useEffect, useRef } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { designScale } from '../../ui/tokens.ts';
import { type AreaMap, createAreaMap } from '../../viz/map.ts';
import type { MapPicture } from '../../viz/map-picture.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { MapLegend } from './map-legend.tsx';
import { useMapPicture } from './use-map-picture.ts';
import './map.css';

type MapTileSpec = Extract<Tile, { kind: 'map' }>;

/** The units below the board's one by value, under the borders of the time asked; zones, junctions, cameras on top. */
export function MapTile({ tile }: { tile: MapTileSpec; place: string }) {
  const { language, root, openUnit } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  const { picture, borders, layer } = useMapPicture(tile, answer);
  const host = useRef<HTMLDivElement>(null);
  useAreaMap(host, picture, (code) => {
    if (tile.drill && code !== root) openUnit(code);
  });
  const { length } = picture.areas.features;
  const words = wordsOf(layer?.schematic === true, length, language);
  return (
    <TileFrame
      tile={tile}
      answers={tile.measure ? [{ answer, measure: tile.measure }] : []}
      figure={figureOf(tile, language)}
    >
      <div className="map" ref={host} role="img" aria-label={words} />
      <MapBack borders={borders} />
      <MapLegend tile={tile} picture={picture} layer={layer} />
    </TileFrame>
  );
}

function figureOf({ measure, query, title }: MapTileSpec, language: Language) {
  return measure && query ? { measure, query, title: title[language] } : undefined;
}

function wordsOf(isSchematic: boolean, count: number, language: Language): string {
  if (language === 'vi') return `${isSchematic ? 'Bản đồ sơ đồ' : 'Bản đồ'}, ${count} vùng`;
  return `${isSchematic ? 'Schematic map' : 'Map'}, ${count} areas`;
}

/** One step up: from a commune to its district, where there are districts, and to the province. */
function MapBack({ borders }: { borders: Borders }) {
  const { language, root, pack, openUnit } = useTileSurroundings();
  const parent = borders.unit(root)?.parent;
  if (parent === undefined) return null;
  const name = parent === pack.root ? pack.name[language] : borders.unit(parent)?.shortName;
  return (
    <button type="button" className="map-back" onClick={() => openUnit(parent)}>
      ‹ {name ?? parent}
    </button>
  );
}

/** The map lives as long as the tile; React only hands it pictures. */
function useAreaMap(
  host: RefObject<HTMLDivElement | null>,
  picture: MapPicture,
  onArea: (code: string) => void,
): void {
  const map = useRef<AreaMap | null>(null);
  const clicked = useRef(onArea);
  clicked.current = onArea;
  useEffect(() => {
    if (!host.current) return;
    const made = createAreaMap(host.current, {
      scale: designScale,
      onArea: (code) => clicked.current(code),
    });
    map.current = made;
    return () => {
      map.current = null;
      made.close();
    };
  }, [host]);
  useEffect(() => map.current?.show(picture), [picture]);
}
