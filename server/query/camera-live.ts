import type { CameraLiveState, OutageKind } from '../../shared/measure/measure.ts';
import { coveredLength, spanEndAt } from '../../shared/unit/instant-spans.ts';
import { endOfDay, type LocalDay, startOfDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { CameraRows, CameraTail, FoldView } from '../fold/view.ts';
import type { Outage } from './outage-groups.ts';

/** What cameras do at an instant, asked often within one evaluation and therefore remembered for it. */
export interface CameraLife {
  /** Null where the reports kept no longer reach back that far. */
  stateAt(row: number, atMs: number): CameraLiveState | null;
  isConnected(row: number, day: LocalDay): boolean;
  /**
   * Seconds of the span in a state that the cube does not hold yet: those since each camera's newest report.
   * A camera that is not connected today ages no further.
   */
  tailSeconds(rows: readonly number[], state: CameraLiveState, span: DaySpan): number;
  /** How often connected cameras, since their newest reports, fell silent or were left down by planned maintenance within the span. */
  tailOutages(rows: readonly number[], span: DaySpan): number;
  /** The connected cameras that are down at an instant (or silent, as asked), each with its place and beginning. */
  outages(
    rows: readonly number[],
    kind: OutageKind,
    day: LocalDay,
    atMs: number,
  ): (Outage & { readonly unit: string })[];
}

const DOWN: readonly string[] = ['offline', 'tampered'];

export function createCameraLife(view: FoldView, now: number, today: LocalDay): CameraLife {
  const { cameras, cameraRows } = view;
  const connected = cameras.flowId('connected');
  const states = new Map<number, (CameraLiveState | null)[]>();
  const connections = new Map<number, boolean[]>();
  const life: CameraLife = {
    stateAt: (row, atMs) => {
      const known = remembered(states, atMs);
      const state = known[row];
      if (state !== undefined) return state;
      const found = cameraRows.stateAt(row, atMs);
      known[row] = found;
      return found;
    },
    isConnected: (row, day) => {
      const known = remembered(connections, day);
      known[row] ??= cameras.sumUntil(connected, row, day) > 0;
      return known[row];
    },
    tailSeconds: (rows, state, span) => {
      const fromMs = startOfDay(span.from);
      const toMs = Math.min(now, endOfDay(span.to) + 1);
      if (fromMs >= toMs) return 0;
      let total = 0;
      for (const row of rows)
        if (life.isConnected(row, today)) total += tailOf(cameraRows, row, state, fromMs, toMs);
      return total / 1000;
    },
    tailOutages: (rows, span) => {
      const fromMs = startOfDay(span.from);
      const lastMs = Math.min(now, endOfDay(span.to));
      const isWithin = (beginMs: number) => fromMs <= beginMs && beginMs <= lastMs;
      return rows
        .filter((row) => life.isConnected(row, today))
        .flatMap((row) => outagesInTail(cameraRows.tail(row)))
        .filter(isWithin).length;
    },
    outages: (rows, kind, day, atMs) => {
      const states = kind === 'down' ? DOWN : [...DOWN, 'unknown'];
      const isOut = (row: number) =>
        life.isConnected(row, day) && states.includes(life.stateAt(row, atMs) ?? '');
      return rows.filter(isOut).flatMap((row) => outageOf(cameraRows, row, atMs) ?? []);
    },
  };
  return life;
}

/** When outages begin after the newest report: as it falls silent, or as a window ends with nothing heard that is well. */
function outagesInTail(tail: CameraTail | undefined): number[] {
  if (!tail) return [];
  const { state, fromMs, silentFromMs, covered } = tail;
  const isDown = DOWN.includes(state);
  const silence = isDown || spanEndAt(covered, silentFromMs) !== undefined ? [] : [silentFromMs];
  const ends = covered.filter(
    (end, i) => i % 2 === 1 && end > fromMs && (isDown || end > silentFromMs),
  );
  return [...silence, ...ends];
}

/** A camera that never reported has not gone down. */
function outageOf(rows: CameraRows, row: number, atMs: number) {
  const sinceMs = rows.downSince(row, atMs);
  if (sinceMs === null) return undefined;
  const { camera, junction, zone, owner, unit } = rows.camera(row);
  return { site: junction || zone || camera, owner, unit, sinceMs };
}

function remembered<T>(byTime: Map<number, T[]>, time: number): T[] {
  const known = byTime.get(time);
  if (known) return known;
  const made: T[] = [];
  byTime.set(time, made);
  return made;
}

function tailOf(
  rows: CameraRows,
  row: number,
  state: CameraLiveState,
  fromMs: number,
  toMs: number,
): number {
  const tail = rows.tail(row);
  if (!tail) return 0;
  const { covered } = tail;
  const length = (begin: number, end: number) => {
    const [a, b] = [Math.max(begin, fromMs), Math.min(end, toMs)];
    return a < b ? b - a - coveredLength(covered, a, b) : 0;
  };
  const known = state === tail.state ? length(tail.fromMs, tail.silentFromMs) : 0;
  const silent = state === 'unknown' ? length(Math.max(tail.silentFromMs, tail.fromMs), toMs) : 0;
  const planned =
    state === 'maintenance' ? coveredLength(covered, Math.max(tail.fromMs, fromMs), toMs) : 0;
  return known + silent + planned;
}
