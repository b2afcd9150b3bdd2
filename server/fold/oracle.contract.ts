import type { Dossier } from '../../shared/event/dossier.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type { Calendar } from '../../shared/territory/pack.ts';
import type { DossierFlow } from './flows.ts';

/** What was told before is asked of the order of arrival, not of the newest revisions. */
export type DossierStateFlow = Exclude<DossierFlow, 'restated'>;

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
  /** Agency and code. */
  readonly key: string;
  readonly series: string;
  /** At the end of a day; never for status 1 and 3. */
  isOpen(day: string): boolean;
  /** Day → what this record counts on it; for stocks, whether it is in stock at its end. */
  count(flow: DossierStateFlow, day: string): number;
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

/** The histories' working day has eight hours: those after a day's closing end with the next working day. */
function nextWorkingDay(day: string, { calendar }: OracleOptions): string {
  let next = nextDay(day);
  while (!isWorkingDay(next, calendar)) next = nextDay(next);
  return next;
}

function recordOf(data: Dossier, time: number, options: OracleOptions): OracleRecord {
  const isCounted = data.status !== '1' && data.status !== '3';
  const pausedOn = pausedDays(data, time, options.days);
  const due = dueDay(data, time, options.calendar);
  const closed = closedDay(data, time);
  const received = localDate(data.received);
  const isOpen = (day: string) => received <= day && !(closed !== undefined && closed <= day);
  const isRunning = (day: string) => isOpen(day) && !pausedOn.has(day);
  const isLateOn = (day: string) => isRunning(day) && due !== undefined && due < day;
  const apology = data.apology && localDate(data.apology.sent);
  const isEarlyLetter = apology !== undefined && due !== undefined && apology < due;
  const closing = closingFlow(data, closed, due, options);
  const isClosing = (flow: DossierStateFlow, day: string) => day === closed && closing === flow;
  const posted = postedDay(data, time);
  const hasFee = data.hasFee ?? data.paidOnline ?? false;
  const answers: Record<DossierStateFlow, (day: string) => boolean> = {
    received: (day) => day === received,
    early: (day) => isClosing('early', day),
    onTime: (day) => isClosing('onTime', day),
    late: (day) => isClosing('late', day),
    closedOther: (day) => isClosing('closedOther', day),
    withdrawnOnTime: (day) => isClosing('withdrawnOnTime', day),
    paused: (day) => isOpen(day) && pausedOn.has(day),
    openLate: isLateOn,
    dueSoon: (day) => isRunning(day) && (due === day || due === nextDay(day)),
    dueIn8h: (day) =>
      isRunning(day) && due !== undefined && day <= due && due <= nextWorkingDay(day, options),
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
    key: `${data.agency}/${data.code}`,
    series: seriesOf(data),
    isOpen: (day) => isCounted && isOpen(day),
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
): DossierStateFlow | undefined {
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

/** Each run of pauses that ends, and that began by the due day as it stood, moves it by its working time. */
function dueDay(data: Dossier, time: number, calendar: Calendar): string | undefined {
  if (data.extendedDue !== undefined) return localDate(data.extendedDue);
  if (data.due === undefined) return undefined;
  const worked = workedSpans(calendar);
  let due = Date.parse(data.due);
  for (const [from, to] of pausedRuns(data, time)) {
    if (localDate(to) > '9' || localDate(from) > localDate(due)) continue;
    const inside = worked.map(([a, b]) => Math.max(0, Math.min(b, to) - Math.max(a, from)));
    due = later(
      due,
      inside.reduce((sum, ms) => sum + ms, 0),
      worked,
    );
  }
  return localDate(due);
}

/** So much working time after a due date; one from before the opening stands for its whole day. */
function later(due: number, workingMs: number, worked: readonly [number, number][]): number {
  const opening = worked.find(([a]) => localDate(a) === localDate(due))?.[0];
  const isUntimed = opening !== undefined && due < opening;
  const begin = isUntimed ? Date.parse(`${nextDay(localDate(due))}T00:00:00+07:00`) : due;
  let [end, left] = [due, workingMs];
  for (const [a, b] of worked) {
    if (left === 0 || b <= begin) continue;
    end = Math.min(b, Math.max(a, begin) + left);
    left -= end - Math.max(a, begin);
  }
  return end;
}

/** The hours worked in the months around the histories, part by part. */
function workedSpans(calendar: Calendar): [number, number][] {
  const spans: [number, number][] = [];
  for (let day = '2024-01-01'; day < '2024-09-01'; day = nextDay(day)) {
    if (!isWorkingDay(day, calendar)) continue;
    for (const [from, to] of calendar.workingHours) {
      spans.push([Date.parse(`${day}T${from}:00+07:00`), Date.parse(`${day}T${to}:00+07:00`)]);
    }
  }
  return spans;
}

function pausedRuns(data: Dossier, time: number): [number, number][] {
  const spans = pausedSpans(data, time);
  const edges = spans.flat().sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const [i, edge] of edges.entries()) {
    const next = edges[i + 1] ?? edge;
    if (next === edge || !spans.some(([from, to]) => from <= edge && edge < to)) continue;
    const last = runs.at(-1);
    if (last?.[1] === edge) last[1] = next;
    else runs.push([edge, next]);
  }
  return runs;
}

function pausedSpans({ paused = [], status }: Dossier, time: number): [number, number][] {
  const ends = (to: string | undefined) => Date.parse(to ?? '9999-01-01T00:00:00Z');
  const spans = paused
    .map(({ from, to }): [number, number] => [Date.parse(from), ends(to)])
    .filter(([from, to]) => from < to);
  const waits = status === '5' || status === '6';
  if (waits && paused.every(({ to }) => to !== undefined)) spans.push([time, ends(undefined)]);
  return spans;
}
