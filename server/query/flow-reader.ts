import type { CameraLiveState, Term } from '../../shared/measure/measure.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { CubeView } from '../fold/view.ts';
import type { CameraLife } from './camera-live.ts';
import type { DayTotals } from './day-totals.ts';
import type { Group } from './group-index.ts';
import { groupOutages } from './outage-groups.ts';
import { instantOf } from './spans.ts';

/** What the days of a cube hold for a group of series; nothing after today is counted. */
export interface FlowReader {
  /** NaN where the past is no longer known (states of cameras long ago). */
  read(term: Term, group: Group, totals: DayTotals | undefined, span: DaySpan): number;
}

export function createFlowReader(
  cube: CubeView,
  life: CameraLife | undefined,
  now: number,
  today: LocalDay,
): FlowReader {
  const readDays = createDayReader(cube);
  return {
    read: (term, group, totals, span) => {
      const to = Math.min(span.to, today) as LocalDay;
      const days = { from: span.from, to };
      if (!isCameraTerm(term)) return readDays(term, group, totals, days);
      return life
        ? readCameras(term, { cube, life, rows: group.series }, days, instantOf(span, now))
        : 0;
    },
  };
}

type CameraTerm = Extract<
  Term,
  { live: unknown } | { seconds: unknown } | { outages: unknown } | { outageGroups: unknown }
>;
const isCameraTerm = (term: Term): term is CameraTerm =>
  'live' in term || 'seconds' in term || 'outages' in term || 'outageGroups' in term;

interface CameraRead {
  readonly cube: CubeView;
  readonly life: CameraLife;
  readonly rows: readonly number[];
}

/** What the cube holds of cameras, and what has passed since each one's newest report. */
function readCameras(
  term: CameraTerm,
  { cube, life, rows }: CameraRead,
  days: DaySpan,
  atMs: number,
): number {
  const recorded = (flow: string) => cube.sumOver(cube.flowId(flow), rows, days.from, days.to);
  if ('live' in term) return countLive(life, rows, term.live, days.to, atMs);
  if ('seconds' in term)
    return recorded(`${term.seconds}Seconds`) + life.tailSeconds(rows, term.seconds, days);
  if ('outageGroups' in term)
    return groupOutages(life.outages(rows, term.outageGroups, days.to, atMs)).length;
  if (term.outages === 'down') return recorded('failures');
  return recorded('outages') + life.tailOutages(rows, days);
}

type DayTerm = Exclude<Term, CameraTerm>;

function createDayReader(cube: CubeView) {
  const until = createRunningStock(cube);
  const flows = new Map(cube.flows.map((name, i) => [name, i]));
  const flowOf = (name: string) => flows.get(name) ?? cube.flowId(name);
  return (term: DayTerm, group: Group, totals: DayTotals | undefined, days: DaySpan): number => {
    const { id, series } = group;
    const { from, to } = days;
    if ('during' in term) {
      const flow = flowOf(term.during);
      return totals ? totals.sum(flow, id, from, to) : cube.sumOver(flow, series, from, to);
    }
    const flow = flowOf('until' in term ? term.until : term.before);
    const end = 'until' in term ? to : ((from - 1) as LocalDay);
    return totals ? totals.until(flow, id, end) : until(flow, series, end);
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
