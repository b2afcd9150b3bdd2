import type { RecordColumn, RecordsAnswer, RecordsQuery } from '../../shared/record/records.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { collationKey } from '../../shared/unit/text.ts';
import type { DossierColumn } from '../fold/dossier-view.ts';
import type { CubeView } from '../fold/view.ts';
import { bordersNow, checkUnit, type RecordContext } from './context.ts';
import type { RecordFinder } from './record-finder.ts';
import { recordRow } from './record-row.ts';
import type { Sorting } from './sort-records.ts';
import { wantedOf } from './wanted.ts';

const FIRST_LIMIT = 100;
const NEWEST_FIRST = { by: 'received', descending: true } as const;

/** A page of dossiers and how many there are. Throws `IOC_ACCESS_UNIT`, `IOC_QUERY_UNKNOWN_UNIT`, `IOC_HTTP_INVALID`. */
export async function listRecords(
  query: RecordsQuery,
  finder: RecordFinder,
  contextNow: () => RecordContext,
): Promise<RecordsAnswer> {
  const context = contextNow();
  checkUnit(query.unit, context);
  const wanted = wantedOf(query.unit, query.filter ?? {}, context);
  const { offset = 0, limit = FIRST_LIMIT } = query;
  const { by, descending = false } = query.sort ?? NEWEST_FIRST;
  const name = `${by} ${descending} ${localDayOf(context.now)}`;
  const sorting = () => ({ keyOf: keyIn(by, context), descending });
  const isCountOnly = limit === 0;
  const records = isCountOnly ? undefined : await finder.sorted(wanted, name, sorting);
  const total = records?.length ?? (await finder.find(wanted)).count;
  const after = contextNow();
  const page = records?.subarray(offset, offset + limit) ?? [];
  return {
    total,
    seq: after.view.seq,
    asOf: new Date(after.now).toISOString(),
    rows: Array.from(page, (record) => recordRow(record, after)),
  };
}

const DIRECT: { readonly [C in RecordColumn]?: DossierColumn } = {
  received: 'received',
  due: 'dueAt',
  closed: 'closed',
  late: 'late',
};

function keyIn(by: RecordColumn, context: RecordContext): Sorting['keyOf'] {
  const rows = context.view.dossierRows;
  const day = localDayOf(context.now);
  const column = DIRECT[by];
  if (column) return (record) => rows.key(record, column, day);
  const ranks = by === 'procedure' ? procedureRanks(context) : seriesRanks(by, context);
  const numbered = by === 'procedure' ? 'procedure' : 'series';
  return (record) => ranks[rows.key(record, numbered, day)] ?? ranks.length;
}

function seriesRanks(by: RecordColumn, context: RecordContext): Uint32Array {
  const cube: CubeView = context.view.dossiers;
  const position = cube.dimensions.indexOf(by);
  const ranks = ranksOf(cube.dictionary(position), sortTextOf(by, context));
  return Uint32Array.from({ length: cube.seriesCount }, (_, series) => {
    return ranks[cube.codeOf(series, position)] ?? 0;
  });
}

function sortTextOf(by: RecordColumn, context: RecordContext): (code: string) => string {
  if (by !== 'unit') return (code) => context.territory.sortKey(by, code);
  const borders = bordersNow(context);
  return (code) => collationKey(borders.unit(code)?.shortName ?? `\uffff${code}`);
}

function procedureRanks(context: RecordContext): Uint32Array {
  const { procedures = [] } = bordersNow(context).pack;
  const names = new Map(procedures.map(({ code, name }) => [code, collationKey(name.vi)]));
  const sortText = (code: string) => names.get(code) ?? `\uffff${code}`;
  return ranksOf(context.view.dossierRows.procedures, sortText);
}

/** By place in the list: rank of its text. */
function ranksOf(texts: readonly string[], sortText: (text: string) => string): Uint32Array {
  const keyed = texts.map((text, place) => ({ key: sortText(text), place }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place));
  const ranks = new Uint32Array(texts.length);
  for (const [rank, { place }] of keyed.entries()) ranks[place] = rank;
  return ranks;
}
