import type { Camera } from '../../shared/event/camera.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { SETTINGS } from './history.contract.ts';

/** What reports and windows of cameras mean, found by walking along time in steps of 100 s. */
const PRECEDENCE = ['online', 'degraded', 'offline', 'tampered', 'maintenance'];
const FACTOR = SETTINGS.cameras.silenceFactor;
type Point = { at: number; state: string; silenceMs: number };
/** Reports of a camera, and its planned maintenance. */
type Points = Point[] & { windows: [from: number, to: number][] };

export function newestCamera(events: readonly AcceptedEvent[], code: string): Camera | undefined {
  let newest: { data: Camera; time: number } | undefined;
  for (const event of events) {
    if (event.kind !== 'camera' || event.data.camera !== code) continue;
    if (!newest || event.time >= newest.time) newest = event;
  }
  return newest?.data;
}

/** One point a report time: the state of highest precedence, then the longest silence allowed. */
export function pointsOf(events: readonly AcceptedEvent[], camera: Camera): Points {
  const points = new Map<number, Point>();
  for (const event of events) {
    if (event.kind !== 'camera-status' || event.data.camera !== camera.camera) continue;
    const at = Date.parse(event.data.reportedAt);
    const cadence = camera.cadenceSeconds ?? SETTINGS.cameras.cadenceSeconds[event.source] ?? 600;
    const point = { at, state: event.data.state, silenceMs: cadence * FACTOR * 1000 };
    const known = points.get(at);
    const rank = (p: Point) => PRECEDENCE.indexOf(p.state) * 1e9 + p.silenceMs;
    if (!known || rank(point) > rank(known)) points.set(at, point);
  }
  const sorted = [...points.values()].sort((a, b) => a.at - b.at);
  return Object.assign(sorted, { windows: windowsOf(events, camera.camera) });
}

/** Of the newest revisions of its windows, those that take place. */
function windowsOf(events: readonly AcceptedEvent[], camera: string): Points['windows'] {
  const newest = new Map<string, Extract<AcceptedEvent, { kind: 'camera-maintenance' }>>();
  for (const event of events) {
    if (event.kind !== 'camera-maintenance' || event.data.camera !== camera) continue;
    const known = newest.get(event.data.window);
    if (!known || event.time >= known.time) newest.set(event.data.window, event);
  }
  return [...newest.values()]
    .filter(({ data }) => data.cancelled !== true)
    .map(({ data }) => [Date.parse(data.begins), Date.parse(data.ends)]);
}

const isPlanned = ({ windows }: Points, at: number) =>
  windows.some(([from, to]) => from <= at && at < to);

export function camerasOf(events: readonly AcceptedEvent[]): Camera[] {
  return ['CAM-1', 'CAM-2'].flatMap((code) => newestCamera(events, code) ?? []);
}

export function stateIn(points: Points, atMs: number): string {
  if (isPlanned(points, atMs)) return 'maintenance';
  const point = points.findLast((p) => p.at <= atMs);
  return point && atMs - point.at < point.silenceMs ? point.state : 'unknown';
}

const isDown = (state: string) => ['offline', 'tampered'].includes(state);

/** Instants at which a camera went down or silent, by walking the same steps. */
export function outageTimes(points: Points): number[] {
  const last = points.at(-1)?.at ?? 0;
  const times: number[] = [];
  let wasUp = true;
  for (let at = points[0]?.at ?? 1; at <= last; at += 100_000) {
    const isUp = isUpIn(points, at);
    if (wasUp && !isUp) times.push(at);
    wasUp = isUp;
  }
  return times;
}

/** Instants at which the newest report, however old, began to say that a camera is down. */
export function failureTimes(points: Points): number[] {
  const last = points.at(-1)?.at ?? 0;
  const times: number[] = [];
  let wasDown = false;
  for (let at = points[0]?.at ?? 1; at <= last; at += 100_000) {
    const reported = points.findLast((point) => point.at <= at)?.state ?? '';
    const isFailing = isDown(reported) && !isPlanned(points, at);
    if (isFailing && !wasDown) times.push(at);
    wasDown = isFailing;
  }
  return times;
}

function isUpIn(points: Points, atMs: number): boolean {
  const state = stateIn(points, atMs);
  return !isDown(state) && state !== 'unknown';
}

export function downSinceByHand(points: Points, at: number): number | null {
  const first = points[0]?.at ?? Number.POSITIVE_INFINITY;
  if (at < first || isUpIn(points, at)) return null;
  let since = at;
  while (since - 100_000 >= first && !isUpIn(points, since - 100_000)) since -= 100_000;
  return since;
}
