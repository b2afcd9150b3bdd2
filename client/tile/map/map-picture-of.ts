import type { Measure } from '../../../shared/measure/measure.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Borders, UnitLevel } from '../../../shared/territory/borders.ts';
import { childLevelOf } from '../../../shared/territory/child-level.ts';
import type { Pack } from '../../../shared/territory/pack.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import type { AreaCollection, MapArea, MapCamera, MapSite } from '../../viz/map-picture.ts';
import { type Limits, severityOf } from '../severity.ts';

/** A camera as the server places it; the wall's places are coarse. */
export interface CameraPlace {
  readonly camera: string;
  readonly zone?: string;
  readonly junction?: string;
  readonly lon?: number;
  readonly lat?: number;
}

/** The level whose areas a board about `root` draws: that of the rows, else of the units right below it. */
export function levelOf(
  borders: Borders,
  root: string,
  asked: UnitLevel | undefined,
): UnitLevel | undefined {
  return asked ?? childLevelOf(borders, root) ?? borders.unit(root)?.level;
}

/** The areas of a file that lie in `unit`, or are it. */
export function areasIn(file: AreaCollection, borders: Borders, unit: string): AreaCollection {
  if (unit === borders.root) return file;
  const features = file.features.filter(({ properties }) =>
    borders.isWithin(properties.code, unit),
  );
  return { type: 'FeatureCollection', features };
}

export interface ValueReading {
  readonly measure: Measure | undefined;
  readonly limits: Limits;
  readonly language: Language;
}

/** Name, value and shade of every area; the shades spread over the normal values only. */
export function valuesOf(
  areas: AreaCollection,
  rows: readonly Row[],
  borders: Pick<Borders, 'unit'>,
  { measure, limits, language }: ValueReading,
): MapArea[] {
  const values = new Map(rows.map((row) => [row.unit, measure && row.values[measure.id]?.value]));
  const known = [...values.values()].filter((value) => typeof value === 'number');
  const normal = known.filter((value) => severityOf(value, limits) === 'normal');
  const [least, most] = [Math.min(...normal), Math.max(...normal)];
  const shadeOf = (value: number) => {
    const share = most > least ? (value - least) / (most - least) : 0.5;
    return Math.round(Math.min(Math.max(share, 0), 1) * 50) / 50;
  };
  return areas.features.map(({ properties: { code } }) => {
    const value = values.get(code) ?? null;
    return {
      code,
      name: borders.unit(code)?.shortName ?? code,
      value: measure ? figureLine(value, measure, language) : '',
      shade: measure ? (value === null ? null : shadeOf(value)) : 0,
      severity: severityOf(value, limits),
    };
  });
}

export function sitesIn(
  { zones, junctions }: Pack,
  borders: Borders,
  unit: string,
  shown: { readonly zones?: boolean | undefined; readonly junctions?: boolean | undefined },
): MapSite[] {
  const inside = (site: { readonly unit: string }) =>
    unit === borders.root || borders.isWithin(site.unit, unit);
  const place =
    (kind: MapSite['kind']) =>
    (site: Pack['zones'][number]): MapSite => ({
      code: site.code,
      name: site.shortName,
      kind,
      lon: site.lon,
      lat: site.lat,
    });
  return [
    ...(shown.zones ? zones.filter(inside).map(place('zone')) : []),
    ...(shown.junctions ? junctions.filter(inside).map(place('junction')) : []),
  ];
}

/** Rows that count a camera in a state, each at its place; those without a place are left out. */
export function camerasAt(
  rows: readonly Row[],
  places: ReadonlyMap<string, CameraPlace>,
  measure: string,
): MapCamera[] {
  return rows.flatMap(({ camera, state = 'unknown', values }) => {
    const { lon, lat } = (camera && places.get(camera)) || {};
    const isCounted = (values[measure]?.value ?? 0) > 0;
    if (!isCounted || camera === undefined || lon === undefined || lat === undefined) return [];
    return [{ code: camera, lon, lat, state }];
  });
}

/** Sites that no camera stands for: their mark would lie under a ring. */
export function sitesWithout(
  sites: readonly MapSite[],
  cameras: readonly MapCamera[],
  places: ReadonlyMap<string, CameraPlace>,
): MapSite[] {
  const covered = new Set(
    cameras.flatMap(({ code }) => {
      const { zone, junction } = places.get(code) ?? {};
      return [zone, junction];
    }),
  );
  return sites.filter(({ code }) => !covered.has(code));
}
