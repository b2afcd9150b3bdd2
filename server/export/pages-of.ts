import { pictureOf } from '../../shared/chart/picture-of.ts';
import { formatInteger } from '../../shared/unit/format.ts';
import { reasonText } from '../../shared/words/reason.ts';
import { boardPage } from './board-page.ts';
import { chartSvg, layerOf } from './chart-svg.ts';
import { definitionPages } from './definition-page.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import { figurePages, isFigure } from './figures-page.ts';
import { bordersOf, type Naming } from './naming.ts';
import { BODY, headOf, itemFooter, PAGE, pageSvg, themeOf } from './page-frame.ts';
import { textAt } from './svg-parts.ts';
import { tablePages } from './table-page.ts';
import { EXPORT_WORDS } from './words.ts';

/** The one page that a picture shows. */
export function picturePage(job: ExportJob, naming: Naming): string {
  const [item] = job.items;
  if (job.kind === 'board') return boardPage(job, naming);
  if (!item) return pageSvg({ title: job.title, scope: '' }, '', [], job, naming);
  return itemPages(item, { ...job, items: [item] }, naming)[0] ?? '';
}

/** All pages of a document: key figures, then each drawing with its table, then what the figures are. */
export function documentPages(job: ExportJob, naming: Naming): string[] {
  const drawn = job.items.filter((item) => !isFigure(item));
  return [
    ...(job.kind === 'board' ? [boardPage(job, naming)] : []),
    ...figurePages(job.items, job, naming),
    ...drawn.flatMap((item) => {
      const pages = itemPages(item, job, naming);
      return item.chart.form === 'table' ? pages : [...pages, ...tablePages(item, job, naming)];
    }),
    ...definitionPages(job, naming),
  ];
}

function itemPages(item: ExportItem, job: ExportJob, naming: Naming): string[] {
  if (isFigure(item)) return figurePages([item], job, naming);
  if (item.chart.form === 'table') return tablePages(item, job, naming);
  return [chartPage(item, job, naming)];
}

function chartPage(item: ExportItem, job: ExportJob, naming: Naming): string {
  const theme = themeOf(job);
  const { language } = job;
  const box = {
    theme,
    width: BODY.width,
    height: BODY.bottom - BODY.top - 8,
    language,
    scale: 1.1,
  };
  const svg = chartSvg(item, naming, box);
  const left = remarkOn(item, job, naming);
  const place = { x: PAGE.margin, y: BODY.top };
  const inside =
    svg === undefined
      ? textAt(place.x, place.y + 60, reasonText(undefined, language), {
          size: 20,
          fill: theme.ink2,
        })
      : `<g transform="translate(${place.x} ${place.y})">${svg}</g>`;
  const note = left
    ? textAt(PAGE.width - PAGE.margin, BODY.bottom + 12, left, {
        size: 12,
        fill: theme.ink3,
        anchor: 'end',
      })
    : '';
  return pageSvg(
    headOf(item, job, naming),
    inside + note,
    itemFooter(item, job, naming),
    job,
    naming,
  );
}

/** What has no room in the drawing, and that areas are no official ones. */
function remarkOn(item: ExportItem, { language }: ExportJob, naming: Naming): string {
  const { chart, answer, added } = item;
  const { measures, names } = naming;
  const words = EXPORT_WORDS[language];
  const borders = bordersOf(naming, item);
  const { leftOut } = pictureOf({ chart, answer, measures, names, borders, language, added });
  const rest = leftOut > 0 ? [words.leftOut(formatInteger(leftOut, language))] : [];
  return [...rest, ...(layerOf(item, naming)?.schematic ? [words.schematic] : [])].join(' · ');
}
