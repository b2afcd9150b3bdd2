import type { Meter } from '../../shared/query/quality.ts';
import type { Sources } from '../../shared/territory/pack.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import { type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import { bucketStart, type DaySpan, type Grain } from '../../shared/unit/period.ts';
import type { ErrorCode } from '../errors.ts';
import type { ArrivalSeries } from '../log/log.ts';
import { meterOf } from './arrival-tally.ts';

type Owes = NonNullable<Sources[number]['owes']>;

/** A source's promise, held against what came. */
export interface Owed {
  readonly owes: Owes | undefined;
  readonly territory: Territory;
  /** Only units for which this holds. */
  readonly isAsked: (unit: string, day: LocalDay) => boolean;
  readonly span: DaySpan;
  readonly nowMs: number;
}

/** Units that owe a report of the period that ends on a day. */
export function owedUnits(
  { owes, territory, isAsked }: Pick<Owed, 'owes' | 'territory' | 'isAsked'>,
  day: LocalDay,
): readonly string[] {
  if (!owes) return [];
  if ('units' in owes) return owes.units.filter((unit) => isAsked(unit, day));
  const borders = territory.on(day);
  return borders
    .below(borders.root)
    .filter(({ code, level }) => level === owes.level && isAsked(code, day))
    .map(({ code }) => code);
}

/**
 * Đủ: units and ended periods with a report, of all owed. A unit has reported when something about it or a unit below
 * it was accepted on a day of the period. A period counts when it ended inside the span; where none did, the last one
 * before the span's end does.
 */
export function completeMeter(list: readonly ArrivalSeries[], owed: Owed): Meter {
  if (!owed.owes || owedUnits(owed, owed.span.to).length === 0) return notOwed();
  let num = 0;
  let den = 0;
  const periods = endedPeriods(owed.span, owed.owes.each, localDayOf(owed.nowMs));
  const reported = reportingUnits(list, periods);
  for (const [i, period] of periods.entries()) {
    const reporting = reported[i] ?? new Set();
    const borders = owed.territory.on(period.to);
    for (const unit of owedUnits(owed, period.to)) {
      den++;
      if (reporting.has(unit) || [...reporting].some((each) => borders.isWithin(each, unit))) num++;
    }
  }
  return meterOf(num, den);
}

/** Sống of single units: something came of it in the running period or in the one before. */
export function freshUnits(list: readonly ArrivalSeries[], owed: Owed): Meter {
  if (!owed.owes) return notOwed();
  const { each } = owed.owes;
  const to = Math.min(owed.span.to, localDayOf(owed.nowMs)) as LocalDay;
  const from = bucketStart((bucketStart(to, each) - 1) as LocalDay, each);
  const reporting = [...(reportingUnits(list, [{ from, to }])[0] ?? [])];
  const borders = owed.territory.on(to);
  const units = owedUnits(owed, to);
  const fresh = units.filter((unit) => reporting.some((sent) => borders.isWithin(sent, unit)));
  return units.length === 0 ? notOwed() : meterOf(fresh.length, units.length);
}

export function notOwed(): Meter {
  const reason: ErrorCode = 'IOC_QUERY_NOT_OWED';
  return { value: null, num: 0, den: 0, reason };
}

function endedPeriods({ from, to }: DaySpan, each: Grain, today: LocalDay): DaySpan[] {
  const periods: DaySpan[] = [];
  const next = Math.min(to + 1, today) as LocalDay;
  for (let end = (bucketStart(next, each) - 1) as LocalDay; ; ) {
    const start = bucketStart(end, each);
    if (end < from && periods.length > 0) return periods;
    periods.push({ from: start, to: end });
    end = (start - 1) as LocalDay;
  }
}

/** Units something was accepted about, period by period. */
function reportingUnits(
  list: readonly ArrivalSeries[],
  periods: readonly DaySpan[],
): readonly Set<string>[] {
  const units = periods.map(() => new Set<string>());
  for (const { unit, outcome, days } of list) {
    if (outcome !== 'accepted' || unit === '') continue;
    for (const { day } of days) {
      units[periods.findIndex(({ from, to }) => from <= day && day <= to)]?.add(unit);
    }
  }
  return units;
}
