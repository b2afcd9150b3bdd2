import type { LocalDay } from '../../shared/unit/local-day.ts';
import {
  at,
  createColumns,
  type DossierPlan,
  type Dossiers,
  daysOf,
  FLAG,
  setFlag,
  weigh,
} from './demo-columns.ts';
import { receiveDossiers } from './demo-intake.ts';
import { returnResults } from './demo-results.ts';
import { chooseExactly } from './seeded.ts';
import {
  dayOfSeconds,
  secondOfDay,
  secondsAt,
  type WorkingTime,
  workedSecond,
} from './working-time.ts';

/** What becomes of each dossier of a year; the year's totals come out exactly. */
export function planDossiers(plan: DossierPlan): Dossiers {
  const { spec, work, random } = plan;
  const days = daysOf(spec);
  const dossiers = createColumns(receiveDossiers(spec, days, work, random));
  assignOffices(dossiers, plan);
  const [, lastDay] = days;
  const lastWorked = work.previous(lastDay);
  const open = chooseOpen(dossiers, plan, lastDay);
  chooseWithdrawn(dossiers, plan, open);
  const late = chooseLate(dossiers, plan, open, lastWorked);
  const onDay = chooseOnDueDay(dossiers, plan, open, late, lastDay);
  for (let i = 0; i < dossiers.count; i++) {
    if (dossiers.refused[i]) continue;
    if (open[i]) dossiers.flags[i] = FLAG.open;
    else dossiers.finished[i] = finishOf(dossiers, i, plan, { late, onDay, lastWorked });
  }
  returnResults(dossiers, plan);
  return dossiers;
}

function assignOffices(dossiers: Dossiers, { offices, work, random }: DossierPlan): void {
  for (let i = 0; i < dossiers.count; i++) {
    const office = offices.draw(random);
    const procedure = offices.offices[office]?.drawProcedure(random) ?? 0;
    dossiers.office[i] = office;
    dossiers.procedure[i] = procedure;
    const term = offices.procedures[procedure]?.term ?? 0;
    const { start, due } = dueOf(at(dossiers.received, i), term, work);
    dossiers.started[i] = start;
    dossiers.due[i] = due;
  }
}

/**
 * The clock starts at once in working hours, else with the next ones; no term, or one that starts with the opening, runs
 * to the close of its day: nothing falls due in the minute in which an office opens.
 */
function dueOf(
  received: number,
  term: number,
  work: WorkingTime,
): { start: LocalDay; due: number } {
  const closing = work.hours.at(-1)?.[1] ?? 0;
  const day = dayOfSeconds(received);
  const isToday = work.isWorked(day) && secondOfDay(received) < closing;
  const start = isToday ? day : work.next((day + 1) as LocalDay);
  const opening = work.hours[0]?.[0] ?? 0;
  const isOpened = isToday && secondOfDay(received) > opening;
  const ofDay = term > 0 && isOpened ? openSecond(secondOfDay(received), work) : closing;
  return { start, due: secondsAt(work.after(start, term), ofDay) };
}

/** The second itself within working hours, else the next opening. */
function openSecond(ofDay: number, { hours }: WorkingTime): number {
  const part = hours.find(([, to]) => ofDay < to);
  return part ? Math.max(ofDay, part[0]) : (hours[0]?.[0] ?? 0);
}

/** Only what is due after the year may stay open, so that nothing open is late; the newest is likeliest. */
function chooseOpen(dossiers: Dossiers, plan: DossierPlan, lastDay: LocalDay): Uint8Array {
  const { spec, work, random } = plan;
  const lastWorked = work.previous(lastDay);
  const weights = weigh(dossiers, (i) => {
    if (dayOfSeconds(at(dossiers.due, i)) <= lastDay) return 0;
    const start = at(dossiers.started, i);
    if (start > lastWorked) return spec.open > 0 ? 1e12 : 1;
    return 1 / (1 + (lastWorked - start)) ** 0.7;
  });
  return chooseExactly(spec.open, weights, random);
}

function chooseWithdrawn(dossiers: Dossiers, plan: DossierPlan, open: Uint8Array): void {
  const { withdrawn = 0 } = plan.spec;
  if (withdrawn === 0) return;
  const chosen = chooseExactly(
    withdrawn,
    weigh(dossiers, (i) => (open[i] ? 0 : 1)),
    plan.random,
  );
  for (let i = 0; i < dossiers.count; i++) if (chosen[i]) setFlag(dossiers, i, FLAG.withdrawn);
}

function isWithdrawn(dossiers: Dossiers, i: number): boolean {
  return (at(dossiers.flags, i) & FLAG.withdrawn) !== 0;
}

function chooseLate(
  dossiers: Dossiers,
  { spec, offices, work, random }: DossierPlan,
  open: Uint8Array,
  lastWorked: LocalDay,
): Uint8Array {
  const weights = weigh(dossiers, (i) => {
    const due = dayOfSeconds(at(dossiers.due, i));
    if (open[i] || isWithdrawn(dossiers, i)) return 0;
    if (work.next((due + 1) as LocalDay) > lastWorked) return 0;
    const procedure = offices.procedures[at(dossiers.procedure, i)];
    const office = offices.offices[at(dossiers.office, i)];
    return (procedure?.late ?? 1) * (office?.late ?? 1);
  });
  return chooseExactly(spec.resolvedLate, weights, random);
}

function chooseOnDueDay(
  dossiers: Dossiers,
  { spec, random }: DossierPlan,
  open: Uint8Array,
  late: Uint8Array,
  lastDay: LocalDay,
): Uint8Array {
  const weights = weigh(dossiers, (i) => {
    const due = dayOfSeconds(at(dossiers.due, i));
    if (open[i] || late[i] || isWithdrawn(dossiers, i) || due > lastDay) return 0;
    return due === dossiers.started[i] ? 1e12 : 1 / (due - at(dossiers.started, i));
  });
  return chooseExactly(spec.resolvedOnTime, weights, random);
}

interface Outcome {
  readonly late: Uint8Array;
  readonly onDay: Uint8Array;
  readonly lastWorked: LocalDay;
}

function finishOf(dossiers: Dossiers, i: number, plan: DossierPlan, outcome: Outcome): number {
  const { work, random } = plan;
  const due = dayOfSeconds(at(dossiers.due, i));
  const start = at(dossiers.started, i) as LocalDay;
  const received = at(dossiers.received, i);
  if (start > outcome.lastWorked) return received + 300 + Math.floor(random() * 600);
  const latest = Math.min(due - 1, outcome.lastWorked);
  let day = due;
  if (outcome.late[i]) {
    const delay = 1 + Math.floor(-Math.log(1 - random()) * 2.4);
    day = Math.min(work.after(due, delay), outcome.lastWorked) as LocalDay;
  } else if (!outcome.onDay[i]) {
    const span = Math.max(latest - start, 0);
    day = work.previous((start + Math.floor(Math.sqrt(random()) * (span + 1))) as LocalDay);
    if (day > latest) day = work.previous(latest as LocalDay);
  }
  return workedSecond(Math.max(day, start) as LocalDay, received, work, random);
}
