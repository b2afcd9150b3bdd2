import type { Calendar } from '../territory/pack.ts';
import { type Instant, type LocalDay, localDayOf, startOfDay } from '../unit/local-day.ts';
import { clockMs } from './clock-time.ts';
import { createWorkingDays, type WorkingDays } from './working-days.ts';

/**
 * Working time as one line: `elapsed` maps an instant to the working milliseconds gone by, and going back from such a
 * sum gives the first instant that has it, which is why a term that fills a day ends at its closing and not at the
 * next opening. Sums, differences and pauses are then plain arithmetic.
 */
export interface WorkingTime {
  readonly days: WorkingDays;
  /** Working milliseconds of a working day. */
  readonly dayMs: number;
  /** Working milliseconds from one instant to another; 0 where `to` is not after `from`. */
  between(fromMs: number, toMs: number): number;
  /** The instant at which `workingMs` more have been worked; for 0 the next instant that is worked. */
  add(instantMs: number, workingMs: number): Instant;
  /** `instantMs` itself within working hours, else the next opening: before it, the break's end, the next working day. */
  start(instantMs: number): Instant;
  opening(day: LocalDay): Instant;
  closing(day: LocalDay): Instant;
}

/** A part of the working day, in milliseconds of the day. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** Where a calendar names no hours, whole days are worked, up to their last millisecond. */
const WHOLE_DAY: Part = { from: 0, to: 86_399_999 };

export function createWorkingTime(calendar: Calendar): WorkingTime {
  const days = createWorkingDays(calendar);
  const parts = partsOf(calendar);
  const dayMs = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  const first = parts[0] ?? WHOLE_DAY;
  const last = parts.at(-1) ?? WHOLE_DAY;
  const opening = (day: LocalDay) => (startOfDay(day) + first.from) as Instant;
  const closing = (day: LocalDay) => (startOfDay(day) + last.to) as Instant;

  const elapsed = (instantMs: number): number => {
    const day = localDayOf(instantMs);
    const whole = days.ordinal(day) * dayMs;
    return days.isWorked(day) ? whole + workedOf(parts, instantMs - startOfDay(day)) : whole;
  };
  const start = (instantMs: number): Instant => {
    const day = localDayOf(instantMs);
    const ofDay = instantMs - startOfDay(day);
    const part = days.isWorked(day) && parts.find(({ to }) => ofDay < to);
    if (!part) return opening(days.next((day + 1) as LocalDay));
    return (startOfDay(day) + Math.max(ofDay, part.from)) as Instant;
  };
  const add = (instantMs: number, workingMs: number): Instant => {
    if (workingMs <= 0) return start(instantMs);
    const total = elapsed(instantMs) + workingMs;
    const whole = Math.ceil(total / dayMs) - 1;
    return (startOfDay(days.at(whole)) + clockAfter(parts, total - whole * dayMs)) as Instant;
  };
  const between = (from: number, to: number) => (to > from ? elapsed(to) - elapsed(from) : 0);
  return { days, dayMs, between, add, start, opening, closing };
}

function partsOf({ workingHours }: Calendar): readonly Part[] {
  if (workingHours.length === 0) return [WHOLE_DAY];
  return workingHours.map(([from, to]) => ({ from: clockMs(from), to: clockMs(to) }));
}

/** Working milliseconds of a working day up to a millisecond of it. */
function workedOf(parts: readonly Part[], ofDay: number): number {
  let worked = 0;
  for (const { from, to } of parts) worked += Math.min(Math.max(ofDay - from, 0), to - from);
  return worked;
}

/** Millisecond of the day by which so much (more than 0) of it has been worked. */
function clockAfter(parts: readonly Part[], workedMs: number): number {
  let left = workedMs;
  for (const { from, to } of parts) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return parts.at(-1)?.to ?? 0;
}
