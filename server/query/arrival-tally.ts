import type { Meter } from '../../shared/query/quality.ts';
import { endOfDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { ErrorCode } from '../errors.ts';
import type { ArrivalSeries } from '../log/log.ts';

/** What arrived in a span of days, added up. */
export interface ArrivalTally {
  readonly accepted: number;
  readonly duplicates: number;
  readonly conflicts: number;
  readonly rejected: number;
  /** Of the rejected ones those that lack a mandatory field. */
  readonly missing: number;
  /** Rejections by code, most frequent first. */
  readonly codes: readonly { readonly code: string; readonly count: number }[];
  readonly lastAcceptedAt: number | null;
}

const MISSING: ErrorCode = 'IOC_INGEST_MISSING';

export function tallyArrivals(
  list: readonly ArrivalSeries[],
  span: DaySpan,
  nowMs: number,
): ArrivalTally {
  const sums = { accepted: 0, duplicate: 0, conflict: 0, rejected: 0 };
  const codes = new Map<string, number>();
  for (const series of list) {
    const count = countWithin(series, span);
    sums[series.outcome] += count;
    if (series.outcome !== 'rejected' || count === 0) continue;
    codes.set(series.code, (codes.get(series.code) ?? 0) + count);
  }
  const sorted = [...codes].map(([code, count]) => ({ code, count }));
  sorted.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return {
    accepted: sums.accepted,
    duplicates: sums.duplicate,
    conflicts: sums.conflict,
    rejected: sums.rejected,
    missing: codes.get(MISSING) ?? 0,
    codes: sorted,
    lastAcceptedAt: lastAccepted(list, Math.min(nowMs, endOfDay(span.to))),
  };
}

function countWithin({ days }: ArrivalSeries, { from, to }: DaySpan): number {
  let sum = 0;
  for (const { day, count } of days) if (day >= from && day <= to) sum += count;
  return sum;
}

/** Of a day only its last arrival is known, so an instant inside a day that went on may see the day before. */
function lastAccepted(list: readonly ArrivalSeries[], atMs: number): number | null {
  let last: number | null = null;
  for (const { outcome, days } of list) {
    if (outcome !== 'accepted') continue;
    const lastAt = days.findLast((each) => each.lastAt <= atMs)?.lastAt;
    if (lastAt !== undefined && lastAt > (last ?? Number.NEGATIVE_INFINITY)) last = lastAt;
  }
  return last;
}

/** A share in percent; without a denominator there is no figure. */
export function meterOf(
  num: number,
  den: number,
  reason: ErrorCode = 'IOC_QUERY_NO_DENOMINATOR',
): Meter {
  return den === 0 ? { value: null, num, den, reason } : { value: (num / den) * 100, num, den };
}

/** Why nothing came. */
export function reasonOf({ lastAcceptedAt }: ArrivalTally): ErrorCode {
  return lastAcceptedAt === null ? 'IOC_QUERY_NOT_CONNECTED' : 'IOC_QUERY_NO_DATA';
}

/** The meters that need nothing but counts. */
export function countedMeters(tally: ArrivalTally): Record<'valid' | 'fields' | 'clean', Meter> {
  const { accepted, duplicates, conflicts, rejected, missing } = tally;
  const valid = accepted + duplicates + conflicts;
  const sent = valid + rejected;
  const none = reasonOf(tally);
  return {
    valid: meterOf(valid, sent, none),
    fields: meterOf(sent - missing, sent, none),
    clean: meterOf(accepted, valid, none),
  };
}
