import { setImmediate } from 'node:timers/promises';
import {
  cellsOf,
  cellText,
  columnTitles,
  LIST_COLUMNS,
  type ListJob,
  type ListPages,
  listFacts,
} from './list-table.ts';
import type { ListColumn } from './list-words.ts';
import type { Naming } from './naming.ts';
import { openPdf } from './pdf-file.ts';
import { instantText } from './provenance.ts';
import { fitText, wrapText } from './svg-parts.ts';
import { EXPORT_WORDS } from './words.ts';
import { bytesOf } from './zip-file.ts';

/** A PDF is for reading; longer lists are for spreadsheets. */
export const MOST_PDF_ROWS = 20_000;

/** A4 across, points. */
const SHEET = { width: 842, height: 595, margin: 36 } as const;
const ROW = 26;
const LINE = 11;
const SIZE = 8;
const GAP = 8;

interface Stack {
  readonly width: number;
  /** One below the other; one alone may take both lines. */
  readonly columns: readonly [ListColumn] | readonly [ListColumn, ListColumn];
  readonly isNumber?: true;
}

/** All that is told of a dossier, two lines each; codes of what has a name are for spreadsheets. */
const STACKS: readonly Stack[] = [
  { width: 104, columns: ['code', 'agency'] },
  { width: 80, columns: ['unit', 'level'] },
  { width: 98, columns: ['field', 'channel'] },
  { width: 146, columns: ['procedure'] },
  { width: 112, columns: ['status', 'state'] },
  { width: 62, columns: ['received', 'due'] },
  { width: 62, columns: ['closed', 'apology'] },
  { width: 50, columns: ['lateDays', 'hoursLeft'], isNumber: true },
];

/** A list on sheets of A4, each with its head, class, page and who took it. Gives the thread up between sheets. */
export async function listPdf(job: ListJob, pages: ListPages, naming: Naming): Promise<Buffer> {
  const { title, stamp, language } = job;
  const doc = openPdf(title, stamp, language, [SHEET.width, SHEET.height]);
  const bytes = bytesOf(doc);
  let page = 1;
  let y = openSheet(doc, job, page, naming);
  for await (const rows of pages) {
    for (const row of rows) {
      if (y + ROW > SHEET.height - SHEET.margin - 26) {
        await setImmediate();
        page += 1;
        y = openSheet(doc, job, page, naming);
      }
      const texts = cellsOf(row, naming, job).map((cell) => cellText(cell, language));
      drawRow(doc, texts, y, 'plain');
      y += ROW;
    }
  }
  doc.end();
  return bytes;
}

type Doc = PDFKit.PDFDocument;

/** The frame of a sheet; where its first row stands. */
function openSheet(doc: Doc, job: ListJob, page: number, naming: Naming): number {
  const { stamp, language, title } = job;
  const words = EXPORT_WORDS[language];
  const { margin, width, height } = SHEET;
  const demo = naming.pack.pack.demo ? [words.demo] : [];
  const mark = [stamp.classMark, ...demo].join(' · ').toLocaleUpperCase('vi');
  const scope = listFacts(job, naming)
    .slice(1, 4)
    .map(({ label, text }, at) => (at === 1 ? `${label}: ${text}` : text))
    .join(' · ');
  const foot = `${words.by}: ${stamp.by} · ${words.at} ${instantText(stamp.atMs)} · #${stamp.hash.slice(0, 16)} · ${words.page} ${page}`;
  doc.addPage();
  doc.font('strong').fontSize(SIZE);
  const markX = width - margin - doc.widthOfString(mark);
  put(doc, mark, markX, margin + 10, { size: SIZE, font: 'strong', color: '#3f4b58' });
  const wide = width - 2 * margin;
  const head = { size: 15, font: 'strong', color: '#12181f' } as const;
  put(doc, fitText(title, 15, markX - margin - 20), margin, margin + 12, head);
  const quiet = { size: 9, font: 'plain', color: '#3f4b58' } as const;
  put(doc, fitText(scope, 9, wide), margin, margin + 28, quiet);
  put(doc, fitText(foot, SIZE, wide), margin, height - margin, { ...quiet, size: SIZE });
  const titles = columnTitles(language);
  titles[LIST_COLUMNS.indexOf('hoursLeft')] = HOURS_LEFT[language];
  drawRow(doc, titles, margin + 40, 'strong');
  return margin + 40 + ROW + 4;
}

interface Ink {
  readonly size: number;
  readonly font: 'plain' | 'strong';
  readonly color: string;
}

function put(doc: Doc, text: string, x: number, y: number, { size, font, color }: Ink): void {
  doc.font(font).fontSize(size).fillColor(color);
  doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
}

/** The whole title has no room above so narrow a column. */
const HOURS_LEFT = { vi: 'Giờ còn lại', en: 'Hours left' } as const;

function drawRow(doc: Doc, texts: readonly string[], y: number, font: 'plain' | 'strong'): void {
  let x: number = SHEET.margin;
  doc.font(font).fontSize(SIZE);
  for (const stack of STACKS) {
    const first = { x, y: y + 9 };
    for (const [down, text] of linesOf(stack, texts).entries()) {
      doc.fillColor(down === 0 || font === 'strong' ? '#12181f' : '#3f4b58');
      drawLine(doc, text, stack, { ...first, y: first.y + down * LINE });
    }
    x += stack.width + GAP;
  }
  doc.moveTo(SHEET.margin, y + ROW - 2).lineTo(SHEET.width - SHEET.margin, y + ROW - 2);
  doc.lineWidth(0.4).stroke(font === 'strong' ? '#5c6875' : '#d9dfe5');
}

function drawLine(
  doc: Doc,
  text: string,
  { width, isNumber }: Stack,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  if (!text) return;
  const left = isNumber ? x + width - doc.widthOfString(text) : x;
  doc.text(text, left, y, { lineBreak: false, baseline: 'alphabetic' });
}

function linesOf({ columns, width }: Stack, texts: readonly string[]): string[] {
  const [first = '', ...others] = columns.map(
    (column) => texts[LIST_COLUMNS.indexOf(column)] ?? '',
  );
  if (others.length === 0) return wrapText(first, SIZE, width, 2);
  return [first, ...others].map((text) => fitText(text, SIZE, width));
}
