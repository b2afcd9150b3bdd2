import type { Query } from '../../shared/query/query.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { ErrorCode } from '../errors.ts';

/** The borders a query wants: those of their time, or today's with the past carried to them. */
export interface PlanBorders {
  readonly isCarried: boolean;
  /** For unit codes as the events of a day use them. */
  at(day: LocalDay): Borders;
  /** The borders of a day, whatever is wanted. */
  on(day: LocalDay): Borders;
  /** For unit codes as rows name them. */
  rowsAt(day: LocalDay): Borders;
  /** Pieces of a span within each of which `at` is the same. */
  pieces(span: DaySpan): readonly DaySpan[];
  /** Whether a row's unit exists on any day of a span; today's units stand for what was there, if they exist today. */
  existsIn(unit: string, span: DaySpan): boolean;
  /** Whether a row's unit is one and the same over the spans. */
  isSteady(unit: string, span: DaySpan, other?: DaySpan): boolean;
}

export function bordersOfPlan(
  wanted: 'as-were' | 'today' | undefined,
  territory: Territory,
  today: LocalDay,
): PlanBorders {
  const { on, pieces, existsIn } = territory;
  if (wanted !== 'today')
    return {
      isCarried: false,
      on,
      at: on,
      rowsAt: on,
      pieces,
      existsIn,
      isSteady: territory.isSteady,
    };
  return {
    isCarried: true,
    on,
    at: (day) => territory.carried(day, today),
    rowsAt: () => on(today),
    pieces,
    existsIn: (unit) => existsIn(unit, { from: today, to: today }),
    isSteady: () => true,
  };
}

/**
 * Codes an unknown share of which belongs to a unit under the asked unit and filter, though not all of it does:
 * what they hold leaves the unit without a figure.
 */
export function sharersOf(
  borders: Borders,
  unit: string,
  asked: { readonly unit: string; readonly filter: readonly string[] | undefined },
): readonly string[] {
  const mayLieIn = (code: string, each: string) =>
    borders.isWithin(code, each) || borders.sharesOf(code).includes(each);
  return borders.split.filter((code) => {
    const limits = [unit, asked.unit];
    if (!limits.every((each) => mayLieIn(code, each))) return false;
    if (asked.filter && !asked.filter.some((each) => mayLieIn(code, each))) return false;
    const isInFilter = asked.filter?.some((each) => borders.isWithin(code, each)) ?? true;
    return !(isInFilter && limits.every((each) => borders.isWithin(code, each)));
  });
}

/**
 * Why a published figure (an index, a rank, a growth rate) has no place under the asked borders: it belongs to a unit as
 * it was, and what is now another unit, or stood among 63 and now among 34, has nothing to set against it.
 */
export function refusePublished(
  borders: PlanBorders,
  unit: string,
  day: LocalDay,
  other: LocalDay,
): ErrorCode | undefined {
  const on = (each: LocalDay) => ({ from: each, to: each });
  if (!borders.isSteady(unit, on(day), on(other))) return 'IOC_QUERY_BORDERS_CHANGED';
  if (!borders.isCarried || isUnchanged(borders.at(day), unit)) return undefined;
  return 'IOC_QUERY_BORDERS_PUBLISHED';
}

/** Whether a unit is made of itself alone, and of all of itself. */
export function isUnchanged(borders: Borders, unit: string): boolean {
  const [only, ...others] = borders.origins(unit);
  const isShared = borders.split.some((code) => borders.sharesOf(code).includes(unit));
  return only === unit && others.length === 0 && !isShared;
}

/** The units of the asked level below the asked unit that exist at the period's end and pass the filter. */
export function unitsAtLevel(plan: AskedUnits): readonly string[] {
  return plan.borders
    .rowsAt(plan.span.to)
    .below(plan.query.unit)
    .map(({ code }) => code)
    .filter((code) => isAskedRow(code, plan));
}

/** Whether a unit is of the asked level, if any, below the asked unit and inside the filter. */
export function isAskedRow(unit: string, { query, filter, span, borders }: AskedUnits): boolean {
  const rows = borders.rowsAt(span.to);
  if (query.level !== undefined && rows.unit(unit)?.level !== query.level) return false;
  if (!rows.isWithin(unit, query.unit)) return false;
  return filter.unit?.some((each) => rows.isWithin(unit, each)) ?? true;
}

/** The rows that codes met in records belong to, inside the asked unit and filter. */
export function unitsMet(codes: Iterable<string>, plan: AskedUnits): readonly string[] {
  const { query, filter, span, borders } = plan;
  const at = borders.at(span.to);
  const isAsked = (code: string) =>
    at.isWithin(code, query.unit) && (filter.unit?.some((each) => at.isWithin(code, each)) ?? true);
  return [...new Set([...codes].filter(isAsked).map((code) => at.ownerOf(code)))];
}

interface AskedUnits {
  readonly query: Pick<Query, 'unit' | 'level'>;
  readonly filter: { readonly unit?: readonly string[] };
  readonly span: DaySpan;
  readonly borders: PlanBorders;
}
