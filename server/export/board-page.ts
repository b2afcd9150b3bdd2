import { GRID } from '../../shared/board/type-scale.ts';
import { chartSvg } from './chart-svg.ts';
import type { Area, ExportItem, ExportJob } from './export-job.ts';
import { isFigure, keyFigures } from './figures-page.ts';
import type { Naming } from './naming.ts';
import { BODY, PAGE, pageSvg, stampLine, themeOf } from './page-frame.ts';
import { asOfText, scopeLine } from './provenance.ts';
import { fitText, textAt } from './svg-parts.ts';
import { tableOf } from './table-of.ts';
import { EXPORT_WORDS } from './words.ts';

const GAP = 26;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A board on one page, each tile where it stands on the wall; several figures of one tile stand below each other. */
export function boardPage(job: ExportJob, naming: Naming): string {
  const tiles = new Map<string, ExportItem[]>();
  for (const item of job.items) {
    const key = JSON.stringify(item.area ?? null);
    tiles.set(key, [...(tiles.get(key) ?? []), item]);
  }
  const inside = [...tiles.values()].map((items) => tileSvg(items, job, naming)).join('\n');
  const [first] = job.items;
  const { notShown = [], language } = job;
  const missing =
    notShown.length > 0 ? [`${EXPORT_WORDS[language].notShown}: ${notShown.join('; ')}`] : [];
  const footer = [first ? asOfText(first, language) : '', stampLine(job), ...missing];
  const scope = naming.pack.pack.name[job.language];
  return pageSvg({ title: job.title, scope }, inside, footer, job, naming);
}

function boxOf({ x, y, w, h }: Area): Box {
  const column = (BODY.width + GAP) / GRID.columns;
  const row = (BODY.bottom - BODY.top + GAP) / GRID.rows;
  return {
    x: PAGE.margin + x * column,
    y: BODY.top - 8 + y * row,
    width: w * column - GAP,
    height: h * row - GAP,
  };
}

function tileSvg(items: readonly ExportItem[], job: ExportJob, naming: Naming): string {
  const [item] = items;
  if (!item?.area) return '';
  const box = boxOf(item.area);
  if (items.every(isFigure)) return figuresSvg(items, box, job, naming);
  const theme = themeOf(job);
  const scope = scopeLine(item, naming, job.language);
  const head = [
    textAt(round(box.x), round(box.y + 14), fitText(item.chart.title, 13, box.width), {
      size: 13,
      fill: theme.ink,
    }),
    textAt(round(box.x), round(box.y + 30), fitText(scope, 11, box.width), {
      size: 11,
      fill: theme.ink3,
    }),
  ];
  const height = box.height - 40;
  const svg = chartSvg(item, naming, {
    theme,
    width: Math.round(box.width),
    height: Math.max(40, Math.round(height)),
    language: job.language,
    scale: 0.85,
  });
  const body = svg
    ? `<g transform="translate(${round(box.x)} ${round(box.y + 40)})">${svg}</g>`
    : rowsSvg(item, { ...box, y: box.y + 40, height }, job, naming);
  return [...head, body].join('\n');
}

function figuresSvg(
  items: readonly ExportItem[],
  box: Box,
  job: ExportJob,
  naming: Naming,
): string {
  const theme = themeOf(job);
  const figures = keyFigures(items, job, naming);
  const step = Math.min(74, box.height / Math.max(1, figures.length));
  return figures
    .map(({ label, value, unit, changes }, at) => {
      const y = box.y + at * step;
      const size = Math.max(14, Math.min(30, step - 34));
      const line = [`${value}${unit === '%' ? '%' : ''}`, unit === '%' ? '' : unit]
        .filter(Boolean)
        .join(' ');
      const parts = [
        textAt(round(box.x), round(y + 14), fitText(label, 13, box.width), {
          size: 13,
          fill: theme.ink2,
        }),
        textAt(round(box.x), round(y + 19 + size), fitText(line, size, box.width), {
          size,
          fill: theme.ink,
          weight: 600,
        }),
      ];
      const fits = step >= 66 && changes[0];
      const change = fits
        ? [
            textAt(round(box.x), round(y + 36 + size), fitText(changes[0] ?? '', 11, box.width), {
              size: 11,
              fill: theme.ink3,
            }),
          ]
        : [];
      return [...parts, ...change].join('\n');
    })
    .join('\n');
}

/** What no drawing shows, as lines: names at the left, figures at the right. */
function rowsSvg(item: ExportItem, box: Box, job: ExportJob, naming: Naming): string {
  const theme = themeOf(job);
  const { columns, rows } = tableOf(item, naming, job.language);
  const step = 18;
  const room = Math.max(1, Math.floor(box.height / step));
  const shown = rows.slice(0, rows.length > room ? room - 1 : room);
  const lines = shown.map((row, at) => {
    const y = round(box.y + 12 + at * step);
    const texts = (kind: 'text' | 'number') =>
      row.filter((_, column) => columns[column]?.kind === kind).map(({ text }) => text);
    const right = texts('number').slice(0, 3).join('   ');
    return [
      textAt(round(box.x), y, fitText(texts('text').join(' · '), 12, box.width * 0.6), {
        size: 12,
        fill: theme.ink2,
      }),
      textAt(round(box.x + box.width), y, right, { size: 12, fill: theme.ink, anchor: 'end' }),
    ].join('\n');
  });
  const left = rows.length - shown.length;
  const y = round(box.y + 12 + shown.length * step);
  const words = EXPORT_WORDS[job.language];
  const rest =
    left > 0
      ? [textAt(round(box.x), y, words.leftOut(String(left)), { size: 11, fill: theme.ink3 })]
      : [];
  return [...lines, ...rest].join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
