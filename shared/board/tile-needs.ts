import type { Tile } from './board.ts';
import { columnSpan, lineHeight, ROW_HEIGHT, type TextName } from './type-scale.ts';

/** What a tile puts on the screen, as far as it is known without its figures. */
export interface TileNeeds {
  /** Text styles in use. */
  readonly texts: readonly TextName[];
  /** Least height in design pixels. */
  readonly height: number;
  /** Figures that stand for themselves; rows of lists are looked up and do not count. */
  readonly keyNumbers: number;
}

/** Title and scope line. */
const HEAD = lineHeight('title') + lineHeight('fine');
export const SPARKLINE_HEIGHT = 40;
export const TARGET_BAR_HEIGHT = 26;
export const DOT_AXIS_HEIGHT = 34;
export const BULLET_ROW_HEIGHT = 62;
export const INDICATOR_ROW_HEIGHT = 64;
/** An indicator's row needs this width; a tile takes as many columns as fit. */
export const INDICATOR_COLUMN_WIDTH = 540;
const FRAME: readonly TextName[] = ['title', 'fine'];

type NeedsOf<K extends Tile['kind']> = (tile: Extract<Tile, { kind: K }>) => TileNeeds;

const needsOfNumber: NeedsOf<'number'> = (tile) => {
  const hasLine = tile.query.compare !== undefined || (tile.notes?.length ?? 0) > 0;
  const extras = [
    hasLine && lineHeight('label'),
    tile.query.compare === 'target' && TARGET_BAR_HEIGHT,
    tile.published !== undefined && lineHeight('fine'),
    tile.sparkline !== undefined && SPARKLINE_HEIGHT,
  ];
  const height = extras.reduce<number>((sum, extra) => sum + (extra || 0), 0);
  return {
    texts: [...FRAME, tile.size, 'label'],
    height: HEAD + lineHeight(tile.size) + height,
    keyNumbers: 1,
  };
};

const list = (height: number): TileNeeds => ({
  texts: [...FRAME, 'row', 'label'],
  height: HEAD + height,
  keyNumbers: 0,
});

const NEEDS: { readonly [K in Tile['kind']]: NeedsOf<K> } = {
  number: needsOfNumber,
  trend: () => list(150),
  ranking: (tile) => list(tile.limit * ROW_HEIGHT + (tile.mark === 'dot' ? DOT_AXIS_HEIGHT : 0)),
  table: (tile) => list((tile.limit + 1) * ROW_HEIGHT),
  bullet: (tile) => list(tile.rows.length * BULLET_ROW_HEIGHT),
  funnel: (tile) => ({
    texts: [...FRAME, 'medium', 'label'],
    height: HEAD + lineHeight('medium') + 2 * lineHeight('label') + lineHeight('fine') + 24,
    keyNumbers: tile.stages.length,
  }),
  composition: () => list(28 + lineHeight('label') + lineHeight('row') + 8),
  'status-grid': () => list(2 * ROW_HEIGHT),
  indicators: (tile) => list(indicatorRows(tile) * INDICATOR_ROW_HEIGHT),
  map: () => list(240),
};

function indicatorRows(tile: Extract<Tile, { kind: 'indicators' }>): number {
  return Math.ceil(tile.rows.length / indicatorColumns(tile.area.w));
}

/** Columns of an indicators tile that is `w` grid columns wide. */
export function indicatorColumns(w: number): number {
  return Math.max(1, Math.floor(columnSpan(w) / INDICATOR_COLUMN_WIDTH));
}

export function needsOf(tile: Tile): TileNeeds {
  // The table holds for each kind the function of that kind; the union is too wide for the compiler to see it.
  const needs = NEEDS[tile.kind] as (tile: Tile) => TileNeeds;
  return needs(tile);
}

/** Longest figure that a number tile must hold without being cut. */
export const WIDEST_VALUE = '888.888';
