import type { QualityReport } from '../shared/query/quality.ts';
import type { Sources } from '../shared/territory/pack.ts';
import { type LocalDay, localDayOf } from '../shared/unit/local-day.ts';
import type { DaySpan } from '../shared/unit/period.ts';
import type { FoldView } from './fold/view.ts';
import type { CameraPlace, SourceState } from './http/ports.ts';
import type { Log } from './log/log.ts';
import { keepingOf } from './query/cadence.ts';
import { type QualityContext, reportQuality } from './query/quality-report.ts';

/** How each promised source keeps its cadence at `nowMs`, by the arrival of its newest event. */
export function readSources(view: FoldView, promised: Sources, nowMs: number): SourceState[] {
  const newest = new Map<string, number>();
  for (const { source, lastReceivedAtMs } of view.sources()) {
    newest.set(source, Math.max(newest.get(source) ?? 0, lastReceivedAtMs));
  }
  return promised.map(({ source, name, kinds, cadenceSeconds }) => {
    const lastReceivedAt = newest.get(source) ?? null;
    const silentMs = lastReceivedAt === null ? null : nowMs - lastReceivedAt;
    const state = keepingOf(silentMs, cadenceSeconds * 1000);
    return { source, name, kinds, cadenceSeconds, lastReceivedAt, state };
  });
}

const SHOWN_DAYS = 30;

/** The four meters over a period of arrival, without one over the last thirty days. */
export function readQuality(
  {
    fold,
    log,
    ...rest
  }: Omit<QualityContext, 'arrivals' | 'activities'> & {
    readonly fold: FoldView;
    readonly log: Pick<Log, 'arrivals'>;
  },
  period: DaySpan | undefined,
): QualityReport {
  const to = localDayOf(rest.nowMs);
  const span = period ?? { from: (to - SHOWN_DAYS + 1) as LocalDay, to };
  return reportQuality({ ...rest, arrivals: log.arrivals(), activities: fold.sources() }, span);
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
