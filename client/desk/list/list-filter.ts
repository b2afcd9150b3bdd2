import type { Query } from '../../../shared/query/query.ts';
import {
  RECORD_COLUMNS,
  RECORD_STATES,
  type RecordColumn,
  type RecordFilter,
  type RecordState,
  type RecordsQuery,
} from '../../../shared/record/records.ts';
import type { Place, PlaceChange } from '../place.ts';
import { type Sort, sortOfText } from '../table/column.ts';

/** Names of the address that hold codes, apart by commas. */
const CODES = ['field', 'level', 'channel', 'status', 'agency', 'procedure'] as const;
const DAYS = ['receivedFrom', 'receivedTo', 'closedFrom', 'closedTo', 'dueFrom', 'dueTo'] as const;
const FLAGS = ['withoutApology', 'apologisedBeforeDue', 'onlyUnit'] as const;

export type FilterName = (typeof CODES)[number] | (typeof DAYS)[number] | (typeof FLAGS)[number];
export const FILTER_NAMES: readonly FilterName[] = [...CODES, ...DAYS, ...FLAGS];

/** Hours of a `due-in` that names none. */
const USUAL_HOURS = 8;

/** The state the address asks for: open dossiers where it says none that is known. */
export function stateOf(place: Pick<Place, 'get'>): RecordState {
  return RECORD_STATES.find((state) => state === place.get('state')) ?? 'open';
}

/** What the address narrows the list to; what it cannot mean is left out. */
export function filterOf(place: Pick<Place, 'get'>): RecordFilter {
  const state = stateOf(place);
  const hours = Number(place.get('dueInHours'));
  return {
    state,
    ...(state === 'due-in' && { dueInHours: hours > 0 && hours <= 2000 ? hours : USUAL_HOURS }),
    ...entriesOf(CODES, (name) => codesIn(place.get(name))),
    ...entriesOf(DAYS, (name) => dayIn(place.get(name))),
    ...entriesOf(FLAGS, (name) => flagIn(place.get(name))),
  };
}

function entriesOf<N extends string, V>(
  names: readonly N[],
  read: (name: N) => V | undefined,
): { [K in N]?: V } {
  const entries = names.map((name) => [name, read(name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as {
    [K in N]?: V;
  };
}

function codesIn(text: string | null): string[] | undefined {
  const codes = (text ?? '').split(',').filter(Boolean);
  return codes.length > 0 ? codes : undefined;
}

const dayIn = (text: string | null) =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;

const flagIn = (text: string | null) =>
  text === 'true' ? true : text === 'false' ? false : undefined;

const isColumn = (text: string): text is RecordColumn =>
  RECORD_COLUMNS.some((column) => column === text);

const CLOSED: ReadonlySet<RecordState> = new Set([
  'resolved',
  'closed-early',
  'closed-in-time',
  'closed-late',
  'closed-other',
]);

/** The sort that the address asks for, else what is due first, or what was closed last. */
export function sortOf(place: Pick<Place, 'get'>): Sort {
  const asked = sortOfText(place.get('sort'));
  if (asked && isColumn(asked.by)) return asked;
  return CLOSED.has(stateOf(place))
    ? { by: 'closed', direction: 'descending' }
    : { by: 'due', direction: 'ascending' };
}

/** The whole list as a question, without a page of it. */
export function listQuery(unit: string, place: Pick<Place, 'get'>): RecordsQuery {
  const { by, direction } = sortOf(place);
  return {
    kind: 'dossier',
    unit,
    filter: filterOf(place),
    ...(isColumn(by) && { sort: { by, descending: direction === 'descending' } }),
  };
}

/** States whose number a measure counts. */
export const COUNTED_STATES = {
  open: 'dossier.open',
  'due-in-8h': 'dossier.dueIn8h',
  'open-late': 'dossier.openLate',
  paused: 'dossier.paused',
} as const satisfies Partial<Record<RecordState, string>>;

/** Counts those states live, narrowed as the list is; undefined where a filter is none that measures know. */
export function countsQuery(unit: string, place: Pick<Place, 'get'>): Query | undefined {
  const { state: _state, dueInHours: _hours, ...narrowed } = filterOf(place);
  const { field, level, channel, status, agency, ...rest } = narrowed;
  if (Object.keys(rest).length > 0) return undefined;
  const filter = entriesOf(
    ['field', 'level', 'channel', 'status', 'agency'] as const,
    (name) => ({ field, level, channel, status, agency })[name],
  );
  return {
    measures: Object.values(COUNTED_STATES),
    unit,
    period: { relative: 'today' },
    ...(Object.keys(filter).length > 0 && { filter }),
  };
}

/** Another state: hours and days of closing belong to the one before. */
export function stateChange(state: RecordState): PlaceChange {
  return {
    state: state === 'open' ? null : state,
    dueInHours: null,
    closedFrom: null,
    closedTo: null,
    sort: null,
  };
}
