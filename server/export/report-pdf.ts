import { columnNumber } from '../../shared/report/report-sheet.ts';
import { REPORT_FORM_WORDS } from '../../shared/report/report-words.ts';
import { formatInteger } from '../../shared/unit/format.ts';
import { openPdf } from './pdf-file.ts';
import { groupsOf, notesOf, periodLine } from './report-files.ts';
import type { ReportJob, ReportLine } from './report-job.ts';
import { wrapText } from './svg-parts.ts';
import { EXPORT_WORDS } from './words.ts';
import { bytesOf } from './zip-file.ts';

/** A4 across, points. */
const SHEET = { width: 842, height: 595, margin: 36 } as const;
const WIDE = SHEET.width - 2 * SHEET.margin;
const NUMBER = 28;
const NAME = 152;
const SIZE = 8;
const LINE = 10;
const PAD = 4;
/** Heights of the groups, of the columns' names and of their numbers. */
const HEAD = [36, 36, 14] as const;
const SIGNATURES = 96;

type Doc = PDFKit.PDFDocument;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Look {
  readonly align?: 'left' | 'right' | 'center';
  readonly font?: 'plain' | 'strong';
  readonly size?: number;
}

/** The form on sheets of A4, its heads on each, places to sign on the last. */
export async function reportPdf(job: ReportJob): Promise<Buffer> {
  const doc = openPdf(`${job.form.id} ${job.title}`, job.stamp, job.language, [
    SHEET.width,
    SHEET.height,
  ]);
  const bytes = bytesOf(doc);
  let page = 1;
  doc.addPage();
  let y = drawHeads(doc, job, drawTop(doc, job));
  const total = { name: REPORT_FORM_WORDS[job.language].total, values: job.total };
  const rows = [
    ...job.lines.map((line, at) => ({ line, number: String(at + 1) })),
    { line: total, number: '' },
  ];
  const turn = () => {
    drawFoot(doc, job, page);
    page += 1;
    doc.addPage();
    return SHEET.margin;
  };
  for (const { line, number } of rows) {
    const height = heightOf(line);
    if (y + height > SHEET.height - SHEET.margin - LINE * 2) y = drawHeads(doc, job, turn());
    drawLine(doc, job, { line, number, y, height });
    y += height;
  }
  const needed = notesOf(job).length * LINE * 2 + SIGNATURES;
  if (y + needed > SHEET.height - SHEET.margin) y = turn();
  drawEnd(doc, job, y + LINE);
  drawFoot(doc, job, page);
  doc.end();
  return bytes;
}

function put(
  doc: Doc,
  text: string,
  box: Box,
  { align = 'left', font = 'plain', size = SIZE }: Look,
): void {
  const step = size * 1.25;
  doc.font(font).fontSize(size).fillColor('#12181f');
  const lines = wrapText(
    text,
    size,
    box.width - 2 * PAD,
    Math.max(1, Math.floor(box.height / step)),
  );
  let y = box.y + (box.height - lines.length * step) / 2 + size;
  for (const line of lines) {
    const free = box.width - 2 * PAD - doc.widthOfString(line);
    const x = box.x + PAD + (align === 'left' ? 0 : align === 'right' ? free : free / 2);
    doc.text(line, x, y, { lineBreak: false, baseline: 'alphabetic' });
    y += step;
  }
}

function cell(doc: Doc, text: string, box: Box, look: Look): void {
  doc.rect(box.x, box.y, box.width, box.height).lineWidth(0.5).stroke('#5c6875');
  put(doc, text, box, look);
}

/** Form, title, who reports and for when; where the heads begin. */
function drawTop(doc: Doc, job: ReportJob): number {
  const words = REPORT_FORM_WORDS[job.language];
  const { margin } = SHEET;
  const half = WIDE / 2;
  const left = { x: margin, y: margin, width: half, height: LINE * 1.4 };
  put(doc, words.form, left, { font: 'strong', size: 9 });
  put(doc, words.issued, { ...left, y: margin + 14 }, {});
  const right = { ...left, x: margin + half };
  put(doc, `${words.reporter}: ${job.reporter}`, right, { align: 'right' });
  put(doc, `${words.receiver}: ……………………`, { ...right, y: margin + 14 }, { align: 'right' });
  const whole = { x: margin, y: margin + 40, width: WIDE, height: 18 };
  put(doc, job.title.toLocaleUpperCase('vi'), whole, { align: 'center', font: 'strong', size: 11 });
  put(doc, periodLine(job), { ...whole, y: margin + 60 }, { align: 'center', size: 9 });
  put(doc, words.countedIn, { ...whole, y: margin + 80 }, { align: 'right' });
  return margin + 102;
}

