import type { RecordRow, RecordsQuery } from '../../shared/record/records.ts';
import { formatNumber, type Language } from '../../shared/unit/format.ts';
import { formatDay } from '../../shared/unit/format-time.ts';
import { localDayOf, parseDay } from '../../shared/unit/local-day.ts';
import { nameOf } from '../../shared/words/names.ts';
import type { Stamp } from './export-job.ts';
import { listScope } from './list-scope.ts';
import {
  APOLOGY_WORDS,
  COLUMN_WORDS,
  type ListColumn,
  STANDING_WORDS,
  wordOf,
} from './list-words.ts';
import type { Naming } from './naming.ts';
import { type Fact, instantText } from './provenance.ts';
import { EXPORT_WORDS } from './words.ts';

/** Pages of a list in order, each from the newest state at the moment it is read. */
export type ListPages = AsyncIterable<readonly RecordRow[]>;

export interface ListJob {
  readonly title: string;
  readonly list: RecordsQuery;
  readonly language: Language;
  readonly stamp: Stamp;
  /** As the first page told. */
  readonly total: number;
  readonly seq: number;
  readonly asOf: string;
}

/** A day stays a day and a number a number where the format has such cells. */
export type ListCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'number'; readonly value: number };

/** Codes stand before their names, for who looks something up by them. */
export const LIST_COLUMNS: readonly ListColumn[] = [
  'code',
  'unitCode',
  'unit',
  'agencyCode',
  'agency',
  'fieldCode',
  'field',
  'procedureCode',
  'procedure',
  'level',
  'channel',
  'statusCode',
  'status',
  'received',
  'due',
  'closed',
  'state',
  'lateDays',
  'hoursLeft',
  'apology',
];

export function columnTitles(language: Language): string[] {
  return LIST_COLUMNS.map((column) => wordOf(COLUMN_WORDS[column], language));
}

/** Cells of a row in the order of `LIST_COLUMNS`. */
export function cellsOf(
  row: RecordRow,
  { names, territory }: Naming,
  { asOf, language }: Pick<ListJob, 'asOf' | 'language'>,
): ListCell[] {
  const borders = territory.on(localDayOf(Date.parse(asOf)));
  const text = (value: string): ListCell => ({ kind: 'text', text: value });
  const day = (value: string | null): ListCell =>
    value === null ? text('') : { kind: 'day', day: value };
  const number = (value: number | null): ListCell =>
    value === null ? text('') : { kind: 'number', value };
  const named = (dimension: string, code: string) =>
    text(nameOf(names, dimension, code, language, borders));
  return [
    text(row.code),
    text(row.unit),
    named('unit', row.unit),
    text(row.agency),
    named('agency', row.agency),
    text(row.field),
    named('field', row.field),
    text(row.procedure),
    named('procedure', row.procedure),
    named('level', row.level),
    named('channel', row.channel),
    text(row.status),
    named('status', row.status),
    day(row.received),
    day(row.due),
    day(row.closed),
    text(wordOf(STANDING_WORDS[row.state], language)),
    number(row.lateDays === null ? null : Math.max(0, row.lateDays)),
    number(row.workingHoursLeft),
    text(wordOf(APOLOGY_WORDS[row.apology], language)),
  ];
}

/** As a reader sees it: `31/12/2023`. */
export function cellText(cell: ListCell, language: Language): string {
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'number')
    return formatNumber(cell.value, cell.value % 1 === 0 ? 0 : 1, language);
  const day = parseDay(cell.day);
  return day === undefined ? cell.day : formatDay(day);
}

/** What a list is: scope, filter, how many, of when, and who took it. */
export function listFacts(job: ListJob, naming: Naming): Fact[] {
  const { list, language, stamp } = job;
  const words = EXPORT_WORDS[language];
  const facts = [
    [words.title, job.title],
    [words.scope, listScope(list, naming, language)],
    [words.rows, String(job.total)],
    [words.asOf, `${instantText(Date.parse(job.asOf))} · ${words.seq} ${job.seq}`],
    [words.by, stamp.by],
    [words.at, instantText(stamp.atMs)],
    [words.classMark, stamp.classMark],
    [words.hash, stamp.hash],
    [words.link, stamp.link],
  ] as const;
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
