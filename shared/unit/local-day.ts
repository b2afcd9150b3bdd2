import type { Brand } from './brand.ts';

/** Days since 1970-01-01 on the wall calendar of Asia/Ho_Chi_Minh. */
export type LocalDay = Brand<number, 'LocalDay'>;

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = Brand<number, 'Instant'>;

/** Viet Nam has kept UTC+07:00 without daylight saving since 13/06/1975. */
export const OFFSET_MS = 7 * 3_600_000;
export const DAY_MS = 86_400_000;

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

export function localDayOf(instantMs: number): LocalDay {
  return Math.floor((instantMs + OFFSET_MS) / DAY_MS) as LocalDay;
}

/** The instant at which the local day begins (00:00 at +07:00). */
export function startOfDay(day: LocalDay): Instant {
  return (day * DAY_MS - OFFSET_MS) as Instant;
}

/** The last millisecond of the local day. */
export function endOfDay(day: LocalDay): Instant {
  return (startOfDay(day) + DAY_MS - 1) as Instant;
}

/** Proleptic Gregorian date of a day number (Howard Hinnant's civil_from_days). */
export function civilOf(day: LocalDay): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

export function dayOf({ year, month, day }: CivilDate): LocalDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) as LocalDay;
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: LocalDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `2023-12-31` → day number; undefined when the text is no real calendar date. */
export function parseDay(text: string): LocalDay | undefined {
  const match = ISO_DAY.exec(text);
  if (!match) return undefined;
  const day = dayOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
  return isoDay(day) === text ? day : undefined;
}

/** Day number → `2023-12-31`. */
export function isoDay(day: LocalDay): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`;
}
