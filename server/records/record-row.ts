import { HOUR_MS } from '../../shared/calendar/due-date.ts';
import type { WorkingTime } from '../../shared/calendar/working-time.ts';
import type { RecordRow } from '../../shared/record/records.ts';
import { isoDay, type LocalDay, localDayOf, startOfDay } from '../../shared/unit/local-day.ts';
import type { DossierRow, DueLimit } from '../fold/dossier-view.ts';
import type { CubeView } from '../fold/view.ts';
import type { RecordContext } from './context.ts';

/** A record as lists show it, now. */
export function recordRow(record: number, { view, time, now }: RecordContext): RecordRow {
  const today = localDayOf(now);
  const row = view.dossierRows.row(record, today);
  const { received, due, closed, dueMinute, standing, apology } = row;
  return {
    agency: row.agency,
    code: row.code,
    ...labelsOf(view.dossiers, row.series),
    procedure: row.procedure,
    received: isoDay(received),
    due: textOf(due),
    dueTime: dueMinute ? clockOf(dueMinute) : null,
    closed: textOf(closed),
    state: standing,
    lateDays: lateDaysOf(row, today),
    workingHoursLeft: hoursLeft(row, time, now),
    apology,
  };
}

function labelsOf(cube: CubeView, series: number) {
  const of = (name: string) => cube.valueOf(series, cube.dimensions.indexOf(name));
  return {
    unit: of('unit'),
    field: of('field'),
    level: of('level'),
    channel: of('channel'),
    status: of('status'),
  };
}

function lateDaysOf({ due, closed, standing }: DossierRow, today: LocalDay): number | null {
  if (due === undefined || standing === 'paused' || standing === 'ahead') return null;
  return Math.min(closed ?? today, today) - due;
}

/** A due date without a time of day is due when its day closes, as the calendar's pauses take it too. */
export function dueInstant(
  due: LocalDay,
  dueMinute: number | undefined,
  time: WorkingTime,
): number {
  const told = startOfDay(due) + (dueMinute ?? 0) * 60_000;
  return dueMinute && told >= time.opening(due) ? told : time.closing(due);
}

/** By the hour; lateness itself goes by the day. */
export function isDueBy(due: LocalDay, dueMinute: number | undefined, limit: DueLimit): boolean {
  if (due !== limit.day) return due < limit.day;
  const told = dueMinute ?? 0;
  return (told < limit.openingMinute ? limit.closingMinute : told) <= limit.minute;
}

function hoursLeft(row: DossierRow, time: WorkingTime, now: number): number | null {
  const { due, dueMinute, standing } = row;
  if (standing === 'open-late') return 0;
  if (standing !== 'in-term' || due === undefined) return null;
  const leftMs = time.between(now, dueInstant(due, dueMinute, time));
  return Math.round((leftMs / HOUR_MS) * 100) / 100;
}

const textOf = (day: LocalDay | undefined) => (day === undefined ? null : isoDay(day));

function clockOf(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
