import type { Measure } from '../../../shared/measure/measure.ts';
import type { Answer, Cell, Row } from '../../../shared/query/answer.ts';
import type { Query, QueryPeriod } from '../../../shared/query/query.ts';
import { resolvePeriod } from '../../../shared/query/resolve-period.ts';
import { isoDay, type LocalDay } from '../../../shared/unit/local-day.ts';
import { sameSpanYearsAgo } from '../../../shared/unit/period.ts';
import { periodOf } from '../question/chart-place.ts';

const FIRST_OF_MONTH = 1;

/** What a question is held against: the same of another unit, or of another period. */
export type Other =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'period'; readonly period: QueryPeriod };

/** What the two sides are called, and what was answered of them. */
export type Names = readonly [string, string];
export type Answers = readonly [Answer, Answer];

/** `vu` another unit, `vp` another period; null: neither is chosen yet. */
export function otherOf(params: URLSearchParams): Other | null {
  const [unit, period] = [params.get('vu'), params.get('vp')];
  if (period !== null) return { kind: 'period', period: periodOf(period) };
  return unit === null ? null : { kind: 'unit', unit };
}

/** What a period is held against while nothing was chosen: the same days a year before, as far as they have gone by. */
export function periodBefore(period: QueryPeriod, today: LocalDay): QueryPeriod {
  if ('relative' in period && period.relative === 'this-report-month')
    return { relative: 'last-report-month' };
  const span = resolvePeriod(period, today, FIRST_OF_MONTH);
  if (!span) return { relative: 'last-year' };
  const to = span.from <= today ? Math.min(span.to, today) : span.to;
  const before = sameSpanYearsAgo({ from: span.from, to: to as LocalDay }, 1);
  return { from: isoDay(before.from), to: isoDay(before.to) };
}

/** Both questions, alike but for the unit or the period; none compares on its own. */
export function questionsOf(query: Query, other: Other): { one: Query; two: Query } {
  const { compare: _, ...one } = query;
  const changed = other.kind === 'unit' ? { unit: other.unit } : { period: other.period };
  return { one, two: { ...one, ...changed } };
}

/** Of rates in points, of counts in percent, else in the measure's own unit; null where one side has no value. */
export function differenceOf(
  one: Cell | undefined,
  two: Cell | undefined,
  { deltaKind }: Pick<Measure, 'deltaKind'>,
): number | null {
  if (typeof one?.value !== 'number' || typeof two?.value !== 'number') return null;
  const difference = one.value - two.value;
  if (deltaKind !== 'percent') return difference;
  return two.value === 0 ? null : (difference / Math.abs(two.value)) * 100;
}

type Measures = ReadonlyMap<string, Pick<Measure, 'deltaKind'>>;

/**
 * The rows of one side, each with the other's value as its base. Steps of time meet by their place in the period: the
 * third month meets the third. A row that only the other side has stands at the end, without a value of its own.
 */
export function sideBySide(
  query: Query,
  one: readonly Row[],
  two: readonly Row[],
  measures: Measures,
): readonly Row[] {
  const keyIn = (rows: readonly Row[]) => {
    const steps = [...new Set(rows.flatMap(({ period }) => period ?? []))].sort();
    return (row: Row) =>
      [...(query.by ?? []).map((each) => row[each]), steps.indexOf(row.period ?? '')].join('\n');
  };
  const [keyOne, keyTwo] = [keyIn(one), keyIn(two)];
  const others = new Map(two.map((row) => [keyTwo(row), row]));
  const known = new Set(one.map(keyOne));
  const merged = one.map((row) => withBase(row, others.get(keyOne(row)), query, measures));
  const lonely = two
    .filter((row) => !known.has(keyTwo(row)))
    .map((row) => withBase({ ...row, values: {} }, row, query, measures));
  return [...merged, ...lonely];
}

function withBase(row: Row, other: Row | undefined, query: Query, measures: Measures): Row {
  const cells = query.measures.map((id): [string, Cell] => {
    const [own, base] = [row.values[id], other?.values[id]];
    const deltaKind = measures.get(id)?.deltaKind ?? 'absolute';
    const delta = differenceOf(own, base, { deltaKind });
    return [id, { ...(own ?? { value: null }), base: base?.value ?? null, delta, deltaKind }];
  });
  return { ...row, values: Object.fromEntries(cells) };
}

/** Rows of both units in one answer, told apart by their unit. */
export function bothUnits(query: Query, one: Answer, two: Answer, other: string): Answer {
  const tagged = ({ rows }: Answer, unit: string) =>
    rows.map((row) => ({ ...row, unit, key: `${unit} ${row.key}` }));
  return { ...one, rows: [...tagged(one, query.unit), ...tagged(two, other)] };
}
