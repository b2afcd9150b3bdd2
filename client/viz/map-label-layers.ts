import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from './map-palette.ts';

export const FONT = 'Inter SemiBold';
/** Design pixels of an area's name; its value is a little larger. */
export const LABEL_SIZE = 24;
export const VALUE_SCALE = 1.125;
export const LABEL_LINE = 1.2;
export const ALWAYS_TEXT = { 'text-allow-overlap': true, 'text-ignore-placement': true };
export const ALWAYS_ICON = { 'icon-allow-overlap': true, 'icon-ignore-placement': true };

/** Zones and junctions; their names only where they do not cover each other. */
export function siteLayers(palette: MapPalette, scale: number): LayerSpecification[] {
  return [
    {
      id: 'sites',
      type: 'symbol',
      source: 'sites',
      layout: { 'icon-image': ['get', 'kind'], ...ALWAYS_ICON },
    },
    {
      id: 'site-names',
      type: 'symbol',
      source: 'sites',
      filter: ['==', ['get', 'isNamed'], true],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [FONT],
        'text-size': 21 * scale,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.55,
        'text-padding': 3 * scale,
      },
      paint: halo(palette, palette.ink2, scale),
    },
  ];
}

/** Areas' names and values at places computed beforehand, a line leading to those that stand beside. */
export function labelLayers(palette: MapPalette, scale: number): LayerSpecification[] {
  const { ink, ink3, alarm, warn } = palette;
  const color = ['match', ['get', 'severity'], 'alarm', alarm, 'warn', warn, ink];
  const lineBreak = ['case', ['==', ['get', 'value'], ''], '', '\n'];
  const value = [['get', 'value'], { 'font-scale': VALUE_SCALE, 'text-color': color }];
  return [
    {
      id: 'leaders',
      type: 'line',
      source: 'leaders',
      paint: { 'line-color': ink3, 'line-width': 1.5 * scale },
    },
    {
      id: 'labels',
      type: 'symbol',
      source: 'labels',
      filter: ['has', 'name'],
      layout: {
        'text-field': ['format', ['get', 'name'], {}, lineBreak, {}, ...value] as never,
        'text-font': [FONT],
        'text-size': LABEL_SIZE * scale,
        'text-line-height': LABEL_LINE,
        'text-max-width': 40,
        ...ALWAYS_TEXT,
      },
      paint: halo(palette, ink, scale),
    },
    {
      id: 'label-icons',
      type: 'symbol',
      source: 'labels',
      filter: ['has', 'icon'],
      layout: { 'icon-image': ['get', 'icon'], ...ALWAYS_ICON },
    },
  ];
}

const halo = (palette: MapPalette, color: string, scale: number) => ({
  'text-color': color,
  'text-halo-color': palette.ground,
  'text-halo-width': 2 * scale,
  'text-halo-blur': 0.5 * scale,
});
