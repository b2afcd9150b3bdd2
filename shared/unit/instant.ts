import { DAY_MS, dayOf, type Instant, OFFSET_MS } from './local-day.ts';

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Two digits at `at` as a number; NaN where there are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function monthLength(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Day part of an RFC 3339 text as days since 1970-01-01 of that calendar; undefined where it is no real date. */
function datePart(text: string): number | undefined {
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month))) return undefined;
  return dayOf({ year, month, day });
}

/** Clock part in ms; the seconds' fraction is read apart. */
function clockPart(text: string): number | undefined {
  if (text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) {
    return undefined;
  }
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  return hour < 24 && minute < 60 && second < 60
    ? ((hour * 60 + minute) * 60 + second) * 1000
    : undefined;
}

/** Offset from UTC in ms of the text from `at` on (`Z`, `+07:00`). */
function offsetPart(text: string, at: number): number | undefined {
  const sign = text.charCodeAt(at);
  if (sign === 90) return text.length === at + 1 ? 0 : undefined;
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text.charCodeAt(at + 3) !== 58) {
    return undefined;
  }
  const hours = two(text, at + 1);
  const minutes = two(text, at + 4);
  if (!(hours <= 14 && minutes < 60)) return undefined;
  const offset = (hours * 60 + minutes) * 60_000;
  return sign === 45 ? -offset : offset;
}

/**
 * RFC 3339 with an offset → ms since the epoch, cut below the millisecond. Undefined where the text is none or names
 * a day that no calendar has (31 April, 29 February 2023). Some ten times as fast as `Date.parse`, which rolls such days over.
 */
export function parseInstant(text: string): Instant | undefined {
  const day = datePart(text);
  const clock = clockPart(text);
  if (day === undefined || clock === undefined) return undefined;
  let at = 19;
  let fraction = 0;
  if (text.charCodeAt(at) === 46) {
    let unit = 100;
    for (at++; isDigit(text.charCodeAt(at)); at++, unit /= 10) {
      fraction += (text.charCodeAt(at) - 48) * unit;
    }
    if (at === 20) return undefined;
  }
  const offset = offsetPart(text, at);
  if (offset === undefined) return undefined;
  return (day * DAY_MS + clock + Math.floor(fraction + 1e-6) - offset) as Instant;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** ms → `2023-12-29T16:42:00.000+07:00`. */
export function isoInstant(instantMs: number): string {
  return `${new Date(instantMs + OFFSET_MS).toISOString().slice(0, -1)}+07:00`;
}
