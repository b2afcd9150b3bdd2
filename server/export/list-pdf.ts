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
import { fitText } from './svg-parts.ts';
import { EXPORT_WORDS } from './words.ts';
import { bytesOf } from './zip-file.ts';

/** A PDF is for reading; longer lists are for spreadsheets. */
export const MOST_PDF_ROWS = 20_000;

/** A4 across, points. */
const SHEET = { width: 842, height: 595, margin: 36 } as const;
const ROW = 15;
const SIZE = 8;
const GAP = 8;
const SHOWN: readonly (readonly [ListColumn, number])[] = [
  ['code', 112],
  ['unit', 82],
  ['field', 112],
  ['procedure', 134],
  ['status', 66],
  ['received', 64],
  ['due', 52],
  ['state', 92],
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
      drawRow(doc, shownTexts(cellsOf(row, naming, language).map(cellText)), y, 'plain');
      y += ROW;
    }
  }
  doc.end();
  return bytes;
}

function shownTexts(texts: readonly string[]): string[] {
  return SHOWN.map(([column]) => texts[LIST_COLUMNS.indexOf(column)] ?? '');
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
  drawRow(doc, shownTexts(columnTitles(language)), margin + 40, 'strong');
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

function drawRow(doc: Doc, texts: readonly string[], y: number, font: 'plain' | 'strong'): void {
  let x: number = SHEET.margin;
  doc.font(font).fontSize(SIZE).fillColor('#12181f');
  for (const [at, [, width]] of SHOWN.entries()) {
    const text = fitText(texts[at] ?? '', SIZE, width);
    if (text) doc.text(text, x, y + 10, { lineBreak: false, baseline: 'alphabetic' });
    x += width + GAP;
  }
  doc.moveTo(SHEET.margin, y + ROW - 1).lineTo(SHEET.width - SHEET.margin, y + ROW - 1);
  doc.lineWidth(0.4).stroke(font === 'strong' ? '#5c6875' : '#d9dfe5');
}
