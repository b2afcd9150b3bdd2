import { civilOf, type LocalDay } from '../../shared/unit/local-day.ts';

/** The days the fold can hold, as 16-bit positions from 1950-01-01; `NO_DAY` stands for none (or for "never"). */
export const FIRST_DAY = -7305; // 1950-01-01
const LAST_DAY = 54_786; // 2119-12-31
export const DAYS = LAST_DAY - FIRST_DAY + 1;
export const NO_DAY = 0xffff;
export const FIRST_YEAR = 1950;
export const YEARS = 170;
export const DAY_SLOTS = 12 * 31;

/** Year (from 1950) and slot (month × 31 + day of month) of each day, looked up because the fold asks several times an event. */
export const yearOfDay = new Uint8Array(DAYS);
export const slotOfDay = new Uint16Array(DAYS);
for (let i = 0; i < DAYS; i++) {
  const { year, month, day } = civilOf((i + FIRST_DAY) as LocalDay);
  yearOfDay[i] = year - FIRST_YEAR;
  slotOfDay[i] = (month - 1) * 31 + day - 1;
}

/** Position of the first day of each month from January 1950. */
const monthStart = new Uint16Array(YEARS * 12);
for (let i = DAYS - 1; i >= 0; i--) {
  const slot = slotOfDay[i] as number;
  monthStart[(yearOfDay[i] as number) * 12 + Math.floor(slot / 31)] = i;
}

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
