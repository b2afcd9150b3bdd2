import { textWidth } from '../../shared/board/text-width.ts';
import type { ChartTheme } from '../../shared/chart/chart-theme.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import type { Naming } from './naming.ts';
import { BODY, headOf, itemFooter, PAGE, type PageHead, pageSvg, themeOf } from './page-frame.ts';
import { fitText, lineAt, textAt } from './svg-parts.ts';
import { type ExportTable, type TableColumn, tableOf } from './table-of.ts';
import { EXPORT_WORDS } from './words.ts';

const ROW = 25;
const SIZE = 13;
const GAP = 22;
/** Rows under the head of a page. */
export const ROWS_A_PAGE = Math.floor((BODY.bottom - BODY.top - 44) / ROW);

/** The figures of an item as pages of a table. */
export function tablePages(item: ExportItem, job: ExportJob, naming: Naming): string[] {
  const table = tableOf(item, naming, job.language);
  const head = headOf(item, job, naming);
  return tableSheets({ table, head, footer: itemFooter(item, job, naming) }, job, naming);
}

export interface TableSheet {
  readonly head: PageHead;
  readonly footer: readonly string[];
  readonly table: ExportTable;
}

/** A table on as many pages as it needs. */
export function tableSheets(
  { head, footer, table }: TableSheet,
  job: ExportJob,
  naming: Naming,
): string[] {
  const count = Math.max(1, Math.ceil(table.rows.length / ROWS_A_PAGE));
  const widths = columnWidths(table, BODY.width);
  return Array.from({ length: count }, (_, at) => {
    const rows = table.rows.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE);
    const title = at === 0 ? head.title : `${head.title} (${EXPORT_WORDS[job.language].continued})`;
    const inside = tableSvg({ columns: table.columns, rows }, widths, job);
    return pageSvg({ ...head, title }, inside, footer, job, naming);
  });
}

/** As wide as their texts; where that is too much, those that are wider than their share give way. */
export function columnWidths({ columns, rows }: ExportTable, room: number): number[] {
  const wanted = columns.map((column, at) => {
    const texts = rows.slice(0, 200).map((row) => textWidth(row[at]?.text ?? '', SIZE));
    return Math.max(headWidth(column), ...texts) + 2;
  });
  const free = room - GAP * (columns.length - 1);
  const share = free / Math.max(1, columns.length);
  const narrow = wanted.filter((width) => width <= share);
  const left = free - narrow.reduce((sum, width) => sum + width, 0);
  const most = left / Math.max(1, columns.length - narrow.length);
  return wanted.map((width) => (width <= share ? width : Math.min(width, most)));
}

/** A long head takes two lines. */
function headWidth({ title }: TableColumn): number {
  const words = title.split(' · ');
  return Math.max(...words.map((word) => textWidth(word, SIZE)));
}

function tableSvg(table: ExportTable, widths: readonly number[], job: ExportJob): string {
  const theme = themeOf(job);
  const { gap, end } = spread(widths);
  let x: number = PAGE.margin;
  const parts = table.columns.flatMap((column, at) => {
    const width = widths[at] ?? 0;
    const place = { x, width, theme };
    x += width + gap;
    return columnSvg(column, at, table.rows, place);
  });
  const lines = table.rows.map((_, down) => {
    const y = BODY.top + 70.5 + down * ROW;
    return lineAt(PAGE.margin, y, end, y, theme.line);
  });
  const underHead = BODY.top + 44.5;
  return [lineAt(PAGE.margin, underHead, end, underHead, theme.ink3), ...lines, ...parts].join(
    '\n',
  );
}

/** A table much narrower than the page stays narrow, or the eye loses its rows. */
function spread(widths: readonly number[]) {
  const total = widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
  if (total < BODY.width * 0.6) return { gap: GAP, end: PAGE.margin + total };
  const more = (BODY.width - total) / Math.max(1, widths.length - 1);
  return { gap: GAP + more, end: PAGE.margin + BODY.width };
}

function columnSvg(
  column: TableColumn,
  at: number,
  rows: ExportTable['rows'],
  { x, width, theme }: { x: number; width: number; theme: ChartTheme },
): string[] {
  const fill = at > 0 && column.kind === 'text' ? theme.ink2 : theme.ink;
  const cells = rows.map((row, down) =>
    cellAt(row[at]?.text ?? '', column, { x, y: BODY.top + 62 + down * ROW, width, fill }),
  );
  return [...headCell(column, x, width, theme.ink2), ...cells];
}

function headCell(column: TableColumn, x: number, width: number, fill: string): string[] {
  const words = column.title.split(' · ');
  const first = words.length > 1 ? words.slice(0, -1).join(' · ') : column.title;
  const lines = words.length > 1 ? [first, words.at(-1) ?? ''] : [first];
  return lines.map((line, at) => {
    const y = BODY.top + 36 - (lines.length - 1 - at) * 17;
    return cellAt(line, column, { x, y, width, fill });
  });
}

function cellAt(
  text: string,
  column: TableColumn,
  { x, y, width, fill }: { x: number; y: number; width: number; fill: string },
): string {
  const isNumber = column.kind === 'number';
  const place = Math.round((isNumber ? x + width : x) * 10) / 10;
  return textAt(place, y, fitText(text, SIZE, width + 2), {
    size: SIZE,
    fill,
    anchor: isNumber ? 'end' : 'start',
  });
}
