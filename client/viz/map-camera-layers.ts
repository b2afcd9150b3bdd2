import type { LayerSpecification } from 'maplibre-gl';
import { ALWAYS_ICON, ALWAYS_TEXT, FONT } from './map-label-layers.ts';
import type { MapPalette } from './map-palette.ts';

const isCluster = ['has', 'point_count'] as never;
const hasAlarm = ['>', ['get', 'alarms'], 0];
const hasWarning = ['>', ['get', 'warns'], 0];

/** Cameras by state; near ones as a ring with their number, marked when one of them is in trouble. */
export function cameraLayers(palette: MapPalette, scale: number): LayerSpecification[] {
  return [
    clusterRings(palette, scale),
    {
      id: 'cluster-counts',
      type: 'symbol',
      source: 'cameras',
      filter: isCluster,
      layout: {
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': [FONT],
        'text-size': 21 * scale,
        ...ALWAYS_TEXT,
      },
      paint: { 'text-color': palette.ink },
    },
    {
      id: 'cluster-alarms',
      type: 'symbol',
      source: 'cameras',
      filter: ['all', isCluster, ['any', hasAlarm, hasWarning]] as never,
      layout: {
        'icon-image': ['case', hasAlarm, 'alarm', 'warn'] as never,
        'icon-offset': [19 * scale, -17 * scale],
        ...ALWAYS_ICON,
      },
    },
    {
      id: 'cameras',
      type: 'symbol',
      source: 'cameras',
      filter: ['!', isCluster],
      layout: { 'icon-image': ['concat', 'camera-', ['get', 'state']], ...ALWAYS_ICON },
    },
  ];
}

function clusterRings(palette: MapPalette, scale: number): LayerSpecification {
  const { alarm, warn, mark, ground } = palette;
  const size = ['interpolate', ['linear'], ['get', 'point_count'], 2, 16 * scale, 60, 28 * scale];
  return {
    id: 'clusters',
    type: 'circle',
    source: 'cameras',
    filter: isCluster,
    paint: {
      'circle-color': ground,
      'circle-radius': size as never,
      'circle-stroke-width': [
        'case',
        hasAlarm,
        4 * scale,
        hasWarning,
        4 * scale,
        2 * scale,
      ] as never,
      'circle-stroke-color': ['case', hasAlarm, alarm, hasWarning, warn, mark] as never,
    },
  };
}
