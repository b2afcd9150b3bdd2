import type { Dossier } from '../../shared/event/dossier.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type { Calendar } from '../../shared/territory/pack.ts';
import type { DossierFlow } from './flows.ts';

/**
 * The dossier measures computed the naive way: group by record, take the newest revision, ask each day the question of
 * the definition. Shares no code with the fold: dates are texts, sets of days are walked.
 */
export interface DossierOracle {
  /** `2024-01-20` … */
  readonly days: readonly string[];
  readonly records: readonly OracleRecord[];
}

export interface OracleRecord {
  readonly series: string;
  /** Day → what this record counts on it; for stocks, whether it is in stock at its end. */
  count(flow: DossierFlow, day: string): number;
}

export interface OracleOptions {
  readonly calendar: Calendar;
  readonly days: readonly string[];
  readonly withdrawnCountsOnTime: boolean;
}

export function askOracle(events: readonly AcceptedEvent[], options: OracleOptions): DossierOracle {
  const newest = new Map<string, { data: Dossier; time: number }>();
  for (const event of events) {
    if (event.kind !== 'dossier') continue;
    const key = JSON.stringify([event.data.agency, event.data.code]);
    const known = newest.get(key);
    if (!known || event.time >= known.time) newest.set(key, event);
  }
  const records = [...newest.values()].map(({ data, time }) => recordOf(data, time, options));
  return { days: options.days, records };
}

export function seriesOf({ unit, level, field, agency, channel, status }: Dossier): string {
  return [unit, level, field, agency, channel, status].join('|');
}

function localDate(instant: string | number): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant);
  return new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10);
}

function isWorkingDay(day: string, calendar: Calendar): boolean {
  if (calendar.makeUpDays.some((made) => made.day === day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6 && !calendar.holidays.some((off) => off.day === day);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function recordOf(data: Dossier, time: number, options: OracleOptions): OracleRecord {
  const isCounted = data.status !== '1' && data.status !== '3';
  const pausedOn = pausedDays(data, time, options.days);
  const due = dueDay(data, pausedOn, options);
  const closed = closedDay(data, time);
  const received = localDate(data.received);
  const isOpen = (day: string) => received <= day && !(closed !== undefined && closed <= day);
  const isRunning = (day: string) => isOpen(day) && !pausedOn.has(day);
  const isLateOn = (day: string) => isRunning(day) && due !== undefined && due < day;
  const apology = data.apology && localDate(data.apology.sent);
  const isEarlyLetter = apology !== undefined && due !== undefined && apology < due;
  const closing = closingFlow(data, closed, due, options);
  const isClosing = (flow: DossierFlow, day: string) => day === closed && closing === flow;
  const posted = postedDay(data, time);
  const hasFee = data.hasFee ?? data.paidOnline ?? false;
  const answers: Record<DossierFlow, (day: string) => boolean> = {
    received: (day) => day === received,
    early: (day) => isClosing('early', day),
    onTime: (day) => isClosing('onTime', day),
    late: (day) => isClosing('late', day),
    closedOther: (day) => isClosing('closedOther', day),
    withdrawnOnTime: (day) => isClosing('withdrawnOnTime', day),
    paused: (day) => isOpen(day) && pausedOn.has(day),
    openLate: isLateOn,
    dueSoon: (day) => isRunning(day) && (due === day || due === nextDay(day)),
    openLateApologised: (day) => isEarlyLetter && isLateOn(day),
    lateApologised: (day) => isEarlyLetter && isClosing('late', day),
    apologies: (day) => day === apology,
    apologiesBeforeDue: (day) => isEarlyLetter && day === apology,
    returnedByPost: (day) => day === posted,
    digitised: (day) => day === received && data.digitisedPapers === true,
    digitisedResult: (day) => day === received && data.digitisedResult === true,
    electronicResult: (day) => day === received && data.electronicResult === true,
    hasFee: (day) => day === received && hasFee,
    paidOnline: (day) => day === received && hasFee && data.paidOnline === true,
  };
  return {
    series: seriesOf(data),
    count: (flow, day) => (isCounted && answers[flow](day) ? 1 : 0),
  };
}

const isResolved = ({ status }: Dossier) => status === '9' || status === '10';

function closedDay(data: Dossier, time: number): string | undefined {
  const isClosed = isResolved(data) || data.status === '7' || data.status === '8';
  return isClosed ? localDate(data.finished ?? data.returned ?? time) : undefined;
}

function postedDay(data: Dossier, time: number): string | undefined {
  if (!isResolved(data) || data.returnedBy !== 'post') return undefined;
  return localDate(data.returned ?? data.finished ?? time);
}

function closingFlow(
  data: Dossier,
  closed: string | undefined,
  due: string | undefined,
  { withdrawnCountsOnTime }: OracleOptions,
): DossierFlow | undefined {
  if (closed === undefined) return undefined;
  if (!isResolved(data)) {
    return data.status === '7' && withdrawnCountsOnTime ? 'withdrawnOnTime' : 'closedOther';
  }
  if (due === undefined || closed === due) return 'onTime';
  return closed < due ? 'early' : 'late';
}

/** Days at whose end the dossier waits for the citizen, as far as the walked days go. */
function pausedDays(data: Dossier, time: number, days: readonly string[]): Set<string> {
  const spans = (data.paused ?? []).map(({ from, to }) => ({
    from: localDate(from),
    to: to === undefined ? '9999' : localDate(to),
  }));
  const waits = data.status === '5' || data.status === '6';
  if (waits && spans.every(({ to }) => to !== '9999')) {
    spans.push({ from: localDate(time), to: '9999' });
  }
  return new Set(days.filter((day) => spans.some(({ from, to }) => from <= day && day < to)));
}

/** Each run of paused days that ends, and that began by the due day as it stood, moves it by its working days. */
function dueDay(
  data: Dossier,
  paused: ReadonlySet<string>,
  { calendar, days }: OracleOptions,
): string | undefined {
  if (data.extendedDue !== undefined) return localDate(data.extendedDue);
  if (data.due === undefined) return undefined;
  let due = localDate(data.due);
  for (const run of runsOf(paused, days)) {
    const isOpen = run.at(-1) === days.at(-1);
    if (isOpen || (run[0] ?? '') > due) continue;
    let left = run.filter((day) => isWorkingDay(day, calendar)).length;
    while (left > 0) {
      due = nextDay(due);
      if (isWorkingDay(due, calendar)) left--;
    }
  }
  return due;
}

function runsOf(paused: ReadonlySet<string>, days: readonly string[]): string[][] {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const day of days) {
    if (paused.has(day)) run.push(day);
    if (paused.has(day) && run.length === 1) runs.push(run);
    if (!paused.has(day)) run = [];
  }
  return runs;
}
