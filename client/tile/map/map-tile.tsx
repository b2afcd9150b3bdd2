import { type RefObject, useEffect, useRef } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
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

/** Districts by value, or the communes of one district; zones, junctions and cameras on top. */
export function MapTile({ tile }: { tile: MapTileSpec; place: string }) {
  const { language, root, pack, openUnit } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  const picture = useMapPicture(tile, answer);
  const host = useRef<HTMLDivElement>(null);
  useAreaMap(host, picture, (code) => {
    const isDistrict = pack.units.some((unit) => unit.code === code && unit.level === 'district');
    if (tile.drill && isDistrict) openUnit(code);
  });
  const { length } = picture.areas.features;
  const words =
    language === 'vi' ? `Bản đồ sơ đồ, ${length} vùng` : `Schematic map, ${length} areas`;
  return (
    <TileFrame tile={tile} answers={tile.measure ? [{ answer, measure: tile.measure }] : []}>
      <div className="map" ref={host} role="img" aria-label={words} />
      {root !== pack.root && (
        <button type="button" className="map-back" onClick={() => openUnit(pack.root)}>
          ‹ {pack.name[language]}
        </button>
      )}
      <MapLegend tile={tile} picture={picture} />
    </TileFrame>
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
