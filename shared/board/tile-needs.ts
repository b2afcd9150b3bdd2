import type { Tile } from './board.ts';
import { wrappedLines } from './text-width.ts';
import { columnSpan, lineHeight, ROW_HEIGHT, TEXT, type TextName } from './type-scale.ts';

/** What a tile puts on the screen, as far as it is known without its figures. */
export interface TileNeeds {
  /** Text styles in use. */
  readonly texts: readonly TextName[];
  /** Least height in design pixels. */
  readonly height: number;
  /** Figures that stand for themselves; rows of lists are looked up and do not count. */
  readonly keyNumbers: number;
}

const SPARKLINE_HEIGHT = 32;
const TARGET_BAR_HEIGHT = 26;
const DOT_AXIS_HEIGHT = 34;
const BULLET_ROW_HEIGHT = 62;
const INDICATOR_ROW_HEIGHT = 64;
const SYSTEM_ROW_HEIGHT = 44;
const ALARM_ROW_HEIGHT = 38;
const SITUATION_ROW_HEIGHT = 72;
/** Sentences of a situation, each of one or two lines, and rows of each of its two lists. */
export const SITUATION = { sentences: 3, rows: 6 } as const;
/** A row of a list needs this width; a tile takes as many columns as fit. */
const LIST_COLUMN_WIDTH = 540;
const LIST_COLUMN_GAP = 64;

type NeedsOf<K extends Tile['kind']> = (tile: Extract<Tile, { kind: K }>) => TileNeeds;

const needsOfNumber: NeedsOf<'number'> = (tile) => {
  const extras = [
    tile.query.compare === 'target' && /hero|large/.test(tile.size) && TARGET_BAR_HEIGHT,
    tile.published !== undefined && lineHeight('fine'),
    tile.sparkline !== undefined && SPARKLINE_HEIGHT,
  ];
  const height = extras.reduce<number>((sum, extra) => sum + (extra || 0), 0);
  return {
    texts: ['title', 'fine', tile.size, 'label'],
    height: headHeight(tile) + lineHeight(tile.size) + linesUnder(tile) + height,
    keyNumbers: 1,
  };
};

/** The longest that stands behind a scope: how old the figure is. */
const AGE = { vi: 'đến 31/12/2023', en: 'to 31/12/2023' } as const;
const LANGUAGES = ['vi', 'en'] as const;

/** Too narrow for scope and age side by side: the age takes a line of its own. */
export function isNarrow({ area }: Tile): boolean {
  return area.w < 6;
}

/** How a ranking says that it shows a part of its rows. */
const CUT = { vi: '9 thấp nhất/88', en: 'lowest 9 of 88' } as const;

/** Title, scope, what is shown of more rows, and age. */
export function headHeight(tile: Tile): number {
  const { area, scope } = tile;
  const lines = LANGUAGES.map((language) => {
    const cut = tile.kind === 'ranking' ? [CUT[language]] : [];
    const parts = [scope?.[language] ?? '', ...cut, AGE[language]];
    return wrappedLines(parts, TEXT.fine.size, columnSpan(area.w));
  });
  const scopeLines = isNarrow(tile) && scope ? 2 : Math.max(...lines);
  return lineHeight('title') + scopeLines * lineHeight('fine');
}

/** Comparison, target and notes with figures of usual length. */
function linesUnder(tile: Extract<Tile, { kind: 'number' }>): number {
  const style = isNarrow(tile) ? 'fine' : 'label';
  const lines = LANGUAGES.map((language) => {
    const parts = partsUnder(tile, language);
    if (parts.length === 0) return 0;
    return wrappedLines(parts, TEXT[style].size, columnSpan(tile.area.w));
  });
  return Math.max(...lines) * lineHeight(style);
}

const USUAL = {
  vi: {
    limit: 'dưới 88%',
    target: 'mục tiêu 88%',
    points: '▲ +88,88 điểm %',
    words: 'so với cùng kỳ',
  },
  en: {
    limit: 'below 88%',
    target: 'target 88%',
    points: '▲ +88.88 points',
    words: 'on the year before',
  },
} as const;

