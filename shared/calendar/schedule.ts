import { type Static, Type } from 'typebox';
import { DAY_MS, type LocalDay, localDayOf, startOfDay } from '../unit/local-day.ts';
import { bucketStart } from '../unit/period.ts';
import { clockMs } from './clock-time.ts';
import type { WorkingDays } from './working-days.ts';

/** Local time of a day (+07:00), on each working day or on the first one of a week or month. */
export const Schedule = Type.Object(
  {
    on: Type.Enum(['working-day', 'first-working-day-of-week', 'first-working-day-of-month']),
    at: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  },
  { additionalProperties: false },
);
export type Schedule = Static<typeof Schedule>;

/**
 * The first moment of a schedule after an instant, both ms. Where a week has no working day at all, that week has no
 * moment. Pure: a clock and a calendar decide.
 */
export function nextMoment(schedule: Schedule, days: WorkingDays, afterMs: number): number {
  const momentOf = (day: LocalDay) => startOfDay(day) + clockMs(schedule.at);
  let day = days.next(localDayOf(afterMs));
  while (momentOf(day) <= afterMs || !isMeant(schedule, days, day)) day = days.after(day, 1);
  return momentOf(day);
}

/** The newest moment of a schedule in a span after one instant and up to another, if there is any. */
export function newestMoment(
  schedule: Schedule,
  days: WorkingDays,
  afterMs: number,
  untilMs: number,
): number | undefined {
  // What was missed while nobody was there is made up for once, not day by day.
  let found: number | undefined;
  let next = nextMoment(schedule, days, Math.max(afterMs, untilMs - LOOK_BACK_MS));
  while (next <= untilMs) {
    found = next;
    next = nextMoment(schedule, days, next);
  }
  return found;
}

const LOOK_BACK_MS = 62 * DAY_MS;

function isMeant({ on }: Schedule, days: WorkingDays, day: LocalDay): boolean {
  if (on === 'working-day') return true;
  const grain = on === 'first-working-day-of-week' ? 'week' : 'month';
  return days.next(bucketStart(day, grain)) === day;
}
