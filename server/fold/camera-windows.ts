import type { CameraMaintenance } from '../../shared/event/camera-maintenance.ts';
import { type InstantSpans, mergeSpans } from '../../shared/unit/instant-spans.ts';
import { millisOfInstant } from './instant.ts';
import { mix, mixNumber, mixText } from './mixing.ts';

/** A camera's part in a planned maintenance window, by its newest revision. */
export interface CameraWindow {
  readonly window: string;
  /** Instants in ms, `toMs` not included. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason: string;
  readonly isCancelled: boolean;
  /** Time of the revision, ms. */
  readonly revisedMs: number;
}

/** The windows with a revision, which replaces the one before unless it is older; undefined when it changes nothing. */
export function windowsWith(
  windows: readonly CameraWindow[],
  { window, begins, ends, reason, cancelled = false }: CameraMaintenance,
  revisedMs: number,
): readonly CameraWindow[] | undefined {
  const known = windows.find((each) => each.window === window);
  if (known && known.revisedMs > revisedMs) return undefined;
  const [fromMs, toMs] = [millisOfInstant(begins), millisOfInstant(ends)];
  const next = { window, fromMs, toMs, reason, isCancelled: cancelled, revisedMs };
  return known ? windows.map((each) => (each === known ? next : each)) : [...windows, next];
}

/** Spans in whole seconds within which a camera counts as under maintenance. */
export function coveredBy(windows: readonly CameraWindow[]): InstantSpans {
  return mergeSpans(
    windows
      .filter(({ isCancelled }) => !isCancelled)
      .map(({ fromMs, toMs }) => [Math.floor(fromMs / 1000), Math.floor(toMs / 1000)] as const),
  );
}

/** Free of the order in which they came. */
export function hashOfWindows(windows: readonly CameraWindow[]): number {
  let sum = 0;
  for (const { window, fromMs, toMs, reason, isCancelled, revisedMs } of windows) {
    const named = mixText(mixText(13, window), reason);
    const spanned = mixNumber(mixNumber(named, fromMs), toMs);
    sum = (sum + mix(mixNumber(spanned, revisedMs), isCancelled ? 1 : 0)) | 0;
  }
  return sum;
}
