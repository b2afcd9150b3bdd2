import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { textWidth } from '../../shared/board/text-width.ts';
import { LABEL_LINE, LABEL_SIZE, VALUE_SCALE } from './map-label-layers.ts';
import type { MapArea, MapPicture } from './map-picture.ts';
import { type Mark, type PlacedLabel, placeLabels } from './place-labels.ts';
import { ringsOf } from './shapes.ts';

export interface LabelSheet {
  draw(picture: MapPicture): void;
}

/** A value may grow by a digit without its label moving. */
const WIDTH_STEP = 24;
const ICON = 18;
const DOT = 7;
const RING = 24;

/** Writes the areas' names and values; a label keeps its place until the areas, their size or the marks change. */
export function createLabelSheet(map: MapLibre, scale: number): LabelSheet {
  let placedFor = '';
  let placedWith: MapPicture['areas'] | undefined;
  let places: PlacedLabel[] = [];
  let written = '';
  const put = (source: string, features: Feature[]) => {
    const data: FeatureCollection = { type: 'FeatureCollection', features };
    map.getSource<GeoJSONSource>(source)?.setData(data);
  };
  return {
    draw(picture) {
      const { clientWidth, clientHeight } = map.getContainer();
      const widths = new Map(picture.values.map((area) => [area.code, widthOf(area) * scale]));
      const marks = marksOf(map, picture, scale);
      const key = JSON.stringify([clientWidth, clientHeight, ...widths, marks]);
      const isPlaced = key === placedFor && picture.areas === placedWith;
      const texts = JSON.stringify(
        picture.values.map((area) => [area.name, area.value, area.severity]),
      );
      if (isPlaced && texts === written) return;
      if (!isPlaced) {
        places = place(map, picture, widths, marks, scale);
        put(
          'leaders',
          places.flatMap((label) => leaderOf(map, label)),
        );
      }
      [placedFor, placedWith, written] = [key, picture.areas, texts];
      put(
        'labels',
        places.flatMap((label) => labelOf(map, label, picture.values, scale)),
      );
    },
  };
}

function widthOf({ name, value, severity }: MapArea): number {
  const icon = severity === 'normal' ? 0 : 2 * ICON;
  const width = Math.max(
    textWidth(name, LABEL_SIZE),
    textWidth(value, LABEL_SIZE * VALUE_SCALE) + icon,
  );
  return Math.ceil(width / WIDTH_STEP) * WIDTH_STEP;
}

function place(
  map: MapLibre,
  { areas, values }: MapPicture,
  widths: ReadonlyMap<string, number>,
  marks: readonly Mark[],
  scale: number,
): PlacedLabel[] {
  const lines = values.some(({ value }) => value !== '') ? 2 : 1;
  const height = lines * LABEL_SIZE * LABEL_LINE * 1.08 * scale;
  const labelled = areas.features.flatMap(({ geometry, properties: { code } }) => {
    const width = widths.get(code);
    if (width === undefined) return [];
    return [
      { code, width, height, rings: ringsOf(geometry, (lon, lat) => map.project([lon, lat])) },
    ];
  });
  const { clientWidth: frameWidth, clientHeight: frameHeight } = map.getContainer();
  return placeLabels(labelled, { width: frameWidth, height: frameHeight, marks });
}

/** Sites, and the rings into which near cameras gather; a camera's state moves nothing. */
function marksOf(map: MapLibre, { sites, cameras }: MapPicture, scale: number): Mark[] {
  const at = (radius: number) => (place: { readonly lon: number; readonly lat: number }) => {
    const { x, y } = map.project([place.lon, place.lat]);
    return { x: Math.round(x), y: Math.round(y), radius: radius * scale };
  };
  const cell = RING * scale;
  const rings = new Map<string, Mark>();
  for (const mark of cameras.map(at(RING))) {
    const key = `${Math.floor(mark.x / cell)} ${Math.floor(mark.y / cell)}`;
    if (!rings.has(key)) rings.set(key, mark);
  }
  return [...sites.map(at(DOT)), ...rings.values()];
}

function labelOf(
  map: MapLibre,
  { code, x, y }: PlacedLabel,
  values: readonly MapArea[],
  scale: number,
): Feature[] {
  const area = values.find((value) => value.code === code);
  if (!area) return [];
  const { name, value, severity } = area;
  const text = point(map, x, y, { name, value, severity });
  if (severity === 'normal') return [text];
  const left = (textWidth(value, LABEL_SIZE * VALUE_SCALE) / 2 + ICON * 0.7) * scale;
  const down = LABEL_SIZE * LABEL_LINE * 0.54 * scale;
  return [text, point(map, x - left, y + down, { icon: severity, severity })];
}

function leaderOf(map: MapLibre, { leader }: PlacedLabel): Feature[] {
  if (!leader) return [];
  const coordinates = leader.map(({ x, y }) => {
    const { lng, lat } = map.unproject([x, y]);
    return [lng, lat];
  });
  return [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }];
}

function point(map: MapLibre, x: number, y: number, properties: Record<string, string>): Feature {
  const { lng, lat } = map.unproject([x, y]);
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } };
}
