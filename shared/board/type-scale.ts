/**
 * The wall's sizes in design pixels (1080 are the height of the screen): the one source of the style sheet's custom
 * properties and of the legibility linter.
 */
export const SCREEN = { width: 1920, height: 1080 } as const;

/** The board's grid lies between the header's and the footer's hairline. */
export const GRID = {
  columns: 24,
  rows: 12,
  columnGap: 32,
  rowGap: 20,
  left: 48,
  right: 48,
  top: 124,
  bottom: 104,
} as const;

export interface TextStyle {
  readonly size: number;
  /** Multiple of the size; stacked Vietnamese marks need 1.4, digits alone do not. */
  readonly line: number;
  readonly weight: 400 | 500 | 600;
  /** A figure that must be read (20′), or anything else (16′). */
  readonly role: 'value' | 'text';
}

export const TEXT = {
  hero: { size: 104, line: 1.06, weight: 600, role: 'value' },
  large: { size: 68, line: 1.1, weight: 600, role: 'value' },
  medium: { size: 52, line: 1.12, weight: 600, role: 'value' },
  small: { size: 40, line: 1.15, weight: 600, role: 'value' },
  /** Figures in rankings, tables, bars. */
  row: { size: 27, line: 1.4, weight: 500, role: 'value' },
  title: { size: 25, line: 1.4, weight: 500, role: 'text' },
  label: { size: 24, line: 1.4, weight: 400, role: 'text' },
  fine: { size: 21, line: 1.4, weight: 400, role: 'text' },
} as const satisfies Record<string, TextStyle>;
export type TextName = keyof typeof TEXT;

/** Height of the lowest row that a ranking, table or bullet may have. */
export const ROW_HEIGHT = 38;

export function columnSpan(columns: number): number {
  const free = SCREEN.width - GRID.left - GRID.right - (GRID.columns - 1) * GRID.columnGap;
  return (free / GRID.columns) * columns + (columns - 1) * GRID.columnGap;
}

export function rowSpan(rows: number): number {
  const free = SCREEN.height - GRID.top - GRID.bottom - (GRID.rows - 1) * GRID.rowGap;
  return (free / GRID.rows) * rows + (rows - 1) * GRID.rowGap;
}

export function lineHeight(name: TextName): number {
  return TEXT[name].size * TEXT[name].line;
}
