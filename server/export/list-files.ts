import { Readable } from 'node:stream';
import { parseDay } from '../../shared/unit/local-day.ts';
import { BOM, csvLine } from './csv-file.ts';
import type { SeparatorName } from './export-job.ts';
import {
  cellsOf,
  columnTitles,
  LIST_COLUMNS,
  type ListCell,
  type ListJob,
  type ListPages,
  listFacts,
} from './list-table.ts';
import type { Naming } from './naming.ts';
import { EXPORT_WORDS } from './words.ts';
import {
  columnName,
  coreProperties,
  NumberStyles,
  STYLE,
  sheetNames,
  workbookParts,
} from './xlsx-parts.ts';
import { rowXml, type SheetCell, sheetEnd, sheetStart } from './xlsx-sheet.ts';
import { createArchive } from './zip-file.ts';

/** A list as a CSV, a page at a time; what it is comes last. */
export function listCsv(
  job: ListJob,
  pages: ListPages,
  naming: Naming,
  separator: SeparatorName,
): Readable {
  const style = { separator, language: job.language };
  const line = (...texts: string[]) =>
    csvLine(
      texts.map((text) => ({ text })),
      style,
    );
  return Readable.from(
    (async function* () {
      yield BOM + line(...columnTitles(job.language));
      for await (const rows of pages) {
        const lines = rows.map((row) => csvLine(cellsOf(row, naming, job).map(plainCell), style));
        yield lines.join('');
      }
      yield `\r\n${listFacts(job, naming)
        .map(({ label, text }) => line(label, text))
        .join('')}`;
    })(),
    { objectMode: false },
  );
}

function plainCell(cell: ListCell) {
  return cell.kind === 'number'
    ? { text: '', value: cell.value }
    : { text: cell.kind === 'day' ? cell.day : cell.text };
}

/** Rows that a sheet holds beside its head. */
export const MOST_SHEET_ROWS = 1_048_575;
/** Excel counts days from 30 December 1899. */
const EXCEL_EPOCH_DAYS = 25_569;
const WIDTHS = [24, 11, 20, 13, 28, 13, 26, 14, 40, 12, 22, 9, 24, 13, 13, 13, 28, 11, 14, 16];

/** A list as a workbook: days and numbers typed, one page held at a time, a sheet of what it is. */
export function listXlsx(job: ListJob, pages: ListPages, naming: Naming): Readable {
  const words = EXPORT_WORDS[job.language];
  const archive = createArchive();
  const names = sheetNames([words.data, words.definitions]);
  const properties = coreProperties(job.title, job.stamp.by, job.stamp.atMs);
  const styles = new NumberStyles();
  const number = styles.styleOf({ decimals: 0, sign: '', isDelta: false });
  for (const [path, xml] of workbookParts(names, properties)) archive.add(path, xml);
  archive.add('xl/styles.xml', styles.xml());
  archive.stream(
    'xl/worksheets/sheet1.xml',
    Readable.from(sheetXml(job, pages, naming, number), { objectMode: false }),
  );
  archive.add('xl/worksheets/sheet2.xml', factSheet(job, naming));
  return archive.end();
}

async function* sheetXml(job: ListJob, pages: ListPages, naming: Naming, number: number) {
  const head = columnTitles(job.language).map((text) => ({ text, style: STYLE.head }));
  yield sheetStart(WIDTHS, 1) + rowXml(1, head);
  let at = 1;
  for await (const rows of pages) {
    let xml = '';
    for (const row of rows) {
      at += 1;
      xml += rowXml(
        at,
        cellsOf(row, naming, job).map((cell) => sheetCell(cell, number)),
      );
    }
    yield xml;
  }
  yield sheetEnd(`A1:${columnName(LIST_COLUMNS.length - 1)}${at}`);
}

function sheetCell(cell: ListCell, number: number): SheetCell | undefined {
  if (cell.kind === 'number') return { value: cell.value, style: number };
  if (cell.kind === 'text') return { text: cell.text };
  const day = parseDay(cell.day);
  return day === undefined
    ? { text: cell.day }
    : { value: day + EXCEL_EPOCH_DAYS, style: STYLE.day };
}

function factSheet(job: ListJob, naming: Naming): string {
  const rows = listFacts(job, naming).map(({ label, text }, at) =>
    rowXml(at + 1, [{ text: label, style: STYLE.label }, { text }]),
  );
  return sheetStart([30, 100], 0) + rows.join('') + sheetEnd();
}
