import type { Freshness } from '../../shared/query/answer.ts';
import type { Language } from '../../shared/unit/format.ts';
import { formatAge, formatDate, formatDay, formatTime } from '../../shared/unit/format-time.ts';
import { civilOf, localDayOf, parseDay } from '../../shared/unit/local-day.ts';

/** `final`: the period has ended, the figure does not age. `none`: nothing ever came. */
export type FreshnessState = 'fresh' | 'late' | 'stale' | 'final' | 'none';

export interface FreshnessView {
  readonly state: FreshnessState;
  /** Time of the newest data, ms. */
  readonly dataTo: number | null;
  /** Never negative; null without data. */
  readonly ageMs: number | null;
  /** Only the day is known, not the hour. */
  readonly isDay?: boolean;
}

/** Older than its budget the data are late, beyond three times the budget stale. */
const STALE_FACTOR = 3;

export function freshnessOf(
  { dataTo, closed }: Freshness,
  freshnessMs: number,
  nowMs: number,
): FreshnessView {
  if (dataTo === null) return { state: 'none', dataTo, ageMs: null };
  const ageMs = Math.max(nowMs - dataTo, 0);
  if (closed) return { state: 'final', dataTo, ageMs };
  if (ageMs <= freshnessMs) return { state: 'fresh', dataTo, ageMs };
  return { state: ageMs <= freshnessMs * STALE_FACTOR ? 'late' : 'stale', dataTo, ageMs };
}

/** A figure that names its own day (an observation, a coverage report) ages from the end of that day. */
export function freshnessOfDay(asOf: string, freshnessMs: number, nowMs: number): FreshnessView {
  const instant = Date.parse(asOf.length === 10 ? `${asOf}T23:59:59+07:00` : asOf);
  const dataTo = Number.isNaN(instant) ? null : instant;
  return { ...freshnessOf({ dataTo, closed: false }, freshnessMs, nowMs), isDay: true };
}

const ORDER: readonly FreshnessState[] = ['final', 'fresh', 'late', 'stale', 'none'];

/** Of several figures under one title the oldest speaks; those that never came only if none came. */
export function worstOf(views: readonly FreshnessView[]): FreshnessView {
  const none: FreshnessView = { state: 'none', dataTo: null, ageMs: null };
  const known = views.filter(({ state }) => state !== 'none');
  return known.reduce(
    (worst, view) => (ORDER.indexOf(view.state) > ORDER.indexOf(worst.state) ? view : worst),
    known[0] ?? none,
  );
}

/** `16:42` on the same day, `29/12` in the same year, else `29/12/2023`. */
export function formatMoment(instantMs: number, nowMs: number, isDay = false): string {
  const [day, today] = [localDayOf(instantMs), localDayOf(nowMs)];
  if (day === today && !isDay) return formatTime(instantMs);
  const text = formatDay(day);
  return civilOf(day).year === civilOf(today).year ? text.slice(0, 5) : text;
}

const WORDS = {
  vi: {
    none: 'chưa kết nối',
    to: 'đến',
    late: 'chậm, đến',
    old: (age: string) => `cũ ${age}`,
  },
  en: {
    none: 'not connected',
    to: 'to',
    late: 'late, to',
    old: (age: string) => `${age} old`,
  },
} as const;

/** The words that stand behind a tile's scope: `đến 16:42`, `chậm, đến 14:10`, `cũ 3 ngày`. */
export function freshnessText(view: FreshnessView, nowMs: number, language: Language): string {
  const words = WORDS[language];
  if (view.dataTo === null) return words.none;
  if (view.state === 'final') return `${words.to} ${formatDate(view.dataTo)}`;
  if (view.state === 'stale') return words.old(formatAge(view.ageMs, language));
  return `${view.state === 'late' ? words.late : words.to} ${formatMoment(view.dataTo, nowMs, view.isDay)}`;
}

/** `31/12/2023` of an ISO day or instant; the text itself where it is neither. */
export function formatAsOf(asOf: string): string {
  const day = parseDay(asOf.slice(0, 10));
  return day === undefined ? asOf : formatDay(day);
}
