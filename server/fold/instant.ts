import { localDayOf, OFFSET_MS } from '../../shared/unit/local-day.ts';
import { positionOf, positionOfDate } from './day-axis.ts';

const ZERO = 48;

function digits2(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

/**
 * Local day (position on the axis) of an RFC 3339 instant that ingest has validated. Nearly all sources write +07:00,
 * whose date part is the local day as it stands: reading ten characters is ten times faster than `Date.parse`.
 */
export function dayOfInstant(text: string): number {
  if (!text.endsWith('+07:00')) return positionOf(localDayOf(millisOfInstant(text)));
  return positionOfDate(
    digits2(text, 0) * 100 + digits2(text, 2),
    digits2(text, 5),
    digits2(text, 8),
  );
}

/** Stands for no minute; minutes of a day fit below it in eleven bits. */
export const NO_MINUTE = 2047;

/** Local minute of the day of an RFC 3339 instant that ingest has validated. */
export function minuteOfInstant(text: string): number {
  if (!text.endsWith('+07:00')) return minuteOfMillis(millisOfInstant(text));
  return digits2(text, 11) * 60 + digits2(text, 14);
}

export function minuteOfMillis(instantMs: number): number {
  const minutes = Math.floor((instantMs + OFFSET_MS) / 60_000);
  return ((minutes % 1440) + 1440) % 1440;
}

/** Milliseconds since 1970 of an RFC 3339 instant that ingest has validated; finer fractions are cut off. */
export function millisOfInstant(text: string): number {
  const end = text.length;
  const isUtc = text.charCodeAt(end - 1) === 90;
  const offsetMinutes = isUtc ? 0 : digits2(text, end - 5) * 60 + digits2(text, end - 2);
  const sign = !isUtc && text.charCodeAt(end - 6) === 45 ? -1 : 1;
  const utc = Date.UTC(
    digits2(text, 0) * 100 + digits2(text, 2),
    digits2(text, 5) - 1,
    digits2(text, 8),
    digits2(text, 11),
    digits2(text, 14),
    digits2(text, 17),
  );
  return utc + fractionMs(text, isUtc ? end - 1 : end - 6) - sign * offsetMinutes * 60_000;
}

function fractionMs(text: string, end: number): number {
  let millis = 0;
  for (let i = 20, unit = 100; i < end && unit >= 1; i++, unit /= 10) {
    millis += (text.charCodeAt(i) - ZERO) * unit;
  }
  return millis;
}
