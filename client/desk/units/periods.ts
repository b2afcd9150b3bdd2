import type { QueryPeriod } from '../../../shared/query/query.ts';
import type { Language } from '../../../shared/unit/format.ts';

type Relative = Extract<QueryPeriod, { relative: string }>['relative'];

/** Periods the desk offers, the usual one first. */
const PERIODS = [
  ['last-30-days', '30 ngày qua', 'last 30 days'],
  ['today', 'hôm nay', 'today'],
  ['last-7-days', '7 ngày qua', 'last 7 days'],
  ['this-month', 'tháng này', 'this month'],
  ['last-month', 'tháng trước', 'last month'],
  ['this-quarter', 'quý này', 'this quarter'],
  ['this-year', 'năm nay', 'this year'],
  ['last-year', 'năm trước', 'last year'],
  ['last-12-months', '12 tháng qua', 'last 12 months'],
] as const satisfies readonly (readonly [Relative, string, string])[];

export const USUAL_PERIOD: Relative = PERIODS[0][0];

/** The period that the address names, else the usual one. */
export function periodOf(text: string | null): Relative {
  return PERIODS.find(([id]) => id === text)?.[0] ?? USUAL_PERIOD;
}

export function periodOptions(language: Language) {
  return PERIODS.map(([value, vi, en]) => ({ value, text: language === 'vi' ? vi : en }));
}
