import { useMemo } from 'react';
import { useDesk } from '../desk-context.ts';
import { DeskMap, type MapSpec } from '../map/desk-map.tsx';
import { CAMERAS_WORDS } from './cameras-words.ts';

/**
 * The connected cameras of the unit where they stand, by what they do now. The server gives places to the metre to whoever
 * may know them, coarse ones to others.
 */
export function CamerasMap() {
  const { language, unit } = useDesk();
  const words = CAMERAS_WORDS[language];
  const tile = useMemo(
    (): MapSpec => ({
      id: 'cameras',
      kind: 'map',
      area: { x: 0, y: 0, w: 8, h: 12 },
      boundaries: 'districts',
      title: { vi: CAMERAS_WORDS.vi.map, en: CAMERAS_WORDS.en.map },
      measure: 'camera.connected',
      query: {
        measures: ['camera.connected'],
        unit,
        period: { relative: 'today' },
        by: ['camera', 'state'],
      },
      cameras: true,
      zones: true,
      junctions: true,
    }),
    [unit],
  );
  return <DeskMap tile={tile} title={words.map} label={`${words.map}: ${words.mapHint}`} />;
}
