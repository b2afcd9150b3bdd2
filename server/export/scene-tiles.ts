import { GRID } from '../../shared/board/type-scale.ts';
import type { Cell } from '../../shared/query/answer.ts';
import type { Area, ExportItem, ExportJob, FixedFigure } from './export-job.ts';
import { isFigure, type KeyFigure, keyFigures } from './figures-page.ts';
import type { Naming } from './naming.ts';
import { BODY, PAGE } from './page-frame.ts';
import { scopeLine } from './provenance.ts';
import { tableOf } from './table-of.ts';
import { EXPORT_WORDS } from './words.ts';

const GAP = 26;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A name at the left, figures at the right. */
export interface TileRow {
  readonly label: string;
  readonly cells: readonly string[];
}

/** Rows of a tile that have room; `head` names the figures where there is more than one. */
export interface TileTable {
  readonly head: readonly string[];
  readonly rows: readonly TileRow[];
  readonly leftOut: number;
}

/** A tile of a scene, laid out once for pages and slides: one figure, a drawing or rows. */
export interface SceneTile {
  readonly box: Box;
  readonly title: string;
  readonly scope: string;
  readonly items: readonly ExportItem[];
  readonly shown:
    | { readonly kind: 'figure'; readonly figure: KeyFigure }
    | { readonly kind: 'drawing'; readonly item: ExportItem }
    | { readonly kind: 'rows'; readonly table: TileTable };
}

/** Px from the top of a tile to its content, of a row, and of the last one. */
export const TILE_HEAD = 38;
export const TILE_ROW = 18;

/** The tiles of the scene at a place of the job, in the order of its board. */
export function sceneTiles(at: number, job: ExportJob, naming: Naming): SceneTile[] {
  const items = job.items.filter(({ scene }) => scene === at);
  const fixed = job.scenes?.[at]?.fixed ?? [];
  const areas = new Map(
    [...items, ...fixed].flatMap(({ area }) => (area ? [[JSON.stringify(area), area]] : [])),
  );
  return [...areas.values()].flatMap((area) => {
    const isHere = (each: { readonly area?: Area | undefined }) =>
      each.area !== undefined && JSON.stringify(each.area) === JSON.stringify(area);
    return tileOf(area, items.filter(isHere), fixed.filter(isHere), job, naming);
  });
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

function tileOf(
  area: Area,
  items: readonly ExportItem[],
  fixed: readonly FixedFigure[],
  job: ExportJob,
  naming: Naming,
): SceneTile {
  const [item] = items;
  const box = boxOf(area);
  const scopes = new Set(items.map((each) => scopeLine(each, naming, job.language)));
  const frame = {
    box,
    items,
    title: item?.tile ?? fixed[0]?.tile ?? '',
    scope: scopes.size === 1 ? ([...scopes][0] ?? '') : '',
  };
  const figures = keyFigures(items, job, naming);
  const [figure] = figures;
  if (figure && items.every(isFigure) && figures.length + fixed.length === 1)
    return { ...frame, shown: { kind: 'figure', figure } };
  if (item && fixed.length === 0 && item.chart.form !== 'table' && !isFigure(item))
    return { ...frame, shown: { kind: 'drawing', item } };
  const table = tableOfTile(items, fixed, job, naming);
  return { ...frame, shown: { kind: 'rows', table: cut(table, box.height - TILE_HEAD) } };
}

function tableOfTile(
  items: readonly ExportItem[],
  fixed: readonly FixedFigure[],
  job: ExportJob,
  naming: Naming,
): Omit<TileTable, 'leftOut'> {
  const still = fixed.map(({ label, text }): TileRow => ({ label, cells: [text] }));
  const [item] = items;
  if (item && !isFigure(item)) {
    const { head, rows } = rowsOf(item, job, naming);
    return { head, rows: [...rows, ...still] };
  }
  const figures = keyFigures(items, job, naming);
  const isChanged = figures.some(({ since }) => since !== undefined);
  const rows = figures.map((figure): TileRow => {
    const value = valueText(figure);
    const cells = isChanged ? [value, figure.since ?? ''] : [value];
    return { label: figure.item.label ?? figure.label, cells };
  });
  const head = isChanged ? ['', EXPORT_WORDS[job.language].sinceBrief] : [];
  return { head, rows: [...rows, ...still] };
}

/** `98,18%`, `1.200 tỷ đồng` */
export function valueText({ value, unit }: KeyFigure): string {
  if (unit === '%') return `${value}%`;
  return [value, unit].filter(Boolean).join(' ');
}

const MOST_CELLS = 4;

/** What changed since the brief before has pages of its own; of several measures a tile has room for the figures alone. */
function rowsOf({ before: _, ...item }: ExportItem, job: ExportJob, naming: Naming) {
  const shown = item.chart.query.measures.length > 1 ? figuresAlone(item) : item;
  const { columns, rows } = tableOf(shown, naming, job.language);
  const of = <T>(kind: 'text' | 'number', cells: readonly T[]) =>
    cells.filter((_, column) => columns[column]?.kind === kind);
  const titles = of('number', columns).map(({ title }) => title);
  return {
    head: titles.length > 1 ? titles.slice(0, MOST_CELLS) : [],
    rows: rows.map((row): TileRow => {
      const label = of('text', row).map(({ text }) => text);
      const cells = of('number', row).map(({ text }) => text);
      return { label: label.filter(Boolean).join(' · '), cells: cells.slice(0, MOST_CELLS) };
    }),
  };
}

function figuresAlone(item: ExportItem): ExportItem {
  const alone = ({ base: _b, delta: _d, target: _t, ...cell }: Cell): Cell => cell;
  const rows = item.answer.rows.map((row) => ({
    ...row,
    values: Object.fromEntries(Object.entries(row.values).map(([id, cell]) => [id, alone(cell)])),
  }));
  return { ...item, answer: { ...item.answer, rows } };
}

function cut({ head, rows }: Omit<TileTable, 'leftOut'>, height: number): TileTable {
  const room = Math.max(1, Math.floor(height / TILE_ROW) - (head.length > 0 ? 1 : 0));
  if (rows.length <= room) return { head, rows, leftOut: 0 };
  const shown = rows.slice(0, Math.max(1, room - 1));
  return { head, rows: shown, leftOut: rows.length - shown.length };
}
