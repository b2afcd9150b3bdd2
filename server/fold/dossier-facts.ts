import { type DueDates, HOUR_MS, type Pause } from '../../shared/calendar/due-date.ts';
import type { Dossier } from '../../shared/event/dossier.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { dayAt, NO_DAY, positionOf } from './day-axis.ts';
import { pausesOf, writePausedDays } from './dossier-pauses.ts';
import {
  dayOfInstant,
  millisOfInstant,
  minuteOfInstant,
  minuteOfMillis,
  NO_MINUTE,
} from './instant.ts';

/** How a dossier stands: `uncounted` for status 1 and 3. */
export const OUTCOME = {
  uncounted: 0,
  open: 1,
  early: 2,
  onTime: 3,
  late: 4,
  closedOther: 5,
  withdrawnOnTime: 6,
} as const;

export const DIGITISED = 8;
export const DIGITISED_RESULT = 16;
export const ELECTRONIC_RESULT = 32;
export const HAS_FEE = 64;
export const PAID_ONLINE = 128;
export const APOLOGISED_BEFORE_DUE = 256;
export const OUTCOME_MASK = 7;

/** What a dossier contributes to the flows, as positions on the day axis. */
export interface DossierFacts {
  series: number;
  received: number;
  /** Day on which it left the open stock. */
  closed: number;
  /** Effective due day: extended, or moved by the working time of the pauses. */
  due: number;
  /** Minute of the due day (+07:00) as the source tells it, 0 where it tells none; `NO_MINUTE` without a due day. */
  dueMinute: number;
  /** First day from whose closing the due day is reached within eight working hours. */
  noticed: number;
  /** Day on which the result went out by post. */
  posted: number;
  apologised: number;
  /** Outcome in the lowest three bits, then the marks above. */
  flags: number;
  /** Pauses as from, to (not included; `NO_DAY` while open), in order, apart from each other. */
  pauses: number[];
}

export function emptyFacts(): DossierFacts {
  return {
    series: 0,
    received: 0,
    closed: NO_DAY,
    due: NO_DAY,
    dueMinute: NO_MINUTE,
    noticed: NO_DAY,
    posted: NO_DAY,
    apologised: NO_DAY,
    flags: OUTCOME.uncounted,
    pauses: [],
  };
}

export interface DossierRules {
  readonly dueDates: DueDates;
  readonly withdrawnCountsOnTime: boolean;
}

/** Fills `facts` (all but the series) from one revision; `timeMs` is the event's time. */
export function readFacts(
  facts: DossierFacts,
  dossier: Dossier,
  timeMs: number,
  rules: DossierRules,
): void {
  const { status } = dossier;
  facts.received = dayOfInstant(dossier.received);
  facts.closed = NO_DAY;
  facts.posted = NO_DAY;
  facts.apologised = NO_DAY;
  if (status === '1' || status === '3') {
    facts.due = NO_DAY;
    facts.dueMinute = NO_MINUTE;
    facts.noticed = NO_DAY;
    facts.flags = OUTCOME.uncounted;
    writePausedDays([], facts.pauses);
    return;
  }
  const pauses = pausesOf(dossier, timeMs);
  writePausedDays(pauses, facts.pauses);
  writeDue(facts, dossier, pauses, rules.dueDates);
  facts.noticed = facts.due === NO_DAY ? NO_DAY : noticedOn(facts.due, rules.dueDates);
  facts.flags = outcomeOf(facts, dossier, timeMs, rules) | marksOf(dossier);
  if (dossier.apology) {
    facts.apologised = dayOfInstant(dossier.apology.sent);
    if (facts.due !== NO_DAY && facts.apologised < facts.due) facts.flags |= APOLOGISED_BEFORE_DUE;
  }
}

/**
 * An extended due date stands as it is. Otherwise each closed pause that begins on or before the due day moves it by
 * the pause's working time; a pause after the due day heals no lateness. An apology's new date is never a due date.
 */
function writeDue(
  facts: DossierFacts,
  { due, extendedDue }: Dossier,
  pauses: readonly Pause[],
  dueDates: DueDates,
): void {
  const told = extendedDue ?? due;
  if (told === undefined) {
    facts.due = NO_DAY;
    facts.dueMinute = NO_MINUTE;
  } else if (extendedDue !== undefined || pauses.length === 0) {
    facts.due = dayOfInstant(told);
    facts.dueMinute = minuteOfInstant(told);
  } else {
    const moved = dueDates.moved(millisOfInstant(told), pauses);
    facts.due = positionOf(localDayOf(moved));
    facts.dueMinute = minuteOfMillis(moved);
  }
}

const NOTICE_MS = 8 * HOUR_MS;

/** By the day and not by the hour, as lateness itself is: whole working days before the due day. */
function noticedOn(due: number, { time }: DueDates): number {
  const workingDays = Math.ceil(NOTICE_MS / time.dayMs);
  return positionOf(time.days.at(time.days.ordinal(dayAt(due)) - workingDays));
}

function outcomeOf(
  facts: DossierFacts,
  dossier: Dossier,
  timeMs: number,
  rules: DossierRules,
): number {
  switch (dossier.status) {
    case '9':
    case '10':
      facts.closed = dayOrEvent(dossier.finished ?? dossier.returned, timeMs);
      if (dossier.returnedBy === 'post') {
        facts.posted = dayOrEvent(dossier.returned ?? dossier.finished, timeMs);
      }
      return timeliness(facts.closed, facts.due);
    case '7':
    case '8':
      facts.closed = dayOrEvent(dossier.finished ?? dossier.returned, timeMs);
      return dossier.status === '7' && rules.withdrawnCountsOnTime
        ? OUTCOME.withdrawnOnTime
        : OUTCOME.closedOther;
    default:
      return OUTCOME.open;
  }
}

function dayOrEvent(instant: string | undefined, timeMs: number): number {
  return instant === undefined ? positionOf(localDayOf(timeMs)) : dayOfInstant(instant);
}

/** By date, never by the hour (domain rule); no due date counts as on time. */
function timeliness(closed: number, due: number): number {
  if (due === NO_DAY || closed === due) return OUTCOME.onTime;
  return closed < due ? OUTCOME.early : OUTCOME.late;
}

function marksOf(dossier: Dossier): number {
  let marks = 0;
  if (dossier.digitisedPapers) marks |= DIGITISED;
  if (dossier.digitisedResult) marks |= DIGITISED_RESULT;
  if (dossier.electronicResult) marks |= ELECTRONIC_RESULT;
  if (dossier.hasFee ?? dossier.paidOnline) {
    marks |= HAS_FEE;
    if (dossier.paidOnline) marks |= PAID_ONLINE;
  }
  return marks;
}
