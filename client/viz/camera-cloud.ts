import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibre } from 'maplibre-gl';
import type { MapPalette } from './map-palette.ts';
import type { MapCamera } from './map-picture.ts';

export interface CameraCloud {
  show(cameras: readonly MapCamera[]): void;
  close(): void;
}

/** Thousands of cameras as one deck.gl layer over the map; abnormal ones larger and on top. */
export function createCameraCloud(map: MapLibre, palette: MapPalette, scale: number): CameraCloud {
  const colors = {
    online: colorOf(palette.mark),
    maintenance: colorOf(palette.ink3),
    unknown: colorOf(palette.ink3),
    degraded: colorOf(palette.warn),
    offline: colorOf(palette.alarm),
    tampered: colorOf(palette.alarm),
  };
  const isCalm = (state: string) =>
    state !== 'offline' && state !== 'tampered' && state !== 'degraded';
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [] });
  map.addControl(overlay);
  let data: readonly MapCamera[] | undefined;
  return {
    show(cameras) {
      if (cameras === data) return;
      data = cameras;
      const ordered = [...cameras].sort(
        (a, b) => Number(isCalm(b.state)) - Number(isCalm(a.state)),
      );
      overlay.setProps({
        layers: [
          new ScatterplotLayer<MapCamera>({
            id: 'cameras',
            data: ordered,
            getPosition: ({ lon, lat }) => [lon, lat],
            getFillColor: ({ state }) => colors[state as keyof typeof colors] ?? colors.unknown,
            getRadius: ({ state }) => (isCalm(state) ? 3 : 6) * scale,
            radiusUnits: 'pixels',
          }),
        ],
      });
    },
    close() {
      map.removeControl(overlay);
      overlay.finalize();
    },
  };
}

function colorOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
