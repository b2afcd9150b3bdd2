import type { Calendar } from '../../shared/territory/pack.ts';
import { parseDay, weekdayOf } from '../../shared/unit/local-day.ts';
import { DAYS, dayAt, positionOf } from './day-axis.ts';

/** Working-day arithmetic over positions on the day axis. */
export interface WorkingDays {
  /** Working days d with from ≤ d < to. */
  between(from: number, to: number): number;
  /** The `count`-th working day after `day`; `day` itself for 0. */
  after(day: number, count: number): number;
}

export function createWorkingDays(calendar: Calendar): WorkingDays {
  const holidays = positionsOf(calendar.holidays);
  const makeUpDays = positionsOf(calendar.makeUpDays);
  /** Number of working days before each day, and the working days in order. */
  const before = new Uint16Array(DAYS + 1);
  const workingDays = new Uint16Array(DAYS);
  let count = 0;
  for (let i = 0, weekday = weekdayOf(dayAt(0)); i < DAYS; i++, weekday = (weekday + 1) % 7) {
    before[i] = count;
    if (makeUpDays.has(i) || (weekday < 5 && !holidays.has(i))) workingDays[count++] = i;
  }
  before[DAYS] = count;
  const workingDayAt = (n: number) => (n < count ? (workingDays[n] as number) : DAYS - 1);
  return {
    between: (from, to) => (to > from ? (before[to] as number) - (before[from] as number) : 0),
    after: (day, count) =>
      count === 0 ? day : workingDayAt((before[day + 1] as number) + count - 1),
  };
}

function positionsOf(days: readonly { readonly day: string }[]): Set<number> {
  const positions = new Set<number>();
  for (const { day } of days) {
    const parsed = parseDay(day);
    if (parsed !== undefined) positions.add(positionOf(parsed));
  }
  return positions;
}
