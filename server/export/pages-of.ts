import { pictureOf } from '../../shared/chart/picture-of.ts';
import { formatInteger } from '../../shared/unit/format.ts';
import { reasonText } from '../../shared/words/reason.ts';
import { scenePage } from './board-page.ts';
import { changePages } from './change-pages.ts';
import { chartSvg, layerOf } from './chart-svg.ts';
import { definitionPages } from './definition-page.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import { figurePages, isFigure } from './figures-page.ts';
import { bordersOf, type Naming } from './naming.ts';
import { BODY, headOf, itemFooter, PAGE, pageSvg, themeOf } from './page-frame.ts';
import { sceneTiles } from './scene-tiles.ts';
import { textAt } from './svg-parts.ts';
import { tablePages } from './table-page.ts';
import { EXPORT_WORDS } from './words.ts';

/** The one page that a picture shows; of a brief its pages one below the other, without tables and definitions. */
export function picturePage(job: ExportJob, naming: Naming): string {
  const [item] = job.items;
  if (job.kind === 'brief') return stackPages(briefPages(job, naming));
  if (job.scenes?.length) return scenePage(0, job, naming);
  if (!item) return pageSvg({ title: job.title, scope: '' }, '', [], job, naming);
  return itemPages(item, { ...job, items: [item] }, naming)[0] ?? '';
}

function briefPages(job: ExportJob, naming: Naming): string[] {
  const scenes = (job.scenes ?? []).map((_, at) => scenePage(at, job, naming));
  const items = detailedItems(job, naming).filter(({ scene }) => scene === undefined);
  const drawn = items
    .filter((item) => !isFigure(item))
    .flatMap((item) => itemPages(item, job, naming).slice(0, 1));
  const changes = changePages(job, naming).slice(0, MOST_CHANGE_PAGES);
  return [...scenes, ...changes, ...figurePages(items, job, naming), ...drawn];
}

/** What changed is told whole in documents; a picture has the first of it. */
const MOST_CHANGE_PAGES = 1;

function stackPages(pages: readonly string[]): string {
  const height = PAGE.height * pages.length;
  const parts = pages.map((page, at) => page.replace('<svg ', `<svg y="${PAGE.height * at}" `));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${height}" viewBox="0 0 ${PAGE.width} ${height}">`,
    ...parts,
    '</svg>',
  ].join('\n');
}

/**
 * All pages of a document: scenes and what changed on them, key figures, then each drawing with its table, then what the
 * figures are.
 */
export function documentPages(job: ExportJob, naming: Naming): string[] {
  const scenes = job.scenes ?? [];
  const items = detailedItems(job, naming);
  return [
    ...scenes.map((_, at) => scenePage(at, job, naming)),
    ...changePages(job, naming),
    ...figurePages(items, job, naming),
    ...items
      .filter((item) => !isFigure(item))
      .flatMap((item) => {
        const pages = itemPages(item, job, naming);
        return item.chart.form === 'table' ? pages : [...pages, ...tablePages(item, job, naming)];
      }),
    ...definitionPages(job, naming),
  ];
}

/** Items with pages of their own: all of a board's, in a brief those that its scenes do not show whole. */
export function detailedItems(job: ExportJob, naming: Naming): ExportItem[] {
  if (job.kind !== 'brief') return [...job.items];
  const cut = (job.scenes ?? []).flatMap((_, at) =>
    sceneTiles(at, job, naming)
      .filter(({ shown }) => shown.kind === 'rows' && shown.table.leftOut > 0)
      .flatMap(({ items }) => items),
  );
  return job.items.filter((item) => item.scene === undefined || cut.includes(item));
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
