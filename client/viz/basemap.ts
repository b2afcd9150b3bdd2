import { addProtocol, type LayerSpecification, type Map as MapLibre } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';
import type { MapPalette } from './map-palette.ts';
import type { Basemap } from './map-picture.ts';

const KEY = 'basemap';
/** The lowest layer of our own. */
const ABOVE = 'areas';
/** Areas let a little of the ground through. */
const AREA_OPACITY = 0.8;

let protocol: Protocol | undefined;

/** Draws a base map under everything else, calm enough to stay behind the figures. */
export function addBasemap(map: MapLibre, basemap: Basemap, palette: MapPalette): void {
  if (!protocol) {
    protocol = new Protocol();
    addProtocol('pmtiles', protocol.tile);
  }
  protocol.add(new PMTiles(sourceOf(basemap)));
  const { kind, minZoom, maxZoom } = basemap;
  const tiles = [`pmtiles://${KEY}/{z}/{x}/{y}`];
  const zooms = { minzoom: minZoom, maxzoom: maxZoom };
  if (kind === 'vector') map.addSource(KEY, { type: 'vector', tiles, ...zooms });
  else map.addSource(KEY, { type: 'raster', tiles, tileSize: 256, ...zooms });
  const layers = kind === 'vector' ? vectorLayers(palette) : [PICTURE];
  for (const layer of layers) map.addLayer(layer, ABOVE);
  map.setPaintProperty(ABOVE, 'fill-opacity', AREA_OPACITY);
}

/** Bytes come through the page's own way to the server, which knows the token. */
function sourceOf({ readRange }: Basemap) {
  return {
    getKey: () => KEY,
    getBytes: async (offset: number, length: number, signal?: AbortSignal) => ({
      data: await readRange(offset, length, signal),
    }),
  };
}

const PICTURE: LayerSpecification = {
  id: KEY,
  type: 'raster',
  source: KEY,
  paint: { 'raster-saturation': -1, 'raster-opacity': 0.3, 'raster-fade-duration': 0 },
};

/**
 * Water and ways by the names of the two common schemas (Protomaps, OpenMapTiles). Borders and names are left out:
 * a border drawn here would be a doubtful one, and the wall's names are those of the pack.
 */
function vectorLayers({ track, line }: MapPalette): LayerSpecification[] {
  const paths = ['roads', 'transportation', 'waterway'];
  return [
    {
      id: `${KEY}-water`,
      type: 'fill',
      source: KEY,
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': track, 'fill-antialias': false },
    },
    ...paths.map(
      (name): LayerSpecification => ({
        id: `${KEY}-${name}`,
        type: 'line',
        source: KEY,
        'source-layer': name,
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: { 'line-color': line, 'line-width': 1 },
      }),
    ),
  ];
}
