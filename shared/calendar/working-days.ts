import type { Calendar } from '../territory/pack.ts';
import { dayOf, type LocalDay, parseDay, weekdayOf } from '../unit/local-day.ts';

/** The days a calendar knows, 1950-01-01 … 2119-12-31; days outside count as the nearest of them. */
const FIRST = dayOf({ year: 1950, month: 1, day: 1 });
const COUNT = dayOf({ year: 2120, month: 1, day: 1 }) - FIRST;

/** Which days are worked, by Monday–Friday, holidays and make-up days; every question costs the same. */
export interface WorkingDays {
  isWorked(day: LocalDay): boolean;
  /** `day` itself where it is worked, else the next that is. */
  next(day: LocalDay): LocalDay;
  previous(day: LocalDay): LocalDay;
  /** Working days d with from ≤ d < to; 0 where `to` is not after `from`. */
  between(from: LocalDay, to: LocalDay): number;
  /** The `count`-th working day after `day`; `day` itself for 0. */
  after(day: LocalDay, count: number): LocalDay;
  /** Working days before `day` since the calendar begins. */
  ordinal(day: LocalDay): number;
  /** The working day that has so many before it. */
  at(ordinal: number): LocalDay;
}

export function createWorkingDays(
  calendar: Pick<Calendar, 'holidays' | 'makeUpDays'>,
): WorkingDays {
  const holidays = daysOf(calendar.holidays);
  const makeUpDays = daysOf(calendar.makeUpDays);
  /** Number of working days before each day, and the working days in order. */
  const before = new Uint16Array(COUNT + 1);
  const worked = new Uint16Array(COUNT);
  let count = 0;
  for (let i = 0, weekday = weekdayOf(FIRST); i < COUNT; i++, weekday = (weekday + 1) % 7) {
    before[i] = count;
    const day = i + FIRST;
    if (makeUpDays.has(day) || (weekday < 5 && !holidays.has(day))) worked[count++] = i;
  }
  before[COUNT] = count;
  const ordinal = (day: number) => before[Math.min(Math.max(day - FIRST, 0), COUNT)] as number;
  const at = (n: number) => {
    const place = Math.min(Math.max(n, 0), count - 1);
    return ((worked[place] as number) + FIRST) as LocalDay;
  };
  return {
    isWorked: (day) => ordinal(day + 1) > ordinal(day),
    next: (day) => at(ordinal(day)),
    previous: (day) => at(ordinal(day + 1) - 1),
    between: (from, to) => (to > from ? ordinal(to) - ordinal(from) : 0),
    after: (day, n) => (n === 0 ? day : at(ordinal(day + 1) + n - 1)),
    ordinal,
    at,
  };
}

function daysOf(list: readonly { readonly day: string }[]): Set<number> {
  return new Set(list.flatMap(({ day }) => parseDay(day) ?? []));
}
