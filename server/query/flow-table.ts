import type { Dimension, FlowSource, Term } from '../../shared/measure/measure.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { CubeView, FoldView } from '../fold/view.ts';
import { type CameraLife, createCameraLife } from './camera-live.ts';
import type { QueryContext } from './context.ts';
import { createFlowReader, type FlowReader } from './flow-reader.ts';
import { type Group, type Groups, groupsOf, keyOf } from './group-index.ts';
import type { Filter, Plan } from './plan.ts';
import { sharersOf } from './plan-borders.ts';
import { instantOf } from './spans.ts';
import { splitByState } from './split-by-state.ts';

/** One cube as one evaluation sees it: groups and sums already read are kept, so that measures share them. */
export interface FlowTable {
  readonly plan: Plan;
  readonly isConnected: boolean;
  /** When the newest event came (ms). */
  readonly dataTo: number;
  /** The groups of the plan in a span, narrowed further where a term says so. */
  groupsAt(narrower: Filter | undefined, span: DaySpan): Groups;
  /** The same of units that were split, each under its own code (labelled last where units are not asked for). */
  splitAt(narrower: Filter | undefined, span: DaySpan): Groups;
  readonly reader: FlowReader;
  /** Place of the first span by whose end anything at all had come; −1 where there is none. */
  firstWithData(spans: Spans): number;
}

export type Spans = readonly (DaySpan | undefined)[];

export function createFlowTable(plan: Plan, { view }: QueryContext, source: FlowSource): FlowTable {
  const cube = cubeOf(view, source);
  const life = source === 'camera' ? createCameraLife(view, plan.now, plan.today) : undefined;
  const dataTo = view.dataTo(source);
  const place = { unit: plan.query.unit, level: plan.query.level };
  const reader = memoise(createFlowReader(cube, life, plan.now, plan.today));
  // Few cameras, whose labels change: their sums are taken as they are asked.
  const keepsTotals = source !== 'camera';
  const slice: Slicing = (by, filter, borders) =>
    groupsOf(cube, { ...place, by, filter, borders }, keepsTotals);
  const split: Slicing = (by, filter, borders) =>
    groupsOf(cube, { ...place, by, filter, borders, isSplit: true }, keepsTotals);
  return {
    plan,
    // A unit that never sent anything is not connected, whatever the others did.
    isConnected: dataTo !== null && hasAny(plan, slice, split),
    dataTo: dataTo ?? Number.NEGATIVE_INFINITY,
    groupsAt: createGrouping(plan, plan.by, life, slice),
    splitAt: createGrouping(
      plan,
      plan.by.includes('unit') ? plan.by : [...plan.by, 'unit'],
      life,
      split,
    ),
    reader,
    firstWithData: createFirstDataSearch((to) => {
      const borders = plan.borders.at(to);
      const everything = { borders, unit: undefined, level: undefined, by: [], filter: {} };
      const { byKey, totals } = groupsOf(cube, everything, keepsTotals);
      const all = byKey.get(keyOf([]));
      const term: Term = { until: FIRST_FLOW[source] };
      return all !== undefined && reader.read(term, all, totals, { from: to, to }) > 0;
    }),
  };
}

function cubeOf(view: FoldView, source: FlowSource): CubeView {
  const { dossiers, cameras, petitions, incidents } = view;
  return { dossier: dossiers, camera: cameras, petition: petitions, incident: incidents }[source];
}

/** Which flow shows that a source had begun: every dossier is received, every camera surveyed. */
const FIRST_FLOW = {
  dossier: 'received',
  camera: 'surveyed',
  petition: 'received',
  incident: 'opened',
} as const;

type Slicing = (by: readonly Dimension[], filter: Filter, borders: Borders) => Groups;

/** Whether the asked unit, or a split one with a share in it, has sent anything under the borders of the plan's spans. */
function hasAny({ borders, span, base, query }: Plan, slice: Slicing, split: Slicing): boolean {
  const pieces = [span, base].flatMap((each) => (each ? borders.pieces(each) : []));
  return pieces.some(({ to }) => {
    const at = borders.at(to);
    if (slice([], {}, at).byKey.has(keyOf([]))) return true;
    const sharers = sharersOf(at, query.unit, { unit: query.unit, filter: undefined });
    return sharers.length > 0 && sharers.some((code) => split(['unit'], {}, at).byKey.has(code));
  });
}

/** The state of a camera is no label of the cube but a matter of the instant, so those groups are split by bucket. */
function createGrouping(
  plan: Plan,
  labels: readonly Dimension[],
  life: CameraLife | undefined,
  slice: Slicing,
): FlowTable['groupsAt'] {
  const known = new Map<Filter | undefined, Map<string, Groups>>();
  const hasState = plan.by.includes('state') || plan.filter.state !== undefined;
  const place = plan.by.indexOf('state');
  const by = labels.filter((dimension) => dimension !== 'state');
  const make = (narrower: Filter | undefined, atMs: number, borders: Borders): Groups => {
    const filter = narrower ? narrow(plan.filter, narrower) : plan.filter;
    if (!life || !hasState) return slice(labels, filter, borders);
    const { state, ...rest } = filter;
    return splitByState(slice(by, rest, borders), life, atMs, { place, wanted: state });
  };
  return (narrower, span) => {
    const atMs = hasState ? instantOf(span, plan.now) : 0;
    const borders = plan.borders.at(span.to);
    const name = hasState ? `${atMs} ${borders.name}` : borders.name;
    const byInstant = known.get(narrower) ?? new Map<string, Groups>();
    known.set(narrower, byInstant);
    const groups = byInstant.get(name) ?? make(narrower, atMs, borders);
    byInstant.set(name, groups);
    return groups;
  };
}

/** Both filters at once; what neither allows leaves an empty list, which no series matches. */
function narrow(filter: Filter, narrower: Filter): Filter {
  const merged: Record<string, readonly string[]> = { ...filter };
  for (const [dimension, values] of Object.entries(narrower)) {
    const own = merged[dimension];
    merged[dimension] = own ? own.filter((value) => values.includes(value)) : values;
  }
  return merged;
}

/** With totals beside its group a sum costs less than finding it again. */
function memoise(reader: FlowReader): FlowReader {
  const known = new Map<Group, Map<string, number>>();
  return {
    read: (term, group, totals, span) => {
      if (totals) return reader.read(term, group, totals, span);
      const sums = known.get(group) ?? new Map<string, number>();
      known.set(group, sums);
      const name = `${termName(term)} ${span.from} ${span.to}`;
      const sum = sums.get(name) ?? reader.read(term, group, totals, span);
      sums.set(name, sum);
      return sum;
    },
  };
}

function termName(term: Term): string {
  if ('during' in term) return `during ${term.during}`;
  if ('until' in term) return `until ${term.until}`;
  if ('before' in term) return `before ${term.before}`;
  if ('outages' in term) return `outages ${term.outages}`;
  if ('outageGroups' in term) return `groups ${term.outageGroups}`;
  return 'live' in term ? `live ${term.live}` : `seconds ${term.seconds}`;
}

function createFirstDataSearch(hadDataBy: (day: LocalDay) => boolean): FlowTable['firstWithData'] {
  const known = new Map<Spans, number>();
  return (spans) => {
    const place = known.get(spans) ?? firstWhere(spans, (span) => hadDataBy(span.to));
    known.set(spans, place);
    return place;
  };
}

/** Spans stand in order, so the first that satisfies `test` is found by halving. */
function firstWhere(spans: Spans, test: (span: DaySpan) => boolean): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span && test(span)) high = middle;
    else low = middle + 1;
  }
  return low < spans.length ? low : -1;
}
