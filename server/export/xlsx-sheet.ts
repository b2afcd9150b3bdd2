import { toNfc } from '../../shared/unit/text.ts';
import { looksLikeFormula } from './plain-text.ts';
import { xmlText } from './svg-parts.ts';
import { columnName, SHEET_OPEN, STYLE } from './xlsx-parts.ts';

/** Excel's own limit of a text. */
const MOST_CHARACTERS = 32_767;

/** A cell to be written: a number keeps its type, a text is never a formula. */
export type SheetCell =
  | { readonly text: string; readonly style?: number }
  | { readonly value: number; readonly style: number };

/** One row; `number` is its place from 1, its height is in points. Empty texts make no cell. */
export function rowXml(
  number: number,
  cells: readonly (SheetCell | undefined)[],
  height?: number,
): string {
  let xml = `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell) xml += cellXml(`${columnName(at)}${number}`, cell);
  }
  return `${xml}</row>`;
}

function cellXml(place: string, cell: SheetCell): string {
  if ('value' in cell) return `<c r="${place}" s="${cell.style}"><v>${cell.value}</v></c>`;
  if (cell.text === '') return '';
  const text = toNfc(cell.text).slice(0, MOST_CHARACTERS);
  const style = looksLikeFormula(text) ? STYLE.quoted : (cell.style ?? STYLE.plain);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** Before the rows: the head stays in sight, columns have their widths (characters). */
export function sheetStart(widths: readonly number[], frozenRows: number): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane =
    frozenRows > 0
      ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
      : '';
  return `${SHEET_OPEN}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

/** As wide as a sheet of A4 across, and as long as it is. */
const A4_ACROSS =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** After the rows; `filter` is the range of a table with its head, `merged` are ranges shown as one cell. */
export function sheetEnd(filter?: string, merged: readonly string[] = []): string {
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const merges = ranges ? `<mergeCells count="${merged.length}">${ranges}</mergeCells>` : '';
  return `</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}${merges}${A4_ACROSS}</worksheet>`;
}

/** Width of a column in characters for its longest text. */
export function widthFor(texts: readonly string[]): number {
  return Math.min(60, Math.max(8, ...texts.map((text) => text.length + 2)));
}
