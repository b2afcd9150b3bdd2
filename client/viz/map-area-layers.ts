import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from './map-palette.ts';

export const SEVERITY_STATE = { normal: 0, warn: 1, alarm: 2 } as const;

const severity = ['coalesce', ['feature-state', 'severity'], 0];
const shade = ['coalesce', ['feature-state', 'shade'], -1];

/** Areas by value; the abnormal ones hatched and outlined, so that colour is never alone. */
export function areaLayers(palette: MapPalette, scale: number): LayerSpecification[] {
  const line = (id: string, paint: object): LayerSpecification => ({
    id,
    type: 'line',
    source: 'areas',
    layout: { 'line-join': 'round' },
    paint,
  });
  const { track, low, high, ground, alarm, warn } = palette;
  const fill = ['interpolate', ['linear'], shade, -1, track, -0.01, track, 0, low, 1, high];
  const outline = ['case', ['==', severity, SEVERITY_STATE.alarm], alarm, warn];
  return [
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      paint: { 'fill-antialias': false, 'fill-color': fill as never },
    },
    hatch('warn', SEVERITY_STATE.warn),
    hatch('alarm', SEVERITY_STATE.alarm),
    line('borders', { 'line-color': ground, 'line-width': 2.5 * scale }),
    line('outlines', {
      'line-color': outline,
      'line-width': 3 * scale,
      'line-opacity': ['case', ['>', severity, 0], 1, 0],
    }),
  ];
}

function hatch(name: 'warn' | 'alarm', level: number): LayerSpecification {
  return {
    id: `hatch-${name}`,
    type: 'fill',
    source: 'areas',
    paint: {
      'fill-pattern': `hatch-${name}`,
      'fill-opacity': ['case', ['==', severity, level], 0.5, 0] as never,
    },
  };
}
