import { parseInstant } from '../../shared/unit/instant.ts';
import { DAY_MS, isoDay, localDayOf, OFFSET_MS, parseDay } from '../../shared/unit/local-day.ts';
import { bucketKey } from '../../shared/unit/period.ts';
import type { DateColumn } from './mapping.ts';

const TOKENS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  ZZ: '(?<offset>Z|[+-]\\d{2}:?\\d{2})',
};
/** A fraction may be left out where the seconds are whole. */
const FRACTION = '(?:[.,](?<fraction>\\d{1,9}))?';

function patternOf(format: string): RegExp {
  const source = format.replace(/[.,]S+|yyyy|MM?|dd?|HH?|mm|ss|ZZ|[^A-Za-z]|[A-Za-z]/g, (token) =>
    /^[.,]S/.test(token)
      ? FRACTION
      : (TOKENS[token] ?? token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')),
  );
  return new RegExp(`^${source}$`);
}

/** A reader of texts in a format; undefined where the text is not in it or names no real day. */
export function dateReader(column: DateColumn, zone: string): (text: string) => string | undefined {
  const { as = 'instant' } = column;
  const read = column.date in NUMBERED ? numberedReader(column) : writtenReader(column, zone);
  if (as === 'instant' || as === 'day') return read;
  return (text) => {
    const day = parseDay(read(text) ?? '');
    return day === undefined ? undefined : bucketKey(day, as);
  };
}

/** Numbers that stand for an instant (ms); a workbook's day 25,569 is 01/01/1970, at +07:00. */
const NUMBERED: Readonly<Record<string, (value: number) => number>> = {
  'epoch-ms': (ms) => ms,
  'excel-days': (days) => Math.round((days - 25_569) * DAY_MS) - OFFSET_MS,
};

function numberedReader({ date, as }: DateColumn): (text: string) => string | undefined {
  const toMs = NUMBERED[date];
  return (text) => {
    const ms = /^-?\d+([.]\d+)?$/.test(text.trim()) ? toMs?.(Number(text)) : undefined;
    if (ms === undefined || Math.abs(ms) > 8e15) return undefined;
    const day = isoDay(localDayOf(ms));
    return as === undefined || as === 'instant' ? new Date(ms).toISOString() : day;
  };
}

function writtenReader(
  { date: format, as, dayBegins }: DateColumn,
  zone: string,
): (text: string) => string | undefined {
  const pattern = patternOf(format);
  return (text) => {
    const parts = pattern.exec(text.trim())?.groups;
    if (!parts) return undefined;
    const day = dayOfParts(parts);
    if (day === undefined || (as !== undefined && as !== 'instant')) return day;
    const clock = `${two(parts.hour)}:${two(parts.minute)}`;
    const rest = `${two(parts.second)}${fractionOf(parts.fraction)}${offsetOf(parts.offset, zone)}`;
    const instant = `${day}T${clock}:${rest}`;
    const ms = parseInstant(instant);
    if (ms === undefined) return undefined;
    return dayBegins !== undefined && clock < dayBegins ? endOfDayBefore(ms) : instant;
  };
}

type Parts = Readonly<Record<string, string | undefined>>;

function dayOfParts({ year, month = '1', day = '1' }: Parts): string | undefined {
  const text = `${year}-${two(month)}-${two(day)}`;
  return parseDay(text) === undefined ? undefined : text;
}

function two(digits = '00'): string {
  return digits.padStart(2, '0');
}

function fractionOf(digits: string | undefined): string {
  return digits === undefined ? '' : `.${digits}`;
}

function offsetOf(offset: string | undefined, zone: string): string {
  if (offset === undefined) return zone;
  return /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
}

function endOfDayBefore(ms: number): string {
  const day = localDayOf(ms - DAY_MS);
  return `${isoDay(day)}T23:59:59+07:00`;
}
