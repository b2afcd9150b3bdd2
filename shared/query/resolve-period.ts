import { type LocalDay, parseDay } from '../unit/local-day.ts';
import {
  bucketEnd,
  bucketStart,
  type DaySpan,
  type Grain,
  previousSpan,
  reportMonth,
  sameSpanYearsAgo,
} from '../unit/period.ts';
import type { QueryPeriod } from './query.ts';

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
