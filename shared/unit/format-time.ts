import { type Language, NO_VALUE } from './format.ts';
import { civilOf, DAY_MS, type LocalDay, localDayOf, OFFSET_MS, parseDay } from './local-day.ts';
import { bucketEnd, bucketStart, type DaySpan, spanOfKey } from './period.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** `31/12/2023`, day first in both languages as everywhere in Viet Nam. */
export function formatDay(day: LocalDay): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${two(dayOfMonth)}/${two(month)}/${String(year).padStart(4, '0')}`;
}

/** Local date of an instant: `31/12/2023`. */
export function formatDate(instantMs: number): string {
  return formatDay(localDayOf(instantMs));
}

/** Local time of an instant: `16:42`, or `16:42:05`. */
export function formatTime(instantMs: number, seconds = false): string {
  const ofDay = (((instantMs + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS;
  const hours = Math.floor(ofDay / 3_600_000);
  const minutes = Math.floor(ofDay / 60_000) % 60;
  const text = `${two(hours)}:${two(minutes)}`;
  return seconds ? `${text}:${two(Math.floor(ofDay / 1000) % 60)}` : text;
}

/** `16:42 31/12/2023` */
export function formatDateTime(instantMs: number): string {
  return `${formatTime(instantMs)} ${formatDate(instantMs)}`;
}

const WEEKDAYS = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** `weekday`: 0 = Monday. */
export function formatWeekday(weekday: number, language: Language): string {
  return WEEKDAYS[language][weekday] ?? NO_VALUE;
}

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ROMAN = ['I', 'II', 'III', 'IV'];
const WEEK_KEY = /^(\d{4})-W(\d{2})$/;

/**
 * Name of a period key inside a sentence: `quý I/2024`, `tháng 12/2023`, `6 tháng đầu năm 2023`, `9 tháng năm 2023`,
 * `tuần 52/2023`, `năm 2023`, `31/12/2023`. A key of no known form comes back unchanged.
 */
export function formatPeriod(key: string, language: Language): string {
  const week = WEEK_KEY.exec(key);
  if (week) return WORDS[language].week(Number(week[2]), week[1] ?? '');
  const span = spanOfKey(key) ?? spanOfEnds(key);
  return span ? formatSpan(span, language) : key;
}

/** `2023-01-01/2023-05-31` */
function spanOfEnds(key: string): DaySpan | undefined {
  const [from, to] = key.split('/').map(parseDay);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The span by its name where it has one (a month, quarter, half, year, "n months" from January), else `from – to`. */
export function formatSpan(span: DaySpan, language: Language): string {
  if (span.from === span.to) return formatDay(span.from);
  const from = civilOf(span.from);
  const to = civilOf(span.to);
  const isWholeMonths =
    from.year === to.year &&
    bucketStart(span.from, 'month') === span.from &&
    bucketEnd(span.to, 'month') === span.to;
  if (!isWholeMonths) return `${formatDay(span.from)} – ${formatDay(span.to)}`;
  return nameMonths(from.year, from.month, to.month, language);
}

function nameMonths(year: number, first: number, last: number, language: Language): string {
  const words = WORDS[language];
  const count = last - first + 1;
  if (count === 12) return words.year(year);
  if (count === 1) return words.month(first, year);
  if (count === 3 && first % 3 === 1) return words.quarter(last / 3, year);
  if (count === 6 && first % 6 === 1) return words.half(last / 6, year);
  if (first === 1) return words.months(count, year);
  return words.someMonths(first, last, year);
}

interface PeriodWords {
  readonly year: (year: number) => string;
  readonly half: (half: number, year: number) => string;
  readonly quarter: (quarter: number, year: number) => string;
  readonly months: (count: number, year: number) => string;
  readonly someMonths: (first: number, last: number, year: number) => string;
  readonly month: (month: number, year: number) => string;
  readonly week: (week: number, year: string) => string;
  /** On an axis, where the year stands elsewhere. */
  readonly short: {
    readonly half: (half: number) => string;
    readonly quarter: (quarter: number) => string;
    readonly month: (month: number) => string;
    readonly week: (week: number) => string;
  };
}

const monthEn = (month: number) => MONTHS_EN[month - 1] ?? '';
const roman = (quarter: number) => ROMAN[quarter - 1] ?? '';
const halfVi = (half: number) => (half === 1 ? 'đầu' : 'cuối');

const WORDS: Readonly<Record<Language, PeriodWords>> = {
  vi: {
    year: (year) => `năm ${year}`,
    half: (half, year) => `6 tháng ${halfVi(half)} năm ${year}`,
    quarter: (quarter, year) => `quý ${roman(quarter)}/${year}`,
    months: (count, year) => `${count} tháng năm ${year}`,
    someMonths: (first, last, year) => `tháng ${first}–${last}/${year}`,
    month: (month, year) => `tháng ${month}/${year}`,
    week: (week, year) => `tuần ${week}/${year}`,
    short: {
      half: (half) => `6T ${halfVi(half)}`,
      quarter: (quarter) => `quý ${roman(quarter)}`,
      month: (month) => `T${month}`,
      week: (week) => `tuần ${week}`,
    },
  },
  en: {
    year: (year) => `${year}`,
    half: (half, year) => `${half === 1 ? 'first' : 'second'} half of ${year}`,
    quarter: (quarter, year) => `Q${quarter} ${year}`,
    months: (count, year) => `first ${count} months of ${year}`,
    someMonths: (first, last, year) => `${monthEn(first)}–${monthEn(last)} ${year}`,
    month: (month, year) => `${monthEn(month)} ${year}`,
    week: (week, year) => `week ${week}, ${year}`,
    short: {
      half: (half) => `H${half}`,
      quarter: (quarter) => `Q${quarter}`,
      month: (month) => monthEn(month).slice(0, 3),
      week: (week) => `W${week}`,
    },
  },
};

const PARTS = /^\d{4}-(?:W(\d{2})|Q(\d)|H(\d)|(\d{2})(?:-(\d{2}))?)$/;

/** A short label for an axis: `T12`, `quý IV`, `31/12` … the part of the key that changes inside its year. */
export function formatPeriodShort(key: string, language: Language): string {
  const { short } = WORDS[language];
  const [, week, quarter, half, month, day] = PARTS.exec(key) ?? [];
  if (week) return short.week(Number(week));
  if (quarter) return short.quarter(Number(quarter));
  if (half) return short.half(Number(half));
  if (day) return `${day}/${month}`;
  return month ? short.month(Number(month)) : key;
}

const AGES = [
  { ms: DAY_MS, vi: 'ngày', en: 'day', plural: 'days' },
  { ms: 3_600_000, vi: 'giờ', en: 'hour', plural: 'hours' },
  { ms: 60_000, vi: 'phút', en: 'minute', plural: 'minutes' },
  { ms: 1000, vi: 'giây', en: 'second', plural: 'seconds' },
] as const;

/** Age in its largest whole unit, cut off and not rounded: `3 ngày`, `12 phút`; a clock running ahead is 0 seconds. */
export function formatAge(ageMs: number | null, language: Language): string {
  if (ageMs === null || !Number.isFinite(ageMs)) return NO_VALUE;
  const unit = AGES.find(({ ms }) => ageMs >= ms) ?? AGES[3];
  const count = Math.max(Math.floor(ageMs / unit.ms), 0);
  if (language === 'vi') return `${count} ${unit.vi}`;
  return `${count} ${count === 1 ? unit.en : unit.plural}`;
}
