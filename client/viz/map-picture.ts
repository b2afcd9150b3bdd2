import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';

/** Areas keyed by unit code. */
export type AreaCollection = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;

export interface MapArea {
  readonly code: string;
  readonly name: string;
  /** As written under the name; empty for none. */
  readonly value: string;
  /** 0 (quietest) to 1; null without a value. */
  readonly shade: number | null;
  readonly severity: 'normal' | 'warn' | 'alarm';
}

export interface MapSite {
  readonly code: string;
  readonly name: string;
  readonly kind: 'zone' | 'junction';
  readonly lon: number;
  readonly lat: number;
}

export interface MapCamera {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  /** State as shown, also `unknown`. */
  readonly state: string;
}

/** A base map from the server's own file. */
export interface Basemap {
  readonly kind: 'vector' | 'raster';
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Bytes of the archive. */
  readonly readRange: (
    offset: number,
    length: number,
    signal: AbortSignal | undefined,
  ) => Promise<ArrayBuffer>;
}

/** Everything a map shows. A part that is the same object as before costs nothing. */
export interface MapPicture {
  readonly areas: AreaCollection;
  readonly values: readonly MapArea[];
  readonly sites: readonly MapSite[];
  /** Names beside the sites, where there is room: one level below the province. */
  readonly hasSiteNames: boolean;
  readonly cameras: readonly MapCamera[];
  /** Drawn under the areas. */
  readonly basemap: Basemap | null;
  readonly language: 'vi' | 'en';
}

export const NO_PICTURE: MapPicture = {
  areas: { type: 'FeatureCollection', features: [] },
  values: [],
  sites: [],
  hasSiteNames: false,
  cameras: [],
  basemap: null,
  language: 'vi',
};
