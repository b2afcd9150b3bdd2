import type { CameraLiveState, Term } from '../../shared/measure/measure.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { CubeView } from '../fold/view.ts';
import type { CameraLife } from './camera-live.ts';
import { instantOf } from './spans.ts';

/** What the days of a cube hold for a list of series; nothing after today is counted. */
export interface FlowReader {
  /** NaN where the past is no longer known (states of cameras long ago). */
  read(term: Term, series: readonly number[], span: DaySpan): number;
}

export function createFlowReader(
  cube: CubeView,
  life: CameraLife | undefined,
  now: number,
  today: LocalDay,
): FlowReader {
  const until = createRunningStock(cube);
  return {
    read: (term, series, span) => {
      if (series.length === 0) return 0;
      const to = Math.min(span.to, today) as LocalDay;
      if ('during' in term) return cube.sumOver(cube.flowId(term.during), series, span.from, to);
      if ('until' in term) return until(cube.flowId(term.until), series, to);
      if (!life) return 0;
      if ('live' in term) return countLive(life, series, term.live, to, instantOf(span, now));
      const flow = cube.flowId(`${term.seconds}Seconds`);
      const recorded = cube.sumOver(flow, series, span.from, to);
      return recorded + life.tailSeconds(series, term.seconds, { from: span.from, to });
    },
  };
}

/**
 * Sums to the end of a day. Buckets come in order, so each goes on from where the one before ended and reads only
 * its own days.
 */
function createRunningStock(cube: CubeView) {
  const last = new Map<readonly number[], { to: LocalDay; sum: number }[]>();
  return (flow: number, series: readonly number[], to: LocalDay): number => {
    const byFlow = last.get(series) ?? [];
    last.set(series, byFlow);
    const before = byFlow[flow];
    const sum =
      before && before.to <= to
        ? before.sum + cube.sumOver(flow, series, (before.to + 1) as LocalDay, to)
        : cube.sumUntilOver(flow, series, to);
    byFlow[flow] = { to, sum };
    return sum;
  };
}

function countLive(
  life: CameraLife,
  rows: readonly number[],
  state: CameraLiveState,
  day: LocalDay,
  atMs: number,
): number {
  let count = 0;
  for (const row of rows) {
    if (!life.isConnected(row, day)) continue;
    const found = life.stateAt(row, atMs);
    if (found === null) return Number.NaN;
    if (found === state) count++;
  }
  return count;
}
