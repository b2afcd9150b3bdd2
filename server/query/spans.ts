import type { Compare } from '../../shared/query/query.ts';
import { endOfDay, type LocalDay } from '../../shared/unit/local-day.ts';
import {
  type DaySpan,
  type Grain,
  previousSpan,
  sameSpanYearsAgo,
} from '../../shared/unit/period.ts';

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
