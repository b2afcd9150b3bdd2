import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { textWidth } from '../../shared/board/text-width.ts';
import { LABEL_LINE, LABEL_SIZE, VALUE_SCALE } from './map-label-layers.ts';
import type { MapArea, MapPicture } from './map-picture.ts';
import { type PlacedLabel, placeLabels } from './place-labels.ts';
import { ringsOf } from './shapes.ts';

export interface LabelSheet {
  draw(picture: MapPicture): void;
}

/** A value may grow by a digit without its label moving. */
const WIDTH_STEP = 24;
const ICON = 18;

/** Writes the areas' names and values; a label keeps its place until the areas, their size or the marks change. */
export function createLabelSheet(map: MapLibre, scale: number): LabelSheet {
  let placedFor = '';
  let placedWith: MapPicture['areas'] | undefined;
  let marksOf: MapPicture['sites'] | undefined;
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
      const key = `${clientWidth} ${clientHeight} ${[...widths]}`;
      const isPlaced =
        key === placedFor && picture.areas === placedWith && picture.sites === marksOf;
      const texts = JSON.stringify(
        picture.values.map((area) => [area.name, area.value, area.severity]),
      );
      if (isPlaced && texts === written) return;
      if (!isPlaced) {
        places = place(map, picture, widths, scale);
        put(
          'leaders',
          places.flatMap((label) => leaderOf(map, label)),
        );
      }
      [placedFor, placedWith, marksOf, written] = [key, picture.areas, picture.sites, texts];
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
  { areas, values, sites }: MapPicture,
  widths: ReadonlyMap<string, number>,
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
  const marks = sites.map(({ lon, lat }) => map.project([lon, lat]));
  return placeLabels(labelled, { width: frameWidth, height: frameHeight, marks });
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

function leaderOf(map: MapLibre, { x, y, leadsTo }: PlacedLabel): Feature[] {
  if (!leadsTo) return [];
  const ends = [map.unproject([x, y]), map.unproject([leadsTo.x, leadsTo.y])];
  const coordinates = ends.map(({ lng, lat }) => [lng, lat]);
  return [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }];
}

function point(map: MapLibre, x: number, y: number, properties: Record<string, string>): Feature {
  const { lng, lat } = map.unproject([x, y]);
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } };
}
