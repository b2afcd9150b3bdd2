import type { QueryPeriod } from '../../../shared/query/query.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { formatSpan } from '../../../shared/unit/format-time.ts';
import { civilOf, dayOf, isoDay, type LocalDay, parseDay } from '../../../shared/unit/local-day.ts';
import { bucketEnd, bucketStart, type Grain } from '../../../shared/unit/period.ts';

export interface PeriodChoice {
  readonly period: QueryPeriod;
  readonly name: string;
}

export const RELATIVE_PERIODS = [
  'last-12-months',
  'this-year',
  'last-year',
  'this-quarter',
  'this-month',
  'last-month',
  'last-30-days',
  'last-7-days',
  'this-week',
  'today',
  'this-report-month',
  'last-report-month',
] as const;

/** The newest `count` whole years, quarters or months, that of `today` first. */
export function fixedPeriods(
  today: LocalDay,
  grain: Extract<Grain, 'month' | 'quarter' | 'year'>,
  count: number,
  language: Language,
): PeriodChoice[] {
  const choices: PeriodChoice[] = [];
  for (let day = today; choices.length < count; day = (bucketStart(day, grain) - 1) as LocalDay) {
    const span = { from: bucketStart(day, grain), to: bucketEnd(day, grain) };
    choices.push({
      period: { from: isoDay(span.from), to: isoDay(span.to) },
      name: formatSpan(span, language),
    });
  }
  return choices;
}

/** `31/12/2023`, `1/2/2023` or `2023-12-31` as typed → `2023-12-31`; undefined for no day. */
export function dayTyped(text: string): string | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  if (day === undefined) return parseDay(text.trim()) === undefined ? undefined : text.trim();
  const civil = { day: Number(day), month: Number(month), year: Number(year) };
  const found = dayOf(civil);
  const back = civilOf(found);
  return back.day === civil.day && back.month === civil.month ? isoDay(found) : undefined;
}
