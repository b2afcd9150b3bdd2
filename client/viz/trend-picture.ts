/** What a trend shows, free of any chart library. */
export interface TrendSeries {
  readonly id: string;
  /** Stands beside the line's end; empty where the tile's title says it. */
  readonly name: string;
  /** One value a category; null is a gap and is drawn as one. */
  readonly values: readonly (number | null)[];
  /** The compared period: thinner, dashed, behind. */
  readonly isQuiet: boolean;
}

/** A campaign: where it begins and ends, in categories from the axis' beginning; 1.5 is the middle of the second one. */
export interface TrendBand {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface TrendPicture {
  readonly chart: 'line' | 'bar' | 'stacked';
  /** Labels of the time axis. */
  readonly categories: readonly string[];
  readonly series: readonly TrendSeries[];
  /** Drawn behind the series. */
  readonly bands: readonly TrendBand[];
  readonly formatValue: (value: number) => string;
  /** Counts: half a dossier has no line across the chart. */
  readonly isWhole: boolean;
  /** Rates near their limit are cut to their span; counts start at zero. */
  readonly startsAtZero: boolean;
}

/** Index and value of the last known point. */
export function lastPoint(
  values: readonly (number | null)[],
): { readonly at: number; readonly value: number } | undefined {
  const at = values.findLastIndex((value) => value !== null);
  const value = values[at];
  return typeof value === 'number' ? { at, value } : undefined;
}
