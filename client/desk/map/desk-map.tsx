import { useEffect, useRef } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { MapLegend } from '../../tile/map/map-legend.tsx';
import { useMapPicture } from '../../tile/map/use-map-picture.ts';
import { type AreaMap, createAreaMap } from '../../viz/map.ts';
import { changePlace } from '../use-place.ts';
import '../../tile/map/map.css';
import './desk-map.css';

/** Letters of a map at arm's length, of those of the wall. */
const DESK_SCALE = 0.62;

export type MapSpec = Extract<Tile, { kind: 'map' }>;

interface DeskMapProps {
  readonly tile: MapSpec;
  readonly title: string;
  /** What it shows, for who does not see it. */
  readonly label: string;
}

/** A map of the wall beside a table; a press on a unit leads to it. */
export function DeskMap({ tile, title, label }: DeskMapProps) {
  const answer = useAnswer(tile.query);
  const { picture, layer } = useMapPicture(tile, answer);
  const host = useRef<HTMLDivElement>(null);
  const map = useRef<AreaMap | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const made = createAreaMap(host.current, {
      scale: () => DESK_SCALE,
      onArea: (unit) => changePlace({ unit, rows: null, sort: null }),
    });
    map.current = made;
    return () => {
      map.current = null;
      made.close();
    };
  }, []);
  useEffect(() => map.current?.show(picture), [picture]);
  return (
    <section className="desk-map" aria-label={title}>
      <div className="map" ref={host} role="img" aria-label={label} />
      <MapLegend tile={tile} picture={picture} layer={layer} />
    </section>
  );
}
