/** What the server tells of the base map it was given, at `/api/v1/basemap`; null without one. */
export interface BasemapPlan {
  /** Vector tiles (MVT), or pictures. */
  readonly kind: 'vector' | 'raster';
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Bytes of the archive. */
  readonly size: number;
}

export interface BasemapAnswer {
  readonly basemap: BasemapPlan | null;
}
