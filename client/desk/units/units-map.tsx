import { useMemo } from 'react';
import type { Query } from '../../../shared/query/query.ts';
import { useDesk } from '../desk-context.ts';
import { DeskMap, type MapSpec } from '../map/desk-map.tsx';
import { UNITS_WORDS } from './units-words.ts';

/** The units of the table by their on-time rate; a press on one leads to it. */
export function UnitsMap({ query }: { query: Query }) {
  const words = UNITS_WORDS[useDesk().language];
  const tile = useMemo(
    (): MapSpec => ({
      id: 'units',
      kind: 'map',
      area: { x: 0, y: 0, w: 8, h: 12 },
      boundaries: 'districts',
      title: { vi: UNITS_WORDS.vi.map, en: UNITS_WORDS.en.map },
      measure: 'dossier.onTimeRate',
      query,
    }),
    [query],
  );
  return <DeskMap tile={tile} title={words.map} label={`${words.map}: ${words.rate}`} />;
}
