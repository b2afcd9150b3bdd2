import type { RecordRow } from '../../../shared/record/records.ts';
import { searchKey } from '../../../shared/unit/text.ts';
import type { DeskSurroundings } from '../desk-context.ts';
import { codeName } from './chips.ts';
import { LIST_WORDS } from './list-words.ts';
import { standingText } from './standing.ts';

type Known = Pick<DeskSurroundings, 'language' | 'names' | 'pack'>;

/** What spreadsheets take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Tells spreadsheets that the text is UTF-8. */
const BOM = '\ufeff';

/**
 * A list as a spreadsheet opens it: names beside codes, days like `2023-12-31`, lines ended as RFC 4180 wants. Vietnamese
 * spreadsheets expect semicolons, English ones commas.
 */
export function csvOf(rows: readonly RecordRow[], known: Known): string {
  const { columns, code } = LIST_WORDS[known.language];
  const separator = known.language === 'vi' ? ';' : ',';
  const named = ['agency', 'unit', 'field', 'procedure', 'level', 'channel', 'status'] as const;
  const head = [
    code,
    ...named.map((name) => columns[name]),
    ...DAYS.map((day) => columns[day]),
    columns.late,
  ];
  const lines = rows.map((row) => [
    row.code,
    ...named.map((name) => codeName(name, row[name], known)),
    ...DAYS.map((day) => row[day] ?? ''),
    standingText(row, known.language).text,
  ]);
  const text = [head, ...lines].map((cells) =>
    cells.map((cell) => quoted(cell, separator)).join(separator),
  );
  return `${BOM}${text.join('\r\n')}\r\n`;
}

const DAYS = ['received', 'due', 'closed'] as const;

/** A leading apostrophe keeps a spreadsheet from running what came from outside as a formula. */
function quoted(cell: string, separator: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  const isPlain = !text.includes(separator) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

/** `ho-so_thuan-an_tra-tre_2024-01-01.csv` */
export function csvName(parts: readonly string[]): string {
  const words = parts.map((part) => searchKey(part).replace(/[^a-z0-9]+/g, '-'));
  return `${words.map((word) => word.replace(/^-|-$/g, '')).join('_')}.csv`;
}
