import { textWidth } from '../../shared/board/text-width.ts';
import { sceneChanges } from './change-pages.ts';
import { allMeasures } from './definition-page.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import { isFigure, type KeyFigure, keyFigures } from './figures-page.ts';
import type { Naming } from './naming.ts';
import { BODY, headOf, itemFooter, PAGE, stampLine, themeOf } from './page-frame.ts';
import { detailedItems } from './pages-of.ts';
import { drawingOf } from './pptx-drawing.ts';
import { presentationParts, type Slide } from './pptx-parts.ts';
import { sceneSlide } from './pptx-scene.ts';
import { tableShape, textShape } from './pptx-shapes.ts';
import { hex, languageTag, slideOf } from './pptx-slide.ts';
import { asOfText, factsOfStamp, formulaText, sourceText } from './provenance.ts';
import { type ExportTable, tableOf } from './table-of.ts';
import { columnWidths, ROWS_A_PAGE, type TableSheet } from './table-page.ts';
import { EXPORT_WORDS } from './words.ts';
import { coreProperties } from './xlsx-parts.ts';
import { bytesOf, createArchive } from './zip-file.ts';

/** Slides whose words, tables, lines and bars can be edited; maps and what else is no such chart are pictures. */
export async function pptxFile(job: ExportJob, naming: Naming): Promise<Buffer> {
  const slides: Slide[] = [];
  for (const at of (job.scenes ?? []).keys()) slides.push(await sceneSlide(at, job, naming));
  const changes = sceneChanges(job, naming);
  if (changes) slides.push(...sheetSlides(changes, job, naming));
  const items = detailedItems(job, naming);
  slides.push(...figureSlides(items, job, naming));
  for (const item of items.filter((each) => !isFigure(each))) {
    const drawn = await chartSlide(item, job, naming);
    slides.push(...(drawn ? [drawn] : []), ...tableSlides(item, job, naming));
  }
  slides.push(...definitionSlides(job, naming));
  const archive = createArchive();
  const properties = coreProperties(job.title, job.stamp.by, job.stamp.atMs);
  for (const [path, content] of presentationParts(slides, properties)) archive.add(path, content);
  return bytesOf(archive.end());
}

async function chartSlide(
  item: ExportItem,
  job: ExportJob,
  naming: Naming,
): Promise<Slide | undefined> {
  const size = { width: BODY.width, height: BODY.bottom - BODY.top };
  const drawn = await drawingOf(item, size, job, naming);
  if (!drawn) return undefined;
  const head = headOf(item, job, naming);
  const box = { x: PAGE.margin, y: BODY.top, ...size };
  const shape = (id: number) => drawn.shape(id, 'rId2', box, `${head.title}. ${head.scope}`);
  return slideOf(head, itemFooter(item, job, naming), shape, [drawn.media], job, naming);
}

function tableSlides(item: ExportItem, job: ExportJob, naming: Naming): Slide[] {
  const table = tableOf(item, naming, job.language);
  const footer = itemFooter(item, job, naming);
  return sheetSlides({ head: headOf(item, job, naming), footer, table }, job, naming);
}

function sheetSlides({ head, footer, table }: TableSheet, job: ExportJob, naming: Naming): Slide[] {
  const widths = columnWidths(table, BODY.width - 22 * table.columns.length);
  const count = Math.max(1, Math.ceil(table.rows.length / ROWS_A_PAGE));
  return Array.from({ length: count }, (_, at) => {
    const rows = table.rows.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE);
    const shown: ExportTable = { columns: table.columns, rows };
    const body = (id: number) => tableBody(id, shown, widths, job);
    return slideOf(head, footer, body, [], job, naming);
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

function figureSlides(items: readonly ExportItem[], job: ExportJob, naming: Naming): Slide[] {
  const figures = keyFigures(items, job, naming);
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
