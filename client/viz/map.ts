import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { openMap } from './drawn-map.ts';
import { type MapPicture, NO_PICTURE } from './map-picture.ts';

setWorkerUrl(workerUrl);

export interface AreaMap {
  show(picture: MapPicture): void;
  close(): void;
}

export interface AreaMapOptions {
  /** Device pixels of a design pixel. */
  readonly scale: () => number;
  /** An area was clicked. */
  readonly onArea: (code: string) => void;
}

const REBUILD_MS = 1000;

/**
 * Owns one map in `host` for as long as its tile lives. When the graphics card loses the context, only the map is
 * built again, with the same picture; so it is when the theme changes.
 */
export function createAreaMap(host: HTMLElement, options: AreaMapOptions): AreaMap {
  let picture = NO_PICTURE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawn = openMap(host, options, () => rebuildAfter(REBUILD_MS));
  const rebuildAfter = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      drawn.close();
      drawn = openMap(host, options, () => rebuildAfter(REBUILD_MS));
      drawn.show(picture);
    }, ms);
  };
  const themes = new MutationObserver(() => rebuildAfter(0));
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return {
    show(next) {
      picture = next;
      drawn.show(next);
    },
    close() {
      clearTimeout(timer);
      themes.disconnect();
      drawn.close();
    },
  };
}
