import { allMeasures } from './definition-page.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import type { Naming } from './naming.ts';
import { factsOfItem, factsOfStamp, sourceText } from './provenance.ts';
import { type ExportTable, type TableCell, type TableColumn, tableOf } from './table-of.ts';
import { EXPORT_WORDS } from './words.ts';
import {
  columnName,
  coreProperties,
  NumberStyles,
  STYLE,
  sheetNames,
  workbookParts,
} from './xlsx-parts.ts';
import { rowXml, type SheetCell, sheetEnd, sheetStart, widthFor } from './xlsx-sheet.ts';
import { bytesOf, createArchive } from './zip-file.ts';

/** A sheet an item with typed cells, and a sheet of what the figures are. */
export async function xlsxFile(job: ExportJob, naming: Naming): Promise<Buffer> {
  const words = EXPORT_WORDS[job.language];
  const styles = new NumberStyles();
  const isOne = job.items.length === 1;
  const titles = job.items.map(({ chart }) => (isOne ? words.data : chart.title));
  const sheets = job.items.map((item) => itemSheet(item, job, naming, styles));
  const names = sheetNames([...titles, words.definitions]);
  const archive = createArchive();
  const { title, stamp } = job;
  for (const [path, xml] of workbookParts(names, coreProperties(title, stamp.by, stamp.atMs)))
    archive.add(path, xml);
  archive.add('xl/styles.xml', styles.xml());
  for (const [at, xml] of [...sheets, definitionSheet(job, naming)].entries())
    archive.add(`xl/worksheets/sheet${at + 1}.xml`, xml);
  return bytesOf(archive.end());
}

function itemSheet(item: ExportItem, job: ExportJob, naming: Naming, styles: NumberStyles): string {
  const table = tableOf(item, naming, job.language);
  const facts = factsOfItem(item, naming, job.language);
  const last = columnName(Math.max(0, table.columns.length - 1));
  const rows = [
    rowXml(
      1,
      table.columns.map(({ title }) => ({ text: title, style: STYLE.head })),
    ),
    ...table.rows.map((row, at) => rowXml(at + 2, sheetCells(row, table.columns, styles))),
    ...facts.map(({ label, text }, at) =>
      rowXml(table.rows.length + 3 + at, [{ text: label, style: STYLE.label }, { text }]),
    ),
  ];
  return (
    sheetStart(widthsOf(table), 1) + rows.join('') + sheetEnd(`A1:${last}${table.rows.length + 1}`)
  );
}

export function sheetCells(
  row: readonly TableCell[],
  columns: readonly TableColumn[],
  styles: NumberStyles,
): (SheetCell | undefined)[] {
  return row.map(({ text, value }, at) => {
    const column = columns[at];
    if (value === undefined) return text === '—' ? undefined : { text };
    return { value, style: column?.kind === 'number' ? styles.styleOf(column) : STYLE.plain };
  });
}

function widthsOf({ columns, rows }: ExportTable): number[] {
  return columns.map(({ title }, at) =>
    widthFor([title, ...rows.slice(0, 500).map((row) => row[at]?.text ?? '')]),
  );
}

function definitionSheet(job: ExportJob, naming: Naming): string {
  const { language } = job;
  const words = EXPORT_WORDS[language];
  const heads = [words.measure, words.formula, words.unit, words.legalBasis, words.source];
  const head = heads.map((text) => ({ text, style: STYLE.head }));
  const measures = allMeasures(job, naming).map((measure) => [
    measure.name[language],
    `${measure.formula.id}: ${measure.formula.text[language]}`,
    measure.unit[language],
    measure.legalBasis[language],
    sourceText(measure, naming, language),
  ]);
  const rows = [
    rowXml(1, head),
    ...measures.map((texts, at) =>
      rowXml(
        at + 2,
        texts.map((text) => ({ text, style: STYLE.plain })),
      ),
    ),
    ...factsOfStamp(job).map(({ label, text }, at) =>
      rowXml(measures.length + 3 + at, [{ text: label, style: STYLE.label }, { text }]),
    ),
  ];
  return sheetStart([40, 60, 14, 60, 40], 1) + rows.join('') + sheetEnd();
}