function partsUnder(tile: Extract<Tile, { kind: 'number' }>, language: 'vi' | 'en'): string[] {
  const usual = USUAL[language];
  const { compare } = tile.query;
  const hasLimit = Object.keys(tile).some((key) => /^(warn|alarm)(Below|Above)$/.test(key));
  const isRate = /(Rate|Share)$/.test(tile.measure);
  const compared = [
    isRate ? usual.points : '▲ +88,88%',
    tile.compareLabel?.[language] ?? usual.words,
  ];
  return [
    ...(hasLimit ? [usual.limit] : []),
    ...(compare && compare !== 'target' ? compared : []),
    // Which share has a target, the pack's targets decide.
    ...(compare === 'target' || isRate ? [usual.target] : []),
    ...(tile.notes ?? []).map(({ label }) => `8.888 ${label[language]}`),
  ];
}

const list = (tile: Tile, height: number): TileNeeds => ({
  texts: ['title', 'fine', 'row', 'label'],
  height: headHeight(tile) + height,
  keyNumbers: 0,
});

const NEEDS: { readonly [K in Tile['kind']]: NeedsOf<K> } = {
  number: needsOfNumber,
  trend: (tile) => list(tile, 150),
  ranking: (tile) =>
    list(tile, tile.limit * ROW_HEIGHT + (tile.mark === 'dot' ? DOT_AXIS_HEIGHT : 0)),
  table: (tile) => list(tile, (tile.limit + 1) * ROW_HEIGHT),
  bullet: (tile) => list(tile, tile.rows.length * BULLET_ROW_HEIGHT),
  funnel: (tile) => ({
    texts: ['title', 'fine', 'medium', 'label'],
    height: headHeight(tile) + lineHeight('medium') + lineHeight('label') + lineHeight('fine') + 42,
    keyNumbers: tile.stages.length,
  }),
  composition: (tile) => list(tile, 40 + lineHeight('label') + lineHeight('row')),
  'status-grid': (tile) => list(tile, 8 + 2 * ROW_HEIGHT),
  indicators: (tile) => list(tile, listRows(tile, tile.rows) * INDICATOR_ROW_HEIGHT),
  facts: (tile) => list(tile, listRows(tile, tile.figures) * INDICATOR_ROW_HEIGHT),
  systems: (tile) => list(tile, listRows(tile, tile.systems) * SYSTEM_ROW_HEIGHT),
  situation: (tile) => {
    const { sentences, rows } = SITUATION;
    const text = sentences * 2 * lineHeight('small');
    const lists = lineHeight('title') + rows * SITUATION_ROW_HEIGHT;
    return {
      texts: ['title', 'fine', 'small', 'row'],
      height: headHeight(tile) + text + lists,
      keyNumbers: 0,
    };
  },
  'alarm-system': (tile) =>
    list(tile, 8 + listRows(tile, alarmRows(tile.query.measures)) * ALARM_ROW_HEIGHT),
  map: (tile) => list(tile, 240),
};

/** Measures by row: the shares of the three priorities stand beside each other. */
export function alarmRows(measures: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const measure of measures) {
    const shares = rows.find(([first]) => isPriority(first));
    if (shares && isPriority(measure)) shares.push(measure);
    else rows.push([measure]);
  }
  return rows;
}

const isPriority = (measure: string | undefined) =>
  /^alarm\.(urgent|high|normal)Share$/.test(measure ?? '');

function listRows({ area }: Tile, rows: readonly unknown[]): number {
  return Math.ceil(rows.length / listColumns(area.w));
}

/** Columns of a tile of indicators, facts or systems that is `w` grid columns wide. */
export function listColumns(w: number): number {
  return Math.max(1, Math.floor(columnSpan(w) / LIST_COLUMN_WIDTH));
}

export function needsOf(tile: Tile): TileNeeds {
  // The table holds for each kind the function of that kind; the union is too wide for the compiler to see it.
  const needs = NEEDS[tile.kind] as (tile: Tile) => TileNeeds;
  return needs(tile);
}

/** Longest figure that a number tile must hold without being cut. */
export const WIDEST_VALUE = '888.888';

/** Design pixels that a row of such a tile may fill. */
export function listColumnWidth(w: number): number {
  const columns = listColumns(w);
  return (columnSpan(w) - (columns - 1) * LIST_COLUMN_GAP) / columns;
}

/** Longest state that a system may be in, with its mark. */
export const WIDEST_SYSTEM_STATE = { vi: '◆ chưa kết nối', en: '◆ not connected' } as const;
