import { textWidth } from '../../shared/board/text-width.ts';
import { chartSvg } from './chart-svg.ts';
import { allMeasures } from './definition-page.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import { isFigure, type KeyFigure, keyFigures } from './figures-page.ts';
import type { Naming } from './naming.ts';
import { BODY, headOf, itemFooter, PAGE, type PageHead, stampLine, themeOf } from './page-frame.ts';
import { pngFile } from './picture-file.ts';
import { presentationParts, type Slide } from './pptx-parts.ts';
import {
  pictureShape,
  type RunLook,
  type TextShape,
  tableShape,
  textShape,
} from './pptx-shapes.ts';
import { asOfText, factsOfStamp, formulaText, sourceText } from './provenance.ts';
import { type ExportTable, tableOf } from './table-of.ts';
import { columnWidths, ROWS_A_PAGE } from './table-page.ts';
import { EXPORT_WORDS } from './words.ts';
import { coreProperties } from './xlsx-parts.ts';
import { bytesOf, createArchive } from './zip-file.ts';

/** Device pixels of a picture's pixel on a slide. */
const PICTURE_SCALE = 2;

/** Slides whose words and tables can be edited; a chart is a picture, and its figures follow as a table. */
export async function pptxFile(job: ExportJob, naming: Naming): Promise<Buffer> {
  const slides: Slide[] = [...figureSlides(job, naming)];
  for (const item of job.items.filter((each) => !isFigure(each))) {
    const drawn = await chartSlide(item, job, naming);
    slides.push(...(drawn ? [drawn] : []), ...tableSlides(item, job, naming));
  }
  slides.push(...definitionSlides(job, naming));
  const archive = createArchive();
  const properties = coreProperties(job.title, job.stamp.by, job.stamp.atMs);
  for (const [path, content] of presentationParts(slides, properties)) archive.add(path, content);
  return bytesOf(archive.end());
}

const hex = (color: string) => color.slice(1).toUpperCase();

/** What every slide carries around its body. */
function slideOf(
  { title, scope }: PageHead,
  footer: readonly string[],
  body: (firstId: number) => string,
  pictures: readonly Uint8Array[],
  job: ExportJob,
  naming: Naming,
): Slide {
  const theme = themeOf(job);
  const ink = (size: number, color: string, more: Partial<RunLook> = {}): RunLook => ({
    size,
    color: hex(color),
    ...more,
  });
  const { margin } = PAGE;
  const width = BODY.width;
  const mark = [
    job.stamp.classMark.toLocaleUpperCase('vi'),
    ...(naming.pack.pack.demo ? [EXPORT_WORDS[job.language].demo.toLocaleUpperCase('vi')] : []),
  ].join(' · ');
  const shapes: TextShape[] = [
    {
      name: 'Title',
      isTitle: true,
      anchor: 'b',
      box: { x: margin, y: 44, width, height: 54 },
      lines: [{ text: title, look: ink(26, theme.ink, { isStrong: true }) }],
    },
    {
      name: 'Province',
      box: { x: margin, y: 22, width: width / 2, height: 20 },
      lines: [{ text: naming.pack.pack.name[job.language], look: ink(13, theme.ink3) }],
    },
    {
      name: 'Class',
      box: { x: margin + width / 2, y: 22, width: width / 2, height: 20 },
      lines: [{ text: mark, look: ink(12, theme.ink2, { isStrong: true, align: 'r' }) }],
    },
    {
      name: 'Scope',
      box: { x: margin, y: 102, width, height: 24 },
      lines: [{ text: scope, look: ink(15, theme.ink2) }],
    },
    {
      name: 'Source',
      box: { x: margin, y: BODY.bottom + 26, width, height: 90 },
      lines: footer.map((text) => ({ text, look: ink(11, theme.ink3) })),
    },
  ];
  const frame = shapes.map((shape, at) => textShape(at + 2, shape, languageTag(job))).join('');
  return { shapes: frame + body(shapes.length + 2), ground: hex(theme.ground), pictures };
}

const languageTag = ({ language }: ExportJob) => (language === 'vi' ? 'vi-VN' : 'en-GB');

