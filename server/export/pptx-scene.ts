import { textWidth } from '../../shared/board/text-width.ts';
import { formatInteger } from '../../shared/unit/format.ts';
import { sceneFooter, sceneHead } from './board-page.ts';
import type { ExportJob } from './export-job.ts';
import type { KeyFigure } from './figures-page.ts';
import type { Naming } from './naming.ts';
import { themeOf } from './page-frame.ts';
import { drawingOf } from './pptx-drawing.ts';
import type { Slide, SlideMedia } from './pptx-parts.ts';
import { tableShape, textShape } from './pptx-shapes.ts';
import { hex, languageTag, slideOf } from './pptx-slide.ts';
import {
  type Box,
  type SceneTile,
  sceneTiles,
  TILE_HEAD,
  TILE_ROW,
  type TileTable,
  valueText,
} from './scene-tiles.ts';
import { EXPORT_WORDS } from './words.ts';

/** Writes a shape under an id that is free on its slide. */
type Shape = (id: number) => string;

/** A scene as a slide, each tile where it stands on the wall: texts, tables and charts that can be edited, maps as pictures. */
export async function sceneSlide(at: number, job: ExportJob, naming: Naming): Promise<Slide> {
  const shapes: Shape[] = [];
  const media: SlideMedia[] = [];
  for (const tile of sceneTiles(at, job, naming)) {
    const { shown, box, title, scope } = tile;
    if (shown.kind === 'figure') {
      shapes.push(figureShape(shown.figure, tile, job));
      continue;
    }
    shapes.push(headShape(tile, job));
    const inside = { ...box, y: box.y + TILE_HEAD, height: box.height - TILE_HEAD };
    if (shown.kind === 'rows') {
      shapes.push(...rowShapes(shown.table, inside, job));
      continue;
    }
    const drawn = await drawingOf(shown.item, { ...inside, scale: 0.85 }, job, naming);
    if (!drawn) continue;
    media.push(drawn.media);
    const relation = `rId${media.length + 1}`;
    shapes.push((id) => drawn.shape(id, relation, inside, `${title}. ${scope}`));
  }
  const body = (first: number) => shapes.map((shape, place) => shape(first + place)).join('');
  return slideOf(sceneHead(at, job), sceneFooter(at, job), body, media, job, naming);
}

function headShape({ box, title, scope }: SceneTile, job: ExportJob): Shape {
  const theme = themeOf(job);
  const lines = [
    { text: title, look: { size: 13, color: hex(theme.ink) } },
    ...(scope ? [{ text: scope, look: { size: 11, color: hex(theme.ink3) } }] : []),
  ];
  const head = { ...box, height: TILE_HEAD };
  return (id) => textShape(id, { name: title, box: head, lines }, languageTag(job));
}

function figureShape(figure: KeyFigure, { box, title, scope }: SceneTile, job: ExportJob): Shape {
  const theme = themeOf(job);
  const text = valueText(figure);
  const fits = Math.max(14, Math.min(30, box.height - 40));
  const size = textWidth(text, fits) > box.width ? fits * 0.7 : fits;
  const room = Math.max(0, Math.floor((box.height - 26 - size * 1.2) / 15));
  const fine = [...figure.changes, scope].slice(0, room);
  const lines = [
    { text: title, look: { size: 13, color: hex(theme.ink2) } },
    { text, look: { size, color: hex(theme.ink), isStrong: true } },
    ...fine.map((line) => ({ text: line, look: { size: 11, color: hex(theme.ink3) } })),
  ];
  return (id) => textShape(id, { name: title, box, lines }, languageTag(job));
}

function rowShapes({ head, rows, leftOut }: TileTable, box: Box, job: ExportJob): Shape[] {
  const theme = themeOf(job);
  const cells = Math.max(head.length, ...rows.map((row) => row.cells.length));
  const line = (label: string, texts: readonly string[]) => [
    label,
    ...Array.from({ length: cells - texts.length }, () => ''),
    ...texts,
  ];
  const words = EXPORT_WORDS[job.language].leftOut(formatInteger(leftOut, job.language));
  const texts = [
    ...(head.length > 0 ? [line('', head)] : []),
    ...rows.map((row) => line(row.label, row.cells)),
    ...(leftOut > 0 ? [line(words, [])] : []),
  ];
  const cell = Math.min(110, (box.width * 0.62) / Math.max(1, cells));
  const table = {
    box: { ...box, height: TILE_ROW * texts.length },
    widths: [box.width - cell * cells, ...Array.from({ length: cells }, () => cell)],
    rowHeight: TILE_ROW,
    fontSize: 11,
    hasHead: head.length > 0,
    rows: texts,
    isNumber: [false, ...Array.from({ length: cells }, () => true)],
    ink: hex(theme.ink),
    quiet: hex(theme.ink2),
    line: hex(theme.line),
  };
  return [(id) => tableShape(id, table, languageTag(job))];
}
