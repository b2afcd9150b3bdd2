import type {
  Meter,
  Meters,
  QualityReport,
  QualitySource,
  QualityUnit,
} from '../../shared/query/quality.ts';
import type { Sources } from '../../shared/territory/pack.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import { endOfDay, isoDay, type LocalDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { ErrorCode } from '../errors.ts';
import type { SourceActivity } from '../fold/view.ts';
import type { ArrivalSeries } from '../log/log.ts';
import { type ArrivalTally, countedMeters, meterOf, tallyArrivals } from './arrival-tally.ts';
import { keepingOf } from './cadence.ts';
import { completeMeter, freshUnits, notOwed, type Owed, owedUnits } from './owed-reports.ts';

export interface QualityContext {
  readonly arrivals: readonly ArrivalSeries[];
  readonly promised: Sources;
  /** Who has sent which kinds. */
  readonly activities: readonly SourceActivity[];
  /** Which measure source a kind feeds. */
  readonly fed: Readonly<Record<string, string>>;
  readonly territory: Territory;
  /** Units that may be seen, each with everything below it. */
  readonly scope: readonly string[];
  readonly nowMs: number;
}

type Promised = Sources[number];

/** The four meters of every source and of every unit it sent about, by days of arrival. */
export function reportQuality(
  context: QualityContext,
  span: DaySpan,
): Omit<QualityReport, 'maySeeEvents'> {
  const { promised, nowMs } = context;
  const bySource = groupBySource(context, span);
  const known = new Set([...promised.map(({ source }) => source), ...bySource.keys()]);
  return {
    asOf: new Date(nowMs).toISOString(),
    period: { from: isoDay(span.from), to: isoDay(span.to) },
    sources: [...known].map((source) => {
      const promise = promised.find((each) => each.source === source);
      return sourceOf(context, span, { source, promise, list: bySource.get(source) ?? [] });
    }),
  };
}

/** Whoever promises something or has had anything accepted. */
export function knownSources(
  promised: Sources,
  arrivals: readonly ArrivalSeries[],
): ReadonlySet<string> {
  return new Set([
    ...promised.map(({ source }) => source),
    ...arrivals.filter(({ outcome }) => outcome === 'accepted').map(({ source }) => source),
  ]);
}

/** The names of sources that are not known may be anything: together they stand under ''. */
function groupBySource(context: QualityContext, span: DaySpan): Map<string, ArrivalSeries[]> {
  const seen = context.arrivals.filter(({ unit }) => isInScope(context, unit, span.to));
  const known = knownSources(context.promised, seen);
  const groups = new Map<string, ArrivalSeries[]>();
  for (const series of seen) {
    const source = known.has(series.source) ? series.source : '';
    const group = groups.get(source);
    if (group) group.push(series);
    else groups.set(source, [series]);
  }
  return groups;
}

/** Codes as the last day of the period has them: later units may have taken them over. */
function isInScope({ scope, territory }: QualityContext, unit: string, day: LocalDay): boolean {
  return seesAll(scope, territory) || scope.some((each) => territory.on(day).isWithin(unit, each));
}

const seesAll = (scope: readonly string[], { root }: Territory) => scope.includes(root);

interface Group {
  readonly source: string;
  readonly promise: Promised | undefined;
  readonly list: readonly ArrivalSeries[];
}

function sourceOf(context: QualityContext, span: DaySpan, group: Group): QualitySource {
  const { source, promise, list } = group;
  const { nowMs, activities } = context;
  const { codes, missing: _, ...counts } = tallyArrivals(list, span, nowMs);
  const sent = activities.filter((each) => each.source === source).map(({ kind }) => kind);
  const kinds = [...new Set([...(promise?.kinds ?? []), ...sent])];
  return {
    source,
    name: promise?.name ?? { vi: source, en: source },
    kinds,
    feeds: [...new Set(kinds.flatMap((kind) => context.fed[kind] ?? []))],
    ...(promise ? { cadenceSeconds: promise.cadenceSeconds } : {}),
    ...counts,
    codes: [...codes],
    meters: metersOfSource(context, span, group),
    units: unitsOf(context, span, group),
  };
}

function metersOfSource(context: QualityContext, span: DaySpan, group: Group): Meters {
  const { nowMs, territory } = context;
  const { promise, list } = group;
  const tally = tallyArrivals(list, span, nowMs);
  const isAsked = (unit: string) => isInScope(context, unit, span.to);
  const owed: Owed = { owes: promise?.owes, territory, isAsked, span, nowMs };
  return {
    ...countedMeters(tally),
    complete: completeMeter(list, owed),
    // Of a part of the province a source keeps no cadence, but units keep their reports.
    fresh: seesAll(context.scope, territory)
      ? freshSource(tally, promise, span, nowMs)
      : freshUnits(list, owed),
  };
}

const NOT_OWED: ErrorCode = 'IOC_QUERY_NOT_OWED';
const NOT_CONNECTED: ErrorCode = 'IOC_QUERY_NOT_CONNECTED';

/** Sống of a source: whether it kept its cadence at the span's end, or now. */
export function freshSource(
  tally: ArrivalTally,
  promise: Promised | undefined,
  span: DaySpan,
  nowMs: number,
): Meter {
  const atMs = Math.min(nowMs, endOfDay(span.to));
  if (!promise) return { value: null, num: 0, den: 0, reason: NOT_OWED };
  const { lastAcceptedAt } = tally;
  if (lastAcceptedAt === null) {
    return { value: null, num: 0, den: 1, reason: NOT_CONNECTED };
  }
  const keeping = keepingOf(atMs - lastAcceptedAt, promise.cadenceSeconds * 1000);
  return meterOf(keeping === 'on-time' ? 1 : 0, 1);
}

/** Units that owe something, and all that something came about. */
function unitsOf(context: QualityContext, span: DaySpan, group: Group): QualityUnit[] {
  const { territory, nowMs } = context;
  const { promise, list } = group;
  const owedOf = (isAsked: Owed['isAsked']): Owed => ({
    owes: promise?.owes,
    territory,
    isAsked,
    span,
    nowMs,
  });
  const owing = owedUnits(
    owedOf((unit) => isInScope(context, unit, span.to)),
    span.to,
  );
  const units = new Set([...owing, ...list.map(({ unit }) => unit)]);
  return [...units].sort().map((unit) => {
    const own = list.filter((series) => series.unit === unit);
    const { codes: _, missing: __, ...counts } = tallyArrivals(own, span, nowMs);
    const owed = owedOf((each) => each === unit);
    const meters = {
      ...countedMeters(tallyArrivals(own, span, nowMs)),
      complete: owing.includes(unit) ? completeMeter(list, owed) : notOwed(),
      fresh: owing.includes(unit) ? freshUnits(list, owed) : notOwed(),
    };
    return { unit, ...counts, meters };
  });
}