async function chartSlide(
  item: ExportItem,
  job: ExportJob,
  naming: Naming,
): Promise<Slide | undefined> {
  const theme = themeOf(job);
  const size = { width: BODY.width, height: BODY.bottom - BODY.top };
  const { language } = job;
  const svg = chartSvg(item, naming, { theme, ...size, language, scale: 1.1 });
  if (svg === undefined) return undefined;
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${svg}</svg>`;
  const png = await pngFile(page, PICTURE_SCALE);
  const head = headOf(item, job, naming);
  const box = { x: PAGE.margin, y: BODY.top, ...size };
  const picture = (id: number) => pictureShape(id, 'rId2', box, `${head.title}. ${head.scope}`);
  return slideOf(head, itemFooter(item, job, naming), picture, [png], job, naming);
}

function tableSlides(item: ExportItem, job: ExportJob, naming: Naming): Slide[] {
  const table = tableOf(item, naming, job.language);
  const widths = columnWidths(table, BODY.width);
  const head = headOf(item, job, naming);
  const count = Math.max(1, Math.ceil(table.rows.length / ROWS_A_PAGE));
  return Array.from({ length: count }, (_, at) => {
    const rows = table.rows.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE);
    const shown: ExportTable = { columns: table.columns, rows };
    const body = (id: number) => tableBody(id, shown, widths, job);
    return slideOf(head, itemFooter(item, job, naming), body, [], job, naming);
  });
}

function tableBody(
  id: number,
  { columns, rows }: ExportTable,
  widths: readonly number[],
  job: ExportJob,
): string {
  const theme = themeOf(job);
  const rowHeight = 24;
  const roomy = widths.map((width) => width + 22);
  const box = {
    x: PAGE.margin,
    y: BODY.top,
    width: roomy.reduce((sum, width) => sum + width, 0),
    height: rowHeight * (rows.length + 1),
  };
  const texts = [
    columns.map(({ title }) => title),
    ...rows.map((row) => row.map(({ text }) => text)),
  ];
  const isNumber = columns.map(({ kind }) => kind === 'number');
  const colors = { ink: hex(theme.ink), quiet: hex(theme.ink2), line: hex(theme.line) };
  return tableShape(
    id,
    { box, widths: roomy, rowHeight, rows: texts, isNumber, ...colors },
    languageTag(job),
  );
}

const COLUMNS = 4;
const FIGURES_A_SLIDE = 12;

function figureSlides(job: ExportJob, naming: Naming): Slide[] {
  const figures = keyFigures(job.items, job, naming);
  const count = Math.ceil(figures.length / FIGURES_A_SLIDE);
  return Array.from({ length: count }, (_, at) => {
    const own = figures.slice(at * FIGURES_A_SLIDE, (at + 1) * FIGURES_A_SLIDE);
    const body = (id: number) =>
      own.map((figure, place) => figureShape(id + place, figure, place, job)).join('');
    const [first] = own;
    const footer = [first ? asOfText(first.item, job.language) : '', stampLine(job)];
    const head = { title: job.title, scope: naming.pack.pack.name[job.language] };
    return slideOf(head, footer, body, [], job, naming);
  });
}

function figureShape(id: number, figure: KeyFigure, place: number, job: ExportJob): string {
  const theme = themeOf(job);
  const gap = 32;
  const width = (BODY.width - gap * (COLUMNS - 1)) / COLUMNS;
  const height = (BODY.bottom - BODY.top) / 3;
  const text = [figure.value, figure.unit].filter(Boolean).join(figure.unit === '%' ? '' : ' ');
  const size = textWidth(text, 34) > width ? 24 : 34;
  const fine = (line: string, color: string) => ({
    text: line,
    look: { size: 12, color: hex(color) },
  });
  const box = {
    x: PAGE.margin + (place % COLUMNS) * (width + gap),
    y: BODY.top + Math.floor(place / COLUMNS) * height,
    width,
    height: height - 8,
  };
  const lines = [
    { text: figure.label, look: { size: 14, color: hex(theme.ink2) } },
    { text, look: { size, color: hex(theme.ink), isStrong: true } },
    ...figure.changes.map((line) => fine(line, theme.ink2)),
    fine(figure.scope, theme.ink3),
  ];
  return textShape(id, { name: figure.label, box, lines }, languageTag(job));
}

function definitionSlides(job: ExportJob, naming: Naming): Slide[] {
  const { language } = job;
  const words = EXPORT_WORDS[language];
  const theme = themeOf(job);
  const rows = allMeasures(job, naming).map((measure) => [
    formulaText(measure, language),
    `${words.legalBasis}: ${measure.legalBasis[language]}`,
    `${words.source}: ${sourceText(measure, naming, language)}`,
  ]);
  const facts = factsOfStamp(job).map(({ label, text }) => `${label}: ${text}`);
  const blocks = [...rows, facts];
  const PER_SLIDE = 4;
  return Array.from({ length: Math.ceil(blocks.length / PER_SLIDE) }, (_, at) => {
    const own = blocks.slice(at * PER_SLIDE, (at + 1) * PER_SLIDE);
    const lines = own.flatMap((block) => [
      ...block.map((text, order) => ({
        text,
        look: {
          size: 13,
          color: hex(order === 0 ? theme.ink : theme.ink2),
          isStrong: order === 0 && block !== facts,
        },
      })),
      { text: ' ', look: { size: 8, color: hex(theme.ink2) } },
    ]);
    const box = { x: PAGE.margin, y: BODY.top, width: BODY.width, height: BODY.bottom - BODY.top };
    const body = (id: number) =>
      textShape(id, { name: words.definitions, box, lines }, languageTag(job));
    return slideOf(
      { title: words.definitions, scope: job.title },
      [stampLine(job)],
      body,
      [],
      job,
      naming,
    );
  });
}
