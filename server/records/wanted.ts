import {
  APOLOGIES,
  type ApologyState,
  type Standing,
  standingBits,
} from '../../shared/record/dossier-standing.ts';
import type { RecordFilter, RecordState } from '../../shared/record/records.ts';
import { type LocalDay, localDayOf, parseDay, startOfDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import { IocError } from '../errors.ts';
import type { DossierCriteria, DueLimit } from '../fold/dossier-view.ts';
import { bordersNow, type RecordContext } from './context.ts';
import type { Wanted } from './record-finder.ts';
import { seriesWithin } from './series-within.ts';

const OPEN: readonly Standing[] = ['in-term', 'paused', 'open-late'];
const ON_TIME: readonly Standing[] = ['early', 'on-time', 'withdrawn-on-time'];
const COUNTED: readonly Standing[] = ['ahead', ...OPEN, ...ON_TIME, 'late', 'stopped'];

const STANDINGS_OF: { readonly [S in RecordState]: readonly Standing[] } = {
  all: COUNTED,
  open: OPEN,
  'open-in-term': ['in-term', 'paused'],
  running: ['in-term'],
  'open-late': ['open-late'],
  paused: ['paused'],
  'due-soon': ['in-term'],
  'due-in-8h': ['in-term'],
  'due-in': ['in-term'],
  resolved: [...ON_TIME, 'late'],
  'closed-early': ['early'],
  'closed-in-time': ON_TIME,
  'closed-late': ['late'],
  'closed-other': ['stopped'],
  uncounted: ['uncounted'],
};

const DAY_MINUTES = 1440;
const HOUR_MS = 3_600_000;
const END = parseDay('2119-12-31') as LocalDay;
const BEGIN = parseDay('1950-01-01') as LocalDay;

/** What a question about dossiers below a unit looks for. Throws `IOC_HTTP_INVALID`. */
export function wantedOf(unit: string, filter: RecordFilter, context: RecordContext): Wanted {
  const { view, now } = context;
  const day = localDayOf(now);
  const borders = bordersNow(context);
  const state = filter.state ?? 'all';
  const standings = standingBits(STANDINGS_OF[state]);
  const isOpen = STANDINGS_OF[state].every((each) => OPEN.includes(each));
  const fixed = {
    day,
    standings,
    received: spanOf(filter, 'received'),
    closed: spanOf(filter, 'closed'),
    due: state === 'due-soon' ? dueSoon(filter, day) : spanOf(filter, 'due'),
    noticed: state === 'due-in-8h' ? true : undefined,
    dueBy: dueLimitOf(filter, context),
    apologies: apologyBits(filter),
  };
  const criteria = (): DossierCriteria => ({
    ...fixed,
    series: seriesWithin(view.dossiers, borders, unit, filter),
    procedures: filter.procedure && numbersOf(view.dossierRows.procedures, filter.procedure),
  });
  // Minutes pass and days go by: a question of another moment is another one.
  const name = JSON.stringify([unit, borders.name, filter, fixed.dueBy ?? day]);
  return { name, criteria, openOn: isOpen ? day : undefined };
}

function spanOf(filter: RecordFilter, kind: 'received' | 'closed' | 'due'): DaySpan | undefined {
  const from = dayOf(filter, `${kind}From`);
  const to = dayOf(filter, `${kind}To`);
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? BEGIN, to: to ?? END };
}

type DayName = `${'received' | 'closed' | 'due'}${'From' | 'To'}`;

function dayOf(filter: RecordFilter, name: DayName): LocalDay | undefined {
  const text = filter[name];
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw invalid(name, 'a day like 2023-12-31', text);
}

/** Today or tomorrow, as the measure counts it, within what else is asked. */
function dueSoon(filter: RecordFilter, day: LocalDay): DaySpan {
  const asked = spanOf(filter, 'due');
  const to = Math.min(asked?.to ?? END, day + 1) as LocalDay;
  return { from: asked?.from ?? BEGIN, to };
}

function dueLimitOf(
  { state, dueInHours }: RecordFilter,
  context: RecordContext,
): DueLimit | undefined {
  if (state !== 'due-in') return undefined;
  if (dueInHours === undefined) throw invalid('dueInHours', 'working hours', 'none');
  return dueLimit(context, dueInHours);
}

/** What is due within so many working hours from now. */
export function dueLimit({ time, now }: RecordContext, hours: number): DueLimit {
  const endMs = time.add(now, hours * HOUR_MS);
  const day = localDayOf(endMs);
  const today = localDayOf(now);
  const minuteOf = (instantMs: number, of: LocalDay) =>
    Math.min(Math.floor((instantMs - startOfDay(of)) / 60_000), DAY_MINUTES - 1);
  return {
    day,
    minute: minuteOf(endMs, day),
    // Midnight tells no time, also where whole days are worked.
    openingMinute: Math.max(1, minuteOf(time.opening(today), today)),
    closingMinute: minuteOf(time.closing(today), today),
  };
}

function apologyBits({ withoutApology, apologisedBeforeDue }: RecordFilter): number | undefined {
  if (withoutApology === undefined && apologisedBeforeDue === undefined) return undefined;
  const isWanted = (state: ApologyState) =>
    (withoutApology === undefined || withoutApology === (state === 'none')) &&
    (apologisedBeforeDue === undefined || apologisedBeforeDue === (state === 'before-due'));
  return APOLOGIES.reduce((bits, state, place) => bits | (isWanted(state) ? 1 << place : 0), 0);
}

function numbersOf(texts: readonly string[], wanted: readonly string[]): Uint8Array {
  const set = new Set(wanted);
  return Uint8Array.from(texts, (text) => (set.has(text) ? 1 : 0));
}

function invalid(name: string, expected: string, came: string): IocError {
  return new IocError('IOC_HTTP_INVALID', { where: `/filter/${name}`, expected, came });
}