const figureWidth = ({ form }: ReportJob) => (WIDE - NUMBER - NAME) / form.columns.length;

function drawHeads(doc: Doc, job: ReportJob, y: number): number {
  const { form, language, rowHead } = job;
  const words = REPORT_FORM_WORDS[language];
  const [groups, names, numbers] = HEAD;
  const wide = figureWidth(job);
  const { margin } = SHEET;
  const look: Look = { align: 'center', font: 'strong', size: 7.5 };
  const x = (at: number) => margin + NUMBER + NAME + at * wide;
  const tall = groups + names;
  cell(doc, words.number, { x: margin, y, width: NUMBER, height: tall }, look);
  cell(doc, rowHead, { x: margin + NUMBER, y, width: NAME, height: tall }, look);
  for (const { group, at, count } of groupsOf(form))
    cell(doc, group[language], { x: x(at), y, width: wide * count, height: groups }, look);
  for (const [at, { name }] of form.columns.entries())
    cell(doc, name[language], { x: x(at), y: y + groups, width: wide, height: names }, look);
  const below = { y: y + tall, height: numbers };
  cell(doc, '(1)', { ...below, x: margin, width: NUMBER }, { align: 'center', size: 7 });
  cell(doc, '(2)', { ...below, x: margin + NUMBER, width: NAME }, { align: 'center', size: 7 });
  for (const at of form.columns.keys())
    cell(doc, columnNumber(at), { ...below, x: x(at), width: wide }, { align: 'center', size: 7 });
  return y + tall + numbers;
}

function heightOf({ name }: ReportLine): number {
  return wrapText(name, SIZE, NAME - 2 * PAD, 3).length * LINE + 6;
}

interface DrawnLine {
  readonly line: ReportLine;
  readonly number: string;
  readonly y: number;
  readonly height: number;
}

function drawLine(doc: Doc, job: ReportJob, { line, number, y, height }: DrawnLine): void {
  const font = number === '' ? 'strong' : 'plain';
  const { margin } = SHEET;
  const wide = figureWidth(job);
  cell(doc, number, { x: margin, y, width: NUMBER, height }, { align: 'center', font });
  cell(doc, line.name, { x: margin + NUMBER, y, width: NAME, height }, { font });
  for (const [at, value] of line.values.entries()) {
    const text = value === null ? '' : formatInteger(value, job.language);
    const x = margin + NUMBER + NAME + at * wide;
    cell(doc, text, { x, y, width: wide, height }, { align: 'right', font });
  }
}

function drawEnd(doc: Doc, job: ReportJob, top: number): void {
  const words = REPORT_FORM_WORDS[job.language];
  let y = top;
  for (const note of notesOf(job)) {
    const lines = wrapText(note, SIZE, WIDE - 2 * PAD, 2).length;
    put(doc, note, { x: SHEET.margin, y, width: WIDE, height: lines * LINE }, {});
    y += lines * LINE + 2;
  }
  const half = WIDE / 2;
  for (const [at, title] of [words.drawnUpBy, words.head].entries()) {
    const box = { x: SHEET.margin + at * half, y: y + LINE, width: half, height: 14 };
    put(doc, title, box, { align: 'center', font: 'strong', size: 9 });
    put(doc, words.sign, { ...box, y: box.y + 14 }, { align: 'center' });
  }
}

function drawFoot(doc: Doc, { form, language }: ReportJob, page: number): void {
  const box = { x: SHEET.margin, y: SHEET.height - SHEET.margin, width: WIDE, height: LINE };
  put(doc, `${form.id} · ${EXPORT_WORDS[language].page} ${page}`, box, { align: 'right', size: 7 });
}
