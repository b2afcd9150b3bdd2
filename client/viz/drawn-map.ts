import type { Feature, FeatureCollection } from 'geojson';
import { type GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { CameraCloud } from './camera-cloud.ts';
import { createLabelSheet, type LabelSheet } from './label-sheet.ts';
import { SEVERITY_STATE } from './map-area-layers.ts';
import { drawIcons } from './map-icons.ts';
import { readMapPalette } from './map-palette.ts';
import {
  type Basemap,
  type MapArea,
  type MapCamera,
  type MapPicture,
  NO_PICTURE,
} from './map-picture.ts';
import { createMapStyle } from './map-style.ts';
import { pixelRatio } from './pixel-ratio.ts';
import { boundsOf } from './shapes.ts';

interface DrawnMapOptions {
  readonly scale: () => number;
  readonly onArea: (code: string) => void;
}

/** From here on cameras are drawn by deck.gl: native symbols keep their pace only below some thousand. */
const CLOUD_FROM = 2000;
const MARGIN = 14;

/** One MapLibre map with one WebGL context. */
export function openMap(host: HTMLElement, options: DrawnMapOptions, onLost: () => void) {
  return new DrawnMap(host, options, onLost);
}

class DrawnMap {
  readonly #map: MapLibre;
  readonly #place: HTMLElement;
  readonly #scale: number;
  readonly #labels: LabelSheet;
  readonly #sizes: ResizeObserver;
  readonly #states = new Map<string, string>();
  #picture: MapPicture = NO_PICTURE;
  #drawn: MapPicture = NO_PICTURE;
  #isReady = false;
  #isClosed = false;
  #cloud: Promise<CameraCloud> | undefined;

  constructor(host: HTMLElement, { scale, onArea }: DrawnMapOptions, onLost: () => void) {
    this.#scale = scale();
    this.#place = document.createElement('div');
    this.#place.className = 'map-place';
    host.append(this.#place);
    const palette = readMapPalette(host);
    this.#map = new MapLibre({
      container: this.#place,
      style: createMapStyle(palette, this.#scale),
      ...STILL,
      pixelRatio: pixelRatio(host),
    });
    this.#labels = createLabelSheet(this.#map, this.#scale);
    this.#map.once('style.load', () => {
      const ratio = pixelRatio(host);
      for (const [name, image] of drawIcons(palette, this.#scale * ratio)) {
        this.#map.addImage(name, image, { pixelRatio: ratio });
      }
      this.#isReady = true;
      this.#draw();
    });
    this.#map.on('webglcontextlost', onLost);
    this.#map.on('click', 'areas', ({ features }) => {
      const code = features?.[0]?.properties.code as unknown;
      if (typeof code === 'string') onArea(code);
    });
    this.#sizes = new ResizeObserver(() => {
      this.#map.resize();
      this.#fit();
    });
    this.#sizes.observe(host);
  }

  show(picture: MapPicture): void {
    this.#picture = picture;
    if (this.#isReady) this.#draw();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#sizes.disconnect();
    void this.#cloud?.then((cloud) => cloud.close());
    this.#map.remove();
    this.#place.remove();
  }

  #draw(): void {
    const [next, last] = [this.#picture, this.#drawn];
    this.#drawn = next;
    const isElsewhere = next.areas !== last.areas;
    if (isElsewhere) {
      this.#states.clear();
      this.#put('areas', next.areas);
    }
    if (next.sites !== last.sites || next.hasSiteNames !== last.hasSiteNames) {
      this.#put('sites', sitesOf(next));
    }
    if (next.cameras !== last.cameras) this.#drawCameras(next.cameras);
    if (next.basemap !== last.basemap) this.#drawBasemap(next.basemap);
    for (const area of next.values) this.#paint(area);
    if (isElsewhere) this.#fit();
    else this.#labels.draw(next);
  }

  /** A feature's state is set only where it changed: each call repaints. */
  #paint({ code, shade, severity }: MapArea): void {
    const state = `${shade ?? ''} ${severity}`;
    if (this.#states.get(code) === state) return;
    this.#states.set(code, state);
    this.#map.setFeatureState(
      { source: 'areas', id: code },
      { shade: shade ?? -1, severity: SEVERITY_STATE[severity] },
    );
  }

  #fit(): void {
    const bounds = boundsOf(this.#drawn.areas);
    if (!bounds || !this.#isReady) return;
    this.#map.fitBounds(bounds, { padding: MARGIN * this.#scale, duration: 0 });
    this.#labels.draw(this.#drawn);
  }

  #put(source: string, data: FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  /** Set once, when the server has told of one; without one its code is never loaded. */
  #drawBasemap(basemap: Basemap | null): void {
    if (!basemap) return;
    void import('./basemap.ts').then(({ addBasemap }) => {
      if (!this.#isClosed) addBasemap(this.#map, basemap, readMapPalette(this.#place));
    });
  }

  #drawCameras(cameras: readonly MapCamera[]): void {
    const isCloud = cameras.length >= CLOUD_FROM;
    this.#put('cameras', pointsOf(isCloud ? [] : cameras));
    if (!isCloud && !this.#cloud) return;
    this.#cloud ??= import('./camera-cloud.ts').then(({ createCameraCloud }) =>
      createCameraCloud(this.#map, readMapPalette(this.#place), this.#scale),
    );
    void this.#cloud.then((cloud) => {
      if (!this.#isClosed) cloud.show(isCloud ? cameras : []);
    });
  }
}

/** The wall's map stands still; it is read, not steered. */
const STILL = {
  attributionControl: false,
  dragPan: false,
  dragRotate: false,
  scrollZoom: false,
  boxZoom: false,
  keyboard: false,
  doubleClickZoom: false,
  touchZoomRotate: false,
  touchPitch: false,
  renderWorldCopies: false,
  trackResize: false,
  fadeDuration: 0,
} as const;

function sitesOf({ sites, hasSiteNames }: MapPicture): FeatureCollection {
  return pointsOf(sites.map((site) => ({ ...site, isNamed: hasSiteNames })));
}

function pointsOf(
  places: readonly { readonly lon: number; readonly lat: number }[],
): FeatureCollection {
  const features = places.map(
    ({ lon, lat, ...properties }): Feature => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [lon, lat] },
    }),
  );
  return { type: 'FeatureCollection', features };
}
