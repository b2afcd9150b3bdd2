import type { Sources } from '../shared/territory/pack.ts';
import type { FoldView } from './fold/view.ts';
import type { CameraPlace, SourceState } from './http/ports.ts';

/** Silence up to `LATE` cadences is in order, up to `SILENT` late. */
const LATE = 1.5;
const SILENT = 5;

/** How each promised source keeps its cadence at `nowMs`, by the arrival of its newest event. */
export function readSources(view: FoldView, promised: Sources, nowMs: number): SourceState[] {
  const newest = new Map<string, number>();
  for (const { source, lastReceivedAtMs } of view.sources()) {
    newest.set(source, Math.max(newest.get(source) ?? 0, lastReceivedAtMs));
  }
  return promised.map(({ source, name, kinds, cadenceSeconds }) => {
    const lastReceivedAt = newest.get(source) ?? null;
    const silentMs = lastReceivedAt === null ? null : nowMs - lastReceivedAt;
    const state = stateOf(silentMs, cadenceSeconds * 1000);
    return { source, name, kinds, cadenceSeconds, lastReceivedAt, state };
  });
}

function stateOf(silentMs: number | null, cadenceMs: number): SourceState['state'] {
  if (silentMs === null) return 'never';
  if (silentMs <= cadenceMs * LATE) return 'on-time';
  return silentMs <= cadenceMs * SILENT ? 'late' : 'silent';
}

export function readCameras({ cameraRows }: FoldView, nowMs: number): CameraPlace[] {
  return Array.from({ length: cameraRows.count }, (_, row) => {
    const { zone, junction, lon, lat, ...rest } = cameraRows.camera(row);
    return {
      ...rest,
      state: cameraRows.stateAt(row, nowMs) ?? 'unknown',
      ...(zone === '' ? {} : { zone }),
      ...(junction === '' ? {} : { junction }),
      ...(lon === undefined ? {} : { lon }),
      ...(lat === undefined ? {} : { lat }),
    };
  });
}
