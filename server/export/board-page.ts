import { textWidth } from '../../shared/board/text-width.ts';
import type { ChartTheme } from '../../shared/chart/chart-theme.ts';
import { formatInteger } from '../../shared/unit/format.ts';
import { chartSvg } from './chart-svg.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import type { KeyFigure } from './figures-page.ts';
import type { Naming } from './naming.ts';
import { type PageHead, pageSvg, stampLine, themeOf } from './page-frame.ts';
import { asOfText } from './provenance.ts';
import {
  type Box,
  type SceneTile,
  sceneTiles,
  TILE_HEAD,
  TILE_ROW,
  type TileTable,
  valueText,
} from './scene-tiles.ts';
import { fitText, textAt } from './svg-parts.ts';
import { EXPORT_WORDS } from './words.ts';

/** A scene on one page, each tile where it stands on the wall. */
export function scenePage(at: number, job: ExportJob, naming: Naming): string {
  const inside = sceneTiles(at, job, naming)
    .map((tile) => tileSvg(tile, job, naming))
    .join('\n');
  return pageSvg(sceneHead(at, job), inside, sceneFooter(at, job), job, naming);
}

export function sceneHead(at: number, job: ExportJob): PageHead {
  const scene = job.scenes?.[at];
  const brief = job.kind === 'brief' ? [job.title] : [];
  return { title: scene?.title ?? job.title, scope: [scene?.scope ?? '', ...brief].join(' · ') };
}

/** As-of, the wall that shows the same, what is not here, who and when. */
export function sceneFooter(at: number, job: ExportJob): string[] {
  const { language } = job;
  const words = EXPORT_WORDS[language];
  const { notShown = [], link } = job.scenes?.[at] ?? {};
  const first = job.items.find(({ scene }) => scene === at);
  return [
    ...(first ? [asOfText(first, language)] : []),
    ...(link ? [`${words.onWall}: ${link}`] : []),
    stampLine(job),
    ...(notShown.length > 0 ? [`${words.notShown}: ${notShown.join('; ')}`] : []),
  ];
}

function tileSvg(tile: SceneTile, job: ExportJob, naming: Naming): string {
  const { box, shown, title, scope } = tile;
  const theme = themeOf(job);
  if (shown.kind === 'figure') return figureSvg(shown.figure, tile, theme);
  const head = [
    lineSvg(title, box, 14, { size: 13, fill: theme.ink }),
    lineSvg(scope, box, 30, { size: 11, fill: theme.ink3 }),
  ];
  const inside = { ...box, y: box.y + TILE_HEAD, height: box.height - TILE_HEAD };
  const body =
    shown.kind === 'rows'
      ? rowsSvg(shown.table, inside, job)
      : drawingSvg(shown.item, inside, job, naming);
  return [...head, body].join('\n');
}

function lineSvg(
  text: string,
  { x, y, width }: Box,
  down: number,
  look: Parameters<typeof textAt>[3],
): string {
  return textAt(round(x), round(y + down), fitText(text, look.size, width), look);
}

function drawingSvg(item: ExportItem, box: Box, job: ExportJob, naming: Naming): string {
  const theme = themeOf(job);
  const svg = chartSvg(item, naming, {
    theme,
    width: Math.round(box.width),
    height: Math.max(40, Math.round(box.height)),
    language: job.language,
    scale: 0.85,
  });
  if (svg === undefined) return lineSvg('—', box, 16, { size: 13, fill: theme.ink2 });
  return `<g transform="translate(${round(box.x)} ${round(box.y)})">${svg}</g>`;
}

function figureSvg(figure: KeyFigure, { box, title, scope }: SceneTile, theme: ChartTheme): string {
  const size = Math.max(14, Math.min(30, box.height - 34));
  const room = Math.max(0, Math.floor((box.height - 22 - size) / 16));
  const fine = [...figure.changes, scope].slice(0, room);
  return [
    lineSvg(title, box, 14, { size: 13, fill: theme.ink2 }),
    lineSvg(valueText(figure), box, 19 + size, { size, fill: theme.ink, weight: 600 }),
    ...fine.map((text, at) => {
      const fill = at < figure.changes.length ? theme.ink2 : theme.ink3;
      return lineSvg(text, box, 36 + size + at * 16, { size: 11, fill });
    }),
  ].join('\n');
}

const CELL_GAP = 14;

/** Names at the left, figures in columns at the right. */
function rowsSvg({ head, rows, leftOut }: TileTable, box: Box, job: ExportJob): string {
  const theme = themeOf(job);
  const widths = cellWidths(head, rows, box.width);
  const edges = widths.map((_, at) => {
    const after = widths.slice(at + 1).reduce((sum, width) => sum + width + CELL_GAP, 0);
    return round(box.x + box.width - after);
  });
  const free = box.width - widths.reduce((sum, width) => sum + width + CELL_GAP, 0);
  const cellsSvg = (cells: readonly string[], y: number, size: number, fill: string) =>
    cells.map((text, at) => {
      const place = edges[at + widths.length - cells.length] ?? box.x + box.width;
      const room = widths[at + widths.length - cells.length] ?? box.width / 2;
      return textAt(place, y, fitText(text, size, room), { size, fill, anchor: 'end' });
    });
  const from = box.y + (head.length > 0 ? TILE_ROW : 0);
  const lines = rows.flatMap(({ label, cells }, at) => {
    const y = round(from + 12 + at * TILE_ROW);
    const name = fitText(label, 12, Math.max(40, free));
    return [
      textAt(round(box.x), y, name, { size: 12, fill: theme.ink2 }),
      ...cellsSvg(cells, y, 12, theme.ink),
    ];
  });
  const y = round(from + 12 + rows.length * TILE_ROW);
  const words = EXPORT_WORDS[job.language].leftOut(formatInteger(leftOut, job.language));
  return [
    ...cellsSvg(head, round(box.y + 12), 11, theme.ink3),
    ...lines,
    ...(leftOut > 0 ? [textAt(round(box.x), y, words, { size: 11, fill: theme.ink3 })] : []),
  ].join('\n');
}

/** As wide as their texts, a head of several words not counted; never more than two thirds of the tile. */
function cellWidths(head: readonly string[], rows: TileTable['rows'], width: number): number[] {
  const count = Math.max(head.length, ...rows.map(({ cells }) => cells.length));
  const wanted = Array.from({ length: count }, (_, at) =>
    Math.max(
      Math.min(72, textWidth(head[at] ?? '', 11)),
      ...rows.map(({ cells }) => textWidth(cells[at - count + cells.length] ?? '', 12)),
    ),
  );
  const most = (width * 2) / 3 - CELL_GAP * count;
  const sum = wanted.reduce((total, each) => total + each, 0);
  return sum <= most ? wanted : wanted.map((each) => (each * most) / sum);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
