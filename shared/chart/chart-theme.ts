/**
 * Colours of charts. The ink is that of the pages; series are told apart by hue and lightness in a way that holds for
 * protanopia, deuteranopia and tritanopia (a test simulates them), each with a dash and a mark of its own as well. No
 * hue between red and amber: those say that something is abnormal.
 */
export interface ChartTheme {
  readonly ground: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  /** A compared period, what was left out, what is expected. */
  readonly quiet: string;
  readonly series: readonly string[];
  /** From few to many, for areas of a map; the ink is read on all of them. */
  readonly ramp: readonly string[];
  /** An area without a value. */
  readonly none: string;
  readonly alarm: string;
}

const LIGHT: ChartTheme = {
  ground: '#f7f8fa',
  ink: '#12181f',
  ink2: '#3f4b58',
  ink3: '#5c6875',
  line: '#d9dfe5',
  quiet: '#98aec5',
  series: ['#3f7fbf', '#0b6b5f', '#6b2b94', '#8f8526', '#131f3a', '#7d8a97'],
  ramp: ['#e8f0f7', '#cbdff0', '#a9cae6', '#83b1da'],
  none: '#e4e9ee',
  alarm: '#9c1f18',
};

const DARK: ChartTheme = {
  ground: '#10151b',
  ink: '#f1f4f7',
  ink2: '#b7c2ce',
  ink3: '#8f9cab',
  line: '#29323c',
  quiet: '#6b86a4',
  series: ['#8fbdec', '#3aa08e', '#a56bd0', '#d8cf7c', '#eef6ff', '#8a7a3c'],
  ramp: ['#1b2733', '#24394e', '#2d4d6c', '#38628c'],
  none: '#222a33',
  alarm: '#ff7b68',
};

export const CHART_THEMES = {
  dark: DARK,
  light: LIGHT,
  /** White paper. */
  paper: { ...LIGHT, ground: '#ffffff' },
} as const satisfies Record<string, ChartTheme>;

/** Line dashes in multiples of the line's width, and marks: one a series, beside its colour. */
export const DASHES: readonly (readonly number[])[] = [[], [4, 2], [1, 2], [6, 2, 1, 2], [2, 2]];
export const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const;

/** Colour, dash and mark of the nth series; after the last colour they begin again with another dash. */
export function lookOf(theme: ChartTheme, rank: number) {
  const round = Math.floor(rank / theme.series.length);
  return {
    color: theme.series[rank % theme.series.length] ?? theme.ink2,
    dash: DASHES[(rank + round) % DASHES.length] ?? [],
    mark: MARKS[rank % MARKS.length] ?? 'circle',
  };
}
