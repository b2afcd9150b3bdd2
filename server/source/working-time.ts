import { clockMs } from '../../shared/calendar/clock-time.ts';
import { createWorkingDays, type WorkingDays } from '../../shared/calendar/working-days.ts';
import type { Calendar } from '../../shared/territory/pack.ts';
import { isoDay, type LocalDay, OFFSET_MS } from '../../shared/unit/local-day.ts';
import type { Random } from './seeded.ts';

export const DAY_SECONDS = 86_400;
const OFFSET_SECONDS = OFFSET_MS / 1000;

/** Epoch seconds of a second of a local day. */
export function secondsAt(day: LocalDay, ofDay: number): number {
  return day * DAY_SECONDS - OFFSET_SECONDS + ofDay;
}
export function dayOfSeconds(seconds: number): LocalDay {
  return Math.floor((seconds + OFFSET_SECONDS) / DAY_SECONDS) as LocalDay;
}
/** Second of the local day, 0 … 86,399. */
export function secondOfDay(seconds: number): number {
  return seconds + OFFSET_SECONDS - dayOfSeconds(seconds) * DAY_SECONDS;
}

export interface WorkingTime extends WorkingDays {
  /** Seconds of the day, opening to closing of each part. */
  readonly hours: readonly (readonly [from: number, to: number])[];
}

export function createWorkingTime(calendar: Calendar): WorkingTime {
  const secondOf = (clock: string) => clockMs(clock) / 1000;
  const hours = calendar.workingHours.map(([from, to]) => [secondOf(from), secondOf(to)] as const);
  return { ...createWorkingDays(calendar), hours };
}

/** Some time of a working day; on the day of `after` a little later than that. */
export function workedSecond(
  day: LocalDay,
  after: number,
  work: WorkingTime,
  random: Random,
): number {
  const part = work.hours[random() < 0.55 ? 0 : work.hours.length - 1] ?? [0, 0];
  const second = secondsAt(day, part[0] + Math.floor(random() * (part[1] - part[0])));
  return second > after ? second : after + 240 + Math.floor(random() * 900);
}

const days = new Map<LocalDay, string>();
const times: string[] = [];
const two = (n: number) => String(n).padStart(2, '0');

/** `2023-12-29T16:42:00+07:00`; made from remembered parts, because the demo writes a million of them. */
export function instantText(seconds: number): string {
  const day = dayOfSeconds(seconds);
  const ofDay = secondOfDay(seconds);
  let date = days.get(day);
  if (date === undefined) {
    date = isoDay(day);
    days.set(day, date);
  }
  let time = times[ofDay];
  if (time === undefined) {
    const minutes = Math.floor(ofDay / 60);
    time = `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(ofDay % 60)}+07:00`;
    times[ofDay] = time;
  }
  return date + time;
}
