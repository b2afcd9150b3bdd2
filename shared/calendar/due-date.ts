import type { Calendar } from '../territory/pack.ts';
import { type Instant, type LocalDay, localDayOf, startOfDay } from '../unit/local-day.ts';
import { clockMs } from './clock-time.ts';
import { createWorkingTime, type WorkingTime } from './working-time.ts';

export const HOUR_MS = 3_600_000;

/** A span in which the clock stood still; without `to` it still does. Milliseconds. */
export interface Pause {
  readonly from: number;
  readonly to: number | undefined;
}

/** Terms of dossiers over the calendar of a province. */
export interface DueDates {
  readonly time: WorkingTime;
  /** When the clock begins for a dossier received at an instant. */
  begin(receivedMs: number): Instant;
  /** Due after working hours; a term in working days is given as eight hours a day. */
  afterHours(receivedMs: number, hours: number): Instant;
  /**
   * Due after calendar days ("ngày" without "làm việc"): all days count from the one on which the clock begins, which
   * itself does not; the term ends with the working day it falls on, or else with the next one (Civil Code 2015, art. 147–148).
   */
  afterDays(receivedMs: number, days: number): Instant;
  /**
   * A due date moved by the working time of each pause that has ended and that began by the due day as it then stood.
   * A due time before the opening stands for the whole of its day, as sources without times write it. `pauses` in
   * order and apart from each other.
   */
  moved(dueMs: number, pauses: readonly Pause[]): Instant;
}

export function createDueDates(calendar: Calendar): DueDates {
  const time = createWorkingTime(calendar);
  const { days, opening, closing } = time;
  const lateIntake = calendar.lateIntakeAfter && clockMs(calendar.lateIntakeAfter);

  const begin = (receivedMs: number): Instant => {
    const day = localDayOf(receivedMs);
    const isLate = lateIntake && receivedMs - startOfDay(day) > lateIntake && days.isWorked(day);
    return isLate ? opening(days.next((day + 1) as LocalDay)) : time.start(receivedMs);
  };
  return {
    time,
    begin,
    afterHours: (receivedMs, hours) => time.add(begin(receivedMs), Math.round(hours * 60) * 60_000),
    afterDays: (receivedMs, count) =>
      closing(days.next((localDayOf(begin(receivedMs)) + count) as LocalDay)),
    moved: (dueMs, pauses) => moveByPauses(time, dueMs, pauses),
  };
}

function moveByPauses(time: WorkingTime, dueMs: number, pauses: readonly Pause[]): Instant {
  let due = dueMs as Instant;
  for (const { from, to } of pauses) {
    if (to === undefined || localDayOf(from) > localDayOf(due)) continue;
    const pausedMs = time.between(from, to);
    if (pausedMs > 0) due = time.add(wholeDay(time, due), pausedMs);
  }
  return due;
}

function wholeDay({ days, opening, closing }: WorkingTime, due: Instant): Instant {
  const day = localDayOf(due);
  return days.isWorked(day) && due < opening(day) ? closing(day) : due;
}
