import { textWidth } from '../../shared/board/text-width.ts';
import type { Measure } from '../../shared/measure/measure.ts';
import { textOfPublished } from '../../shared/published/figure-text.ts';
import type { Cell } from '../../shared/query/answer.ts';
import type { Language } from '../../shared/unit/format.ts';
import { formatDate } from '../../shared/unit/format-time.ts';
import { changeText, compareWords, figureText } from '../../shared/words/figure.ts';
import { reasonText } from '../../shared/words/reason.ts';
import { differenceOf } from './difference.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import type { Naming } from './naming.ts';
import { BODY, PAGE, pageSvg, stampLine, themeOf } from './page-frame.ts';
import { asOfText, formulaText, measuresOf, scopeLine } from './provenance.ts';
import { fitText, textAt, wrapText } from './svg-parts.ts';
import { EXPORT_WORDS } from './words.ts';

const COLUMNS = 4;
const LINES = 3;
const GAP = 32;
const WIDTH = (BODY.width - GAP * (COLUMNS - 1)) / COLUMNS;
const HEIGHT = (BODY.bottom - BODY.top) / LINES;

/** One figure of an item of one row: what stands on a page of key figures. */
export interface KeyFigure {
  readonly item: ExportItem;
  readonly measure: string;
  readonly label: string;
  readonly scope: string;
  readonly value: string;
  readonly unit: string;
  /** On what it is compared with, and on the brief before. */
  readonly changes: readonly string[];
  /** The second of them without words. */
  readonly since?: string | undefined;
}

/** Items of one row are figures; all others are drawn. */
export function isFigure({ chart, answer, figure }: ExportItem): boolean {
  if (figure) return true;
  const { by, grain } = chart.query;
  return chart.form === 'table' && !by?.length && grain === undefined && answer.rows.length <= 1;
}

export function keyFigures(
  items: readonly ExportItem[],
  job: ExportJob,
  naming: Naming,
): KeyFigure[] {
  return items.filter(isFigure).flatMap((item) => {
    const ids = item.chart.measures ?? item.chart.query.measures;
    return ids.map((id): KeyFigure => {
      const measure = naming.measures.get(id);
      const cell = item.answer.rows[0]?.values[id];
      const { value, unit } =
        printedText(item, measure, job) ?? figureText(cell, measure, job.language);
      const since = sinceOf(item, id, measure, job.language);
      const name = measure?.shortName[job.language] ?? id;
      return {
        item,
        measure: id,
        label: ids.length > 1 ? `${item.chart.title} · ${name}` : item.chart.title,
        scope: scopeLine(item, naming, job.language),
        value,
        unit: cell && cell.value !== null ? unit : reasonText(cell?.reason, job.language),
        changes: changesOf(item, cell, measure, since, job),
        since,
      };
    });
  });
}

/** As its printed figure is told: `17/23`, `+14,43 điểm %`. */
function printedText(
  { figure, answer }: ExportItem,
  measure: Measure | undefined,
  { language }: ExportJob,
) {
  const value = figure && textOfPublished(figure, answer.rows, measure, language);
  return value === undefined ? undefined : { value, unit: '' };
}

/** How the figure changed since the brief before; of a part of one nothing is told. */
function sinceOf(
  { answer, before, figure }: ExportItem,
  id: string,
  measure: Measure | undefined,
  language: Language,
): string | undefined {
  if (figure?.of !== undefined && figure.of !== 'value') return undefined;
  const [row] = answer.rows;
  return differenceOf(row?.values[id], before?.[row?.key ?? '']?.[id], measure, language);
}

function changesOf(
  item: ExportItem,
  cell: Cell | undefined,
  measure: Measure | undefined,
  since: string | undefined,
  { language, beforeMs }: ExportJob,
): string[] {
  const change = changeText(cell, measure, language);
  const words = compareWords(item.chart.query.compare, language);
  const when = beforeMs === undefined ? '' : EXPORT_WORDS[language].since(formatDate(beforeMs));
  return [change && `${change.text} ${words}`, since && when && `${since} ${when}`].filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
}

/** Key figures in a grid, twelve a page. */
export function figurePages(
  items: readonly ExportItem[],
  job: ExportJob,
  naming: Naming,
): string[] {
  const figures = keyFigures(items, job, naming);
  const theme = themeOf(job);
  const pages: string[] = [];
  for (let first = 0; first < figures.length; first += COLUMNS * LINES) {
    const own = figures.slice(first, first + COLUMNS * LINES);
    const inside = own.map((figure, at) => figureSvg(figure, at, theme)).join('\n');
    const scope = sharedScope(own) ?? naming.pack.pack.name[job.language];
    pages.push(
      pageSvg({ title: job.title, scope }, inside, footerOf(own, job, naming), job, naming),
    );
  }
  return pages;
}

function sharedScope(figures: readonly KeyFigure[]): string | undefined {
  const scopes = new Set(figures.map(({ scope }) => scope));
  return scopes.size === 1 ? figures[0]?.scope : undefined;
}

function figureSvg(figure: KeyFigure, at: number, theme: ReturnType<typeof themeOf>): string {
  const x = PAGE.margin + (at % COLUMNS) * (WIDTH + GAP);
  const y = BODY.top + Math.floor(at / COLUMNS) * HEIGHT + 12;
  const isPercent = figure.unit === '%';
  const value = isPercent ? `${figure.value}%` : figure.value;
  const size = textWidth(value, 40) > WIDTH * 0.72 ? 30 : 40;
  const unitX = Math.round(x + textWidth(value, size) + 6);
  const label = wrapText(figure.label, 14, WIDTH, 2);
  const valueY = y + 34 + label.length * 19;
  const unit = isPercent ? '' : fitText(figure.unit, 15, x + WIDTH - unitX);
  const lines = [...figure.changes.slice(0, 2), figure.scope];
  return [
    ...label.map((line, down) => textAt(x, y + down * 19, line, { size: 14, fill: theme.ink2 })),
    textAt(x, valueY, value, { size, fill: theme.ink, weight: 600 }),
    ...(unit ? [textAt(unitX, valueY, unit, { size: 15, fill: theme.ink2 })] : []),
    ...lines.map((line, down) =>
      textAt(x, valueY + 24 + down * 17, fitText(line, 12, WIDTH), {
        size: 12,
        fill: down < figure.changes.length ? theme.ink2 : theme.ink3,
      }),
    ),
  ].join('\n');
}

function footerOf(figures: readonly KeyFigure[], job: ExportJob, naming: Naming): string[] {
  const { language } = job;
  const measures = figures.flatMap(({ item }) => measuresOf(item, naming));
  const formulas = [...new Set(measures.map((each) => formulaText(each, language)))];
  const [first] = figures;
  return [
    `${EXPORT_WORDS[language].formula}: ${formulas.join(' · ')}`,
    first ? asOfText(first.item, language) : '',
    stampLine(job),
  ];
}
