import { civilOf, type LocalDay } from '../../shared/unit/local-day.ts';

/** The days the fold can hold, as 16-bit positions from 1950-01-01; `NO_DAY` stands for none (or for "never"). */
export const FIRST_DAY = -7305; // 1950-01-01
const LAST_DAY = 54_786; // 2119-12-31
export const DAYS = LAST_DAY - FIRST_DAY + 1;
export const NO_DAY = 0xffff;
export const FIRST_YEAR = 1950;
export const YEARS = 170;
export const MONTHS = YEARS * 12;

/** Month (from January 1950) and day of month (from 0) of each day, looked up because the fold asks several times an event. */
export const monthOfDay = new Uint16Array(DAYS + 1);
export const dayOfMonth = new Uint8Array(DAYS);
/** Position of the first day of each month. */
const monthStart = new Uint16Array(MONTHS);
for (let i = 0; i < DAYS; i++) {
  const { year, month, day } = civilOf((i + FIRST_DAY) as LocalDay);
  monthOfDay[i] = (year - FIRST_YEAR) * 12 + month - 1;
  dayOfMonth[i] = day - 1;
  if (day === 1) monthStart[(year - FIRST_YEAR) * 12 + month - 1] = i;
}
monthOfDay[DAYS] = MONTHS;

/** Days outside the axis count on its first or last day. */
export function clampDay(position: number): number {
  return position < 0 ? 0 : position >= DAYS ? DAYS - 1 : position;
}

export function positionOf(day: LocalDay): number {
  return clampDay(day - FIRST_DAY);
}

export function dayAt(position: number): LocalDay {
  return (position + FIRST_DAY) as LocalDay;
}

/** Position of year (1950 …), month (1 … 12), day of month. */
export function positionOfDate(year: number, month: number, day: number): number {
  if (year < FIRST_YEAR) return 0;
  if (year >= FIRST_YEAR + YEARS) return DAYS - 1;
  return clampDay((monthStart[(year - FIRST_YEAR) * 12 + month - 1] as number) + day - 1);
}

/** Position of the last day of a month. */
export function lastDayOf(month: number): number {
  return month + 1 < MONTHS ? (monthStart[month + 1] as number) - 1 : DAYS - 1;
}

export function isLastOfMonth(position: number): boolean {
  return monthOfDay[position + 1] !== monthOfDay[position];
}
