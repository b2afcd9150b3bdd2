import type { Compare, QueryPeriod } from '../../shared/query/query.ts';
import { endOfDay, type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import {
  bucketEnd,
  bucketStart,
  type DaySpan,
  type Grain,
  previousSpan,
  reportMonth,
  sameSpanYearsAgo,
} from '../../shared/unit/period.ts';

type Relative = Extract<QueryPeriod, { relative: unknown }>['relative'];

const bucketAround = (day: LocalDay, grain: Grain): DaySpan => ({
  from: bucketStart(day, grain),
  to: bucketEnd(day, grain),
});
const lastDays = (today: LocalDay, count: number): DaySpan => ({
  from: (today - count + 1) as LocalDay,
  to: today,
});

const RELATIVE: Readonly<Record<Relative, (today: LocalDay, startsOn: number) => DaySpan>> = {
  today: (today) => ({ from: today, to: today }),
  'this-week': (today) => bucketAround(today, 'week'),
  'this-month': (today) => bucketAround(today, 'month'),
  'this-quarter': (today) => bucketAround(today, 'quarter'),
  'this-year': (today) => bucketAround(today, 'year'),
  'last-month': (today) => previousSpan(bucketAround(today, 'month')),
  'last-year': (today) => previousSpan(bucketAround(today, 'year')),
  'last-7-days': (today) => lastDays(today, 7),
  'last-30-days': (today) => lastDays(today, 30),
  'last-12-months': (today) => {
    const to = bucketEnd(today, 'month');
    // A day after the same month's end a year ago begins the twelve months.
    const from = sameSpanYearsAgo({ from: to, to }, 1).from;
    return { from: (bucketEnd(from, 'month') + 1) as LocalDay, to };
  },
  'this-report-month': reportMonth,
  'last-report-month': (today, startsOn) => previousSpan(reportMonth(today, startsOn)),
};

/**
 * The span a period means today; undefined when it is none (unreal date, end before beginning). Report months begin on
 * the day `startsOn` of a month.
 */
export function resolvePeriod(
  period: QueryPeriod,
  today: LocalDay,
  startsOn: number,
): DaySpan | undefined {
  if ('relative' in period) return RELATIVE[period.relative](today, startsOn);
  const from = parseDay(period.from);
  const to = parseDay(period.to);
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

/**
 * What a span is compared with. A period that still runs is compared with as much of the other one as has gone by,
 * so that half a year never stands against a whole one.
 */
export function baseSpan(
  span: DaySpan,
  compare: Compare | undefined,
  today: LocalDay,
  grain?: Grain,
): DaySpan | undefined {
  if (compare === 'previous-period') return cutLike(previousSpan(span), span, today);
  if (compare !== 'same-period-last-year') return undefined;
  const gone = { from: span.from, to: isRunning(span, today) ? today : span.to };
  // Weeks and their weekdays stay aligned.
  return grain === 'week' ? shiftDays(gone, -364) : sameSpanYearsAgo(gone, 1);
}

/** `other` cut to as many days as have gone by of a span that still runs. */
export function cutLike(other: DaySpan, span: DaySpan, today: LocalDay): DaySpan {
  if (!isRunning(span, today)) return other;
  const to = Math.min(other.from + (today - span.from), other.to) as LocalDay;
  return { from: other.from, to };
}

function isRunning(span: DaySpan, today: LocalDay): boolean {
  return span.from <= today && today < span.to;
}

function shiftDays(span: DaySpan, days: number): DaySpan {
  return { from: (span.from + days) as LocalDay, to: (span.to + days) as LocalDay };
}

/** The instant a stock of a span stands for: its last millisecond, or now while it runs. */
export function instantOf(span: DaySpan, now: number): number {
  return Math.min(now, endOfDay(span.to));
}
