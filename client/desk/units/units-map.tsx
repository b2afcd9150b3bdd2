import { useEffect, useMemo, useRef } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import type { Query } from '../../../shared/query/query.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { MapLegend } from '../../tile/map/map-legend.tsx';
import { useMapPicture } from '../../tile/map/use-map-picture.ts';
import { type AreaMap, createAreaMap } from '../../viz/map.ts';
import { useDesk } from '../desk-context.ts';
import { changePlace } from '../use-place.ts';
import { UNITS_WORDS } from './units-words.ts';
import '../../tile/map/map.css';

/** Letters of a map at arm's length, of those of the wall. */
const DESK_SCALE = 0.62;

/** The units of the table by their on-time rate; a press on one leads to it. */
export function UnitsMap({ query }: { query: Query }) {
  const { language } = useDesk();
  const words = UNITS_WORDS[language];
  const tile = useMemo(() => tileOf(query), [query]);
  const answer = useAnswer(query);
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
    <section className="units-map" aria-label={words.map}>
      <div className="map" ref={host} role="img" aria-label={`${words.map}: ${words.rate}`} />
      <MapLegend tile={tile} picture={picture} layer={layer} />
    </section>
  );
}

function tileOf(query: Query): Extract<Tile, { kind: 'map' }> {
  return {
    id: 'units',
    kind: 'map',
    area: { x: 0, y: 0, w: 8, h: 12 },
    boundaries: 'districts',
    title: { vi: UNITS_WORDS.vi.map, en: UNITS_WORDS.en.map },
    measure: 'dossier.onTimeRate',
    query,
  };
}
