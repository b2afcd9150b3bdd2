import latin from '@fontsource/inter/files/inter-latin-600-normal.woff2?url';
import vietnamese from '@fontsource/inter/files/inter-vietnamese-600-normal.woff2?url';
import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import { areaLayers } from './map-area-layers.ts';
import { cameraLayers } from './map-camera-layers.ts';
import { FONT, labelLayers, siteLayers } from './map-label-layers.ts';
import type { MapPalette } from './map-palette.ts';

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };
const points = { type: 'geojson' as const, data: empty };

/** The whole look of the map, `scale` device pixels a design pixel; values come by feature state and source data. */
export function createMapStyle(palette: MapPalette, scale: number): StyleSpecification {
  return {
    version: 8,
    'font-faces': { [FONT]: fontFaces() },
    transition: { duration: 250, delay: 0 },
    sources: {
      areas: { type: 'geojson', data: empty, promoteId: 'code' },
      labels: points,
      leaders: points,
      sites: points,
      cameras: {
        ...points,
        cluster: true,
        clusterRadius: Math.round(46 * scale),
        clusterMaxZoom: 17,
        clusterProperties: {
          alarms: countOf('offline', 'tampered'),
          warns: countOf('degraded'),
        },
      },
    },
    layers: [
      ...areaLayers(palette, scale),
      ...siteLayers(palette, scale),
      ...cameraLayers(palette, scale),
      ...labelLayers(palette, scale),
    ],
  };
}

const countOf = (...states: string[]) => [
  '+',
  ['case', ['in', ['get', 'state'], ['literal', states]], 1, 0],
];

/** The files of the page's own font: no glyph server, no request off the host. */
function fontFaces() {
  const absolute = (url: string) => new URL(url, document.baseURI).href;
  return [
    {
      url: absolute(vietnamese),
      'unicode-range': [
        'U+0102-0103',
        'U+0110-0111',
        'U+0128-0129',
        'U+0168-0169',
        'U+01A0-01A1',
        'U+01AF-01B0',
        'U+1EA0-1EF9',
      ],
    },
    { url: absolute(latin), 'unicode-range': ['U+0000-00FF', 'U+2000-206F', 'U+2212'] },
  ];
}
