import type { CameraState } from '../../shared/event/camera-status.ts';
import { type InstantSpans, spanEndAt, visitPieces } from '../../shared/unit/instant-spans.ts';
import { DAY_MS, OFFSET_MS } from '../../shared/unit/local-day.ts';
import type { FlowCube } from './cube.ts';
import { clampDay, FIRST_DAY } from './day-axis.ts';
import { CAMERA_FLOWS, type CameraFlow } from './flows.ts';

/** In the order of precedence (domain rule): of two reports of the same instant the later in this list holds. */
export const STATES: readonly CameraState[] = [
  'online',
  'degraded',
  'offline',
  'tampered',
  'maintenance',
];
const SECONDS_OF: readonly number[] = STATES.map((state) =>
  CAMERA_FLOWS.indexOf(`${state}Seconds` as const),
);
const DOWN = new Set([STATES.indexOf('offline'), STATES.indexOf('tampered')]);
const OUTAGES = CAMERA_FLOWS.indexOf('outages');
const FAILURES = CAMERA_FLOWS.indexOf('failures');
const MAINTENANCE_SECONDS = CAMERA_FLOWS.indexOf('maintenanceSeconds');
const UNKNOWN_SECONDS = CAMERA_FLOWS.indexOf('unknownSeconds');
const DAY_SECONDS = DAY_MS / 1000;

/** A camera's state between two of its reports: `state` at most `silenceSeconds`, then unknown. */
export interface StateInterval {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: number;
  readonly silenceSeconds: number;
  /** Seconds within which it counts as under maintenance instead. */
  readonly covered: InstantSpans;
}

/** Posts an interval as whole seconds of local days; instants are cut to whole seconds so that spans add up exactly. */
export function postInterval(
  cube: FlowCube<CameraFlow>,
  series: number,
  { fromMs, toMs, state, silenceSeconds, covered }: StateInterval,
  sign: 1 | -1,
): void {
  const from = Math.floor(fromMs / 1000);
  const to = Math.floor(toMs / 1000);
  const silent = Math.min(from + silenceSeconds, to);
  if (covered.length === 0) {
    postSeconds(cube, SECONDS_OF[state] as number, series, from, silent, sign);
    postSeconds(cube, UNKNOWN_SECONDS, series, silent, to, sign);
    if (silent < to && !isDown(state)) cube.addAt(OUTAGES, series, dayOfSecond(silent), sign);
  } else postCovered(cube, series, { from, silent, to, state, covered }, sign);
}

/** An interval in whole seconds. */
interface CoveredInterval {
  readonly from: number;
  readonly silent: number;
  readonly to: number;
  readonly state: number;
  readonly covered: InstantSpans;
}

function postCovered(
  cube: FlowCube<CameraFlow>,
  series: number,
  { from, silent, to, state, covered }: CoveredInterval,
  sign: 1 | -1,
): void {
  const post = (flow: number) => (begin: number, end: number, isCovered: boolean) =>
    postSeconds(cube, isCovered ? MAINTENANCE_SECONDS : flow, series, begin, end, sign);
  visitPieces(covered, from, silent, post(SECONDS_OF[state] as number));
  visitPieces(covered, silent, to, post(UNKNOWN_SECONDS));
  const fallsSilent = silent < to && !isDown(state) && spanEndAt(covered, silent) === undefined;
  if (fallsSilent) cube.addAt(OUTAGES, series, dayOfSecond(silent), sign);
  for (let i = 1; i < covered.length; i += 2) {
    const end = covered[i] as number;
    if (end <= from || end >= to || (!isDown(state) && end <= silent)) continue;
    // Whatever it was before, it is down once the window has ended.
    cube.addAt(OUTAGES, series, dayOfSecond(end), sign);
    if (isDown(state)) cube.addAt(FAILURES, series, dayOfSecond(end), sign);
  }
}

/** Of a state or of a point's code, which holds the state in its lowest bits. */
export function isDown(code: number): boolean {
  return DOWN.has(code & 7);
}

/** Position on the day axis of a second since 1970. */
export function dayOfSecond(second: number): number {
  return clampDay(Math.floor((second + OFFSET_MS / 1000) / DAY_SECONDS) - FIRST_DAY);
}

function postSeconds(
  cube: FlowCube<CameraFlow>,
  flow: number,
  series: number,
  from: number,
  to: number,
  sign: 1 | -1,
): void {
  let start = from;
  while (start < to) {
    const day = Math.floor((start + OFFSET_MS / 1000) / DAY_SECONDS);
    const end = Math.min((day + 1) * DAY_SECONDS - OFFSET_MS / 1000, to);
    cube.addAt(flow, series, clampDay(day - FIRST_DAY), sign * (end - start));
    start = end;
  }
}
