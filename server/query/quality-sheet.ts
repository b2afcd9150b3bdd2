import type { Measure, QualityMeter } from '../../shared/measure/measure.ts';
import type { Meter } from '../../shared/query/quality.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { ArrivalSeries } from '../log/log.ts';
import { countedMeters, reasonOf, tallyArrivals } from './arrival-tally.ts';
import type { QueryContext } from './context.ts';
import { type Figure, noFigure, ratioFigure } from './figure.ts';
import { completeMeter, freshUnits, type Owed, owedUnits } from './owed-reports.ts';
import type { Plan } from './plan.ts';
import { freshSource, knownSources } from './quality-report.ts';
import { readRecordSheet, unitRowOf } from './record-sheet.ts';
import type { Sheet } from './sheet.ts';

/** What arrived of a source about a unit; without a series a place that something is promised of. */
interface Arrived {
  readonly source: string;
  readonly unit: string;
  readonly series?: ArrivalSeries;
}

/**
 * The four meters by source and unit. They go by the day of arrival: what was late counts when it came. A question about
 * an instant takes the day it lies in whole.
 */
export function readQualitySheet(measure: Measure, plan: Plan, context: QueryContext): Sheet {
  if (measure.expression.kind !== 'quality') return new Map();
  const { part } = measure.expression;
  const records = recordsOf(plan, context);
  const day = Math.min(plan.span.to, plan.today) as LocalDay;
  const read = (own: readonly Arrived[], unit: string, span: DaySpan) =>
    figureOf(part, own, { unit, span: untilNow(span, plan), plan, context });
  return readRecordSheet(plan, {
    records,
    placeOf: ({ source, unit }) => {
      const row = unit === '' ? rootRow(plan, context) : unitRowOf(unit, day, plan);
      return row === undefined ? undefined : { source, unit: row };
    },
    read: (own, { span, base }, unit) => ({
      figure: read(own, unit, span),
      base: base && read(own, unit, base),
    }),
  });
}

/** What comes after the instant asked was not known then. */
function untilNow({ from, to }: DaySpan, { today }: Plan): DaySpan {
  return { from, to: Math.min(to, today) as LocalDay };
}

/** Arrival of the newest event of all, ms; null where there is none. */
export function newestArrival({ quality, now }: QueryContext): number | null {
  const whole = { from: 0 as LocalDay, to: Number.MAX_SAFE_INTEGER as LocalDay };
  return quality ? tallyArrivals(quality.arrivals(), whole, now).lastAcceptedAt : null;
}

/** What names no unit is told of the whole province only, and has no row among units. */
function rootRow({ query, filter }: Plan, { territory }: QueryContext): string | undefined {
  return query.unit === territory.root && !filter.unit ? '' : undefined;
}

function recordsOf(plan: Plan, { quality, territory }: QueryContext): readonly Arrived[] {
  if (!quality) return [];
  const { promised } = quality;
  const known = knownSources(promised, quality.arrivals());
  const arrived = quality.arrivals().map((series) => ({
    // Nobody knows what another name is: it may be anything, and gets no row of its own.
    source: known.has(series.source) ? series.source : '',
    unit: series.unit,
    series,
  }));
  const day = Math.min(plan.span.to, plan.today) as LocalDay;
  const owing = promised.flatMap(({ source, owes }) =>
    owedUnits({ owes, territory, isAsked: () => true }, day).map((unit) => ({ source, unit })),
  );
  const promises = promised.map(({ source }) => ({ source, unit: '' }));
  return [...arrived, ...owing, ...promises];
}

interface Asked {
  readonly unit: string;
  readonly span: DaySpan;
  readonly plan: Plan;
  readonly context: QueryContext;
}

function figureOf(part: QualityMeter, own: readonly Arrived[], asked: Asked): Figure {
  const list = own.flatMap(({ series }) => series ?? []);
  if (part === 'complete' || part === 'fresh') return promisedFigure(part, own, asked);
  const tally = tallyArrivals(list, asked.span, asked.plan.now);
  const { value, num, den } = countedMeters(tally)[part];
  return value === null ? noFigure(reasonOf(tally)) : { value, num, den };
}

/** Summed over the sources: whoever promises nothing adds nothing. */
function promisedFigure(
  part: 'complete' | 'fresh',
  own: readonly Arrived[],
  { unit, span, plan, context }: Asked,
): Figure {
  const { territory, quality } = context;
  const meters = (quality?.promised ?? []).flatMap((promise) => {
    const ofSource = own.filter(({ source }) => source === promise.source);
    if (ofSource.length === 0) return [];
    const list = ofSource.flatMap(({ series }) => series ?? []);
    const isAsked = (each: string, day: LocalDay) => plan.borders.at(day).isWithin(each, unit);
    const owed: Owed = { owes: promise.owes, territory, isAsked, span, nowMs: plan.now };
    if (part === 'complete') return completeMeter(list, owed);
    // A unit is fresh by its reports, a source by its cadence.
    return plan.by.includes('unit') || unit !== territory.root
      ? freshUnits(list, owed)
      : freshSource(tallyArrivals(list, span, plan.now), promise, span, plan.now);
  });
  return sumOf(meters);
}

function sumOf(meters: readonly Meter[]): Figure {
  const known = meters.filter(({ den }) => den > 0);
  const num = known.reduce((sum, meter) => sum + meter.num, 0);
  const den = known.reduce((sum, meter) => sum + meter.den, 0);
  if (den > 0 && known.some(({ value }) => value !== null)) return ratioFigure(num, den, 100);
  return noFigure(known.length > 0 ? 'IOC_QUERY_NOT_CONNECTED' : 'IOC_QUERY_NOT_OWED');
}
