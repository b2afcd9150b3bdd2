import { civilOf, dayOf, isoDay, type LocalDay, parseDay, weekdayOf } from './local-day.ts';

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
export const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'half', 'year'];

/** Both ends belong to the span. */
export interface DaySpan {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** First day of the bucket of `grain` that holds `day`; weeks begin on Monday (ISO 8601). */
export function bucketStart(day: LocalDay, grain: Grain): LocalDay {
  if (grain === 'day') return day;
  if (grain === 'week') return (day - weekdayOf(day)) as LocalDay;
  const { year, month } = civilOf(day);
  const monthsPerBucket = { month: 1, quarter: 3, half: 6, year: 12 }[grain];
  const first = Math.floor((month - 1) / monthsPerBucket) * monthsPerBucket + 1;
  return dayOf({ year, month: first, day: 1 });
}

/** Last day of the bucket of `grain` that holds `day`. */
export function bucketEnd(day: LocalDay, grain: Grain): LocalDay {
  const start = bucketStart(day, grain);
  if (grain === 'day') return start;
  if (grain === 'week') return (start + 6) as LocalDay;
  const { year, month } = civilOf(start);
  const next = month + { month: 1, quarter: 3, half: 6, year: 12 }[grain];
  return (dayOf({
    year: year + Math.floor((next - 1) / 12),
    month: ((next - 1) % 12) + 1,
    day: 1,
  }) - 1) as LocalDay;
}

/** Key of a bucket: `2023-12-31`, `2023-W52`, `2023-12`, `2023-Q4`, `2023-H2`, `2023`. Keys sort as text. */
export function bucketKey(day: LocalDay, grain: Grain): string {
  const start = bucketStart(day, grain);
  const { year, month } = civilOf(start);
  switch (grain) {
    case 'day':
      return isoDay(start);
    case 'week':
      return isoWeekKey(start);
    case 'month':
      return isoDay(start).slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'year':
      return String(year);
  }
}

function isoWeekKey(monday: LocalDay): string {
  const { year } = civilOf((monday + 3) as LocalDay);
  const firstMonday = bucketStart(dayOf({ year, month: 1, day: 4 }), 'week');
  return `${year}-W${String((monday - firstMonday) / 7 + 1).padStart(2, '0')}`;
}

/** The buckets of a span in order; the first and last are cut to the span. */
export function bucketsOf(span: DaySpan, grain: Grain): (DaySpan & { readonly key: string })[] {
  const buckets: (DaySpan & { readonly key: string })[] = [];
  let day = span.from;
  while (day <= span.to) {
    const end = bucketEnd(day, grain);
    const to = Math.min(end, span.to) as LocalDay;
    buckets.push({ key: bucketKey(day, grain), from: day, to });
    day = (end + 1) as LocalDay;
  }
  return buckets;
}

const PERIOD_KEY = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(9M)|(\d{2})))?$/;

/**
 * Span of a period key: `2023`, `2023-Q1`, `2023-H1`, `2023-9M` (first nine months), `2023-12`, `2023-12-31`, or from one
 * day to another, `2021-01-01/2023-08-07`.
 */
export function spanOfKey(key: string): DaySpan | undefined {
  const [start = '', end] = key.split('/');
  return end === undefined ? spanOfBucket(key) : spanBetween(parseDay(start), parseDay(end));
}

function spanBetween(from: LocalDay | undefined, to: LocalDay | undefined): DaySpan | undefined {
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

function spanOfBucket(key: string): DaySpan | undefined {
  const day = parseDay(key);
  if (day !== undefined) return { from: day, to: day };
  const match = PERIOD_KEY.exec(key);
  if (!match) return undefined;
  const year = Number(match[1]);
  const [first, last] = monthsOf(match);
  if (last > 12 || first < 1) return undefined;
  const from = dayOf({ year, month: first, day: 1 });
  return { from, to: bucketEnd(dayOf({ year, month: last, day: 1 }), 'month') };
}

/** Key of a span: that of its bucket where it is one, else `from/to`. */
export function spanKey(span: DaySpan): string {
  const grain = (['day', 'month', 'quarter', 'half', 'year'] as const).find(
    (g) => bucketStart(span.from, g) === span.from && bucketEnd(span.from, g) === span.to,
  );
  return grain ? bucketKey(span.from, grain) : `${isoDay(span.from)}/${isoDay(span.to)}`;
}

function monthsOf([, , quarter, half, nineMonths, month]: RegExpExecArray): [number, number] {
  if (quarter) return [Number(quarter) * 3 - 2, Number(quarter) * 3];
  if (half) return [Number(half) * 6 - 5, Number(half) * 6];
  if (nineMonths) return [1, 9];
  if (month) return [Number(month), Number(month)];
  return [1, 12];
}

/** The same calendar span `years` earlier; 29 February becomes 28 February. */
export function sameSpanYearsAgo(span: DaySpan, years: number): DaySpan {
  return { from: yearsAgo(span.from, years), to: yearsAgo(span.to, years) };
}

function yearsAgo(day: LocalDay, years: number): LocalDay {
  const date = civilOf(day);
  const isLeapDay = date.month === 2 && date.day === 29;
  return dayOf({ ...date, year: date.year - years, day: isLeapDay ? 28 : date.day });
}

/**
 * The span just before: whole months (a quarter, a year, a report month from the 15th to the 14th) move by as many
 * months, any other span by its own length in days.
 */
export function previousSpan(span: DaySpan): DaySpan {
  const months = wholeMonths(span);
  const to = (span.from - 1) as LocalDay;
  if (months > 0) return { from: monthsBefore(span.from, months), to };
  return { from: (span.from - (span.to - span.from + 1)) as LocalDay, to };
}

/** Months from a day to the day before the same one of another month; 0 where the span is no such one. */
function wholeMonths({ from, to }: DaySpan): number {
  const first = civilOf(from);
  const next = civilOf((to + 1) as LocalDay);
  if (first.day !== next.day || first.day > 28) return 0;
  return (next.year - first.year) * 12 + next.month - first.month;
}

function monthsBefore(day: LocalDay, count: number): LocalDay {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const months = year * 12 + month - 1 - count;
  return dayOf({ year: Math.floor(months / 12), month: (months % 12) + 1, day: dayOfMonth });
}

/** The report month that holds a day: from a day of a month (1–28) to the day before it in the next. */
export function reportMonth(day: LocalDay, startsOn: number): DaySpan {
  const date = civilOf(day);
  const start = dayOf({ ...date, day: startsOn });
  const from = date.day >= startsOn ? start : monthsBefore(start, 1);
  return { from, to: (monthsBefore(from, -1) - 1) as LocalDay };
}
