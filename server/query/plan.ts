import type { Dimension, Measure } from '../../shared/measure/measure.ts';
import type { Query } from '../../shared/query/query.ts';
import { resolvePeriod } from '../../shared/query/resolve-period.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import { type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import { bucketsOf, type DaySpan, previousSpan } from '../../shared/unit/period.ts';
import { type CodedError, codedError } from '../errors.ts';
import type { QueryContext } from './context.ts';
import { bordersOfPlan, type PlanBorders } from './plan-borders.ts';
import { baseSpan, cutLike } from './spans.ts';

export type Filter = { readonly [D in Dimension]?: readonly string[] };

/** One piece of the period, and the piece it is compared with. */
export interface Bucket {
  /** Set where the query has a grain. */
  readonly key: string | undefined;
  readonly span: DaySpan;
  readonly base: DaySpan | undefined;
}

/** A query whose words are known to mean something. */
export interface Plan {
  readonly query: Query;
  readonly measures: readonly Measure[];
  readonly by: readonly Dimension[];
  readonly filter: Filter;
  readonly span: DaySpan;
  readonly base: DaySpan | undefined;
  readonly buckets: readonly Bucket[];
  readonly today: LocalDay;
  readonly now: number;
  readonly borders: PlanBorders;
}

const MAX_BUCKETS = 2000;

export type Planned =
  | { readonly plan: Plan; readonly error?: undefined }
  | { readonly plan?: undefined; readonly error: CodedError };

export function planQuery(query: Query, context: QueryContext): Planned {
  const today = localDayOf(context.now);
  const span = resolvePeriod(query.period, today, context.reportMonthStartsOn ?? 1);
  const borders = bordersOfPlan(query.borders, context.territory, context.bordersDay);
  const refusal = refuseUnit(query, context, borders.rowsAt(span?.to ?? today));
  if (refusal) return { error: refusal };
  if (!span) return { error: periodError(query) };
  const measures = query.measures.flatMap((id) => context.catalogue.get(id) ?? []);
  const error = checkMeasures(query, measures) ?? checkDimensions(query, measures);
  if (error) return { error };
  const buckets = splitSpan(query, span, today);
  if (buckets.length > MAX_BUCKETS)
    return {
      error: codedError('IOC_QUERY_TOO_LARGE', { expected: MAX_BUCKETS, came: buckets.length }),
    };
  const by = query.by ?? [];
  const base = baseSpan(span, query.compare, today);
  const filter = query.filter ?? {};
  const { now } = context;
  return { plan: { query, measures, by, filter, span, base, buckets, today, now, borders } };
}

/** Whoever has no unit above the one asked for learns nothing, not even whether it exists. */
function refuseUnit(
  { unit }: Query,
  { scope, territory }: QueryContext,
  borders: Borders,
): CodedError | undefined {
  // A unit the pack does not know lies in the whole province's scope only.
  if (!scope.some((each) => each === territory.root || borders.isWithin(unit, each)))
    return codedError('IOC_ACCESS_UNIT', {
      expected: scope.join(', ') || 'nothing',
      came: unit,
      where: '/unit',
    });
  return borders.unit(unit)
    ? undefined
    : codedError('IOC_QUERY_UNKNOWN_UNIT', { came: unit, where: '/unit' });
}

function periodError({ period }: Query): CodedError {
  const came = 'relative' in period ? period.relative : `${period.from} – ${period.to}`;
  return codedError('IOC_QUERY_PERIOD', { came, where: '/period' });
}

function checkMeasures({ measures }: Query, known: readonly Measure[]): CodedError | undefined {
  const ids = new Set(known.map(({ id }) => id));
  const unknown = measures.findIndex((id) => !ids.has(id));
  if (unknown >= 0)
    return codedError('IOC_QUERY_UNKNOWN_MEASURE', {
      came: measures[unknown] ?? '',
      where: `/measures/${unknown}`,
    });
  const isCoverage = known.map(({ source }) => source === 'coverage');
  // Coverage answers a row a programme, which no other measure has.
  return isCoverage.includes(true) && isCoverage.includes(false)
    ? codedError('IOC_QUERY_MIXED', { where: '/measures' })
    : undefined;
}

function checkDimensions(query: Query, measures: readonly Measure[]): CodedError | undefined {
  const by = query.by ?? [];
  const twice = by.findIndex((dimension, i) => by.indexOf(dimension) !== i);
  const asked = [
    ...by.map((dimension, i) => ({ dimension, where: `/by/${i}` })),
    ...Object.keys(query.filter ?? {}).map((name) => ({
      dimension: name as Dimension,
      where: `/filter/${name}`,
    })),
  ];
  if (twice >= 0)
    return codedError('IOC_QUERY_DIMENSION', {
      expected: 'each dimension once',
      came: by[twice] ?? '',
      where: `/by/${twice}`,
    });
  for (const { dimension, where } of asked) {
    const measure = measures.find(({ dimensions }) => !dimensions.includes(dimension));
    if (measure)
      return codedError('IOC_QUERY_DIMENSION', {
        expected: `a dimension of ${measure.id} (${measure.dimensions.join(', ')})`,
        came: dimension,
        where,
      });
  }
  return undefined;
}

function splitSpan({ grain, compare }: Query, span: DaySpan, today: LocalDay): Bucket[] {
  if (!grain) return [{ key: undefined, span, base: baseSpan(span, compare, today) }];
  const previous = compare === 'previous-period' ? bucketsOf(previousSpan(span), grain) : undefined;
  return bucketsOf(span, grain).map(({ key, from, to }, i) => {
    const own = { from, to };
    const before = previous?.[i];
    const base = previous
      ? before && cutLike({ from: before.from, to: before.to }, own, today)
      : baseSpan(own, compare, today, grain);
    return { key, span: own, base };
  });
}
