import { median, weightedMedian } from './quantile.ts';
import type { Place, Series } from './series.ts';

/** A place that has a value, as the rate that is compared. */
export interface Rated {
  readonly key: string;
  readonly season: string;
  readonly rate: number;
  readonly weight: number;
}

/** The places of a group that have a value, in order. */
export function ratedOf(series: Series, group: Place['group']): readonly Rated[] {
  return series.places.flatMap(({ key, value, num, den, season, group: own }) =>
    value === null || own !== group
      ? []
      : [{ key, season, rate: (num / den) * series.scale, weight: den }],
  );
}

/** Fewer places of a season than this tell nothing about it. */
const FEWEST_OF_A_SEASON = 3;

/** How many places the running level looks at: two rounds of the seasons and one more, or 21 of what has none. */
export const windowOf = ({ period }: Pick<Series, 'period'>): number =>
  period > 1 ? 2 * period + 11 : 21;

/**
 * What is expected of each place: the running level of its neighbours plus what its season usually adds to that, both
 * weighted by denominators. A season seen fewer than three times adds nothing.
 */
export function expectedOf(rated: readonly Rated[], series: Series): readonly number[] {
  const first = runningLevel(rated, series);
  const effects = new Map<string, number>();
  for (const season of new Set(rated.map((place) => place.season))) {
    const own = rated.flatMap(({ season: its, rate, weight }, i) =>
      its === season ? [{ value: rate - (first[i] ?? rate), weight }] : [],
    );
    if (season !== '' && own.length >= FEWEST_OF_A_SEASON) effects.set(season, weightedMedian(own));
  }
  const effect = ({ season }: Rated) => effects.get(season) ?? 0;
  const level = runningLevel(
    rated.map((place) => ({ ...place, rate: place.rate - effect(place) })),
    series,
  );
  return rated.map((place, i) => (level[i] ?? 0) + effect(place));
}

/**
 * At each place the weighted median of the places nearest to it, carried to it along the window's slope; at both ends
 * the window stays whole. The slope is the median of all differences to one round of the seasons later (Hirsch, Slack
 * and Smith 1982), so that seasons do not look like a trend.
 */
export function runningLevel(
  rated: readonly Rated[],
  series: Pick<Series, 'period'>,
): readonly number[] {
  const size = Math.min(windowOf(series), rated.length);
  const lag = series.period > 1 ? series.period : size >> 1;
  return rated.map((_, i) => {
    const start = Math.min(Math.max(i - (size >> 1), 0), rated.length - size);
    const near = rated.slice(start, start + size);
    const slope = slopeOf(near, lag);
    return weightedMedian(
      near.map(({ rate, weight }, j) => ({ value: rate - slope * (start + j - i), weight })),
    );
  });
}

function slopeOf(near: readonly Rated[], lag: number): number {
  const steps = near
    .slice(lag)
    .map(({ rate }, j) => (rate - (near[j]?.rate ?? rate)) / Math.max(lag, 1));
  return steps.length < FEWEST_OF_A_SEASON ? 0 : median(steps);
}

/** The season of days on which nobody works. */
export const OFF = 'off';

/**
 * How much of the level each season has: the median over its places of value ÷ running level, 1 where a season was
 * seen only once. The level is that of the places on which somebody works. Undefined where no season stands out or
 * the level touches 0 or nearly so.
 */
export function seasonalShares(
  values: readonly (number | null)[],
  seasons: readonly string[],
  period: number,
): ReadonlyMap<string, number> | undefined {
  const known = values.flatMap((value, i) =>
    value === null ? [] : [{ key: '', season: seasons[i] ?? '', rate: value, weight: 1 }],
  );
  const names = [...new Set(known.map(({ season }) => season))];
  const level = runningLevel(
    known.filter(({ season }) => season !== OFF),
    { period },
  );
  const least = 1e-9 * Math.max(...known.map(({ rate }) => Math.abs(rate)));
  if (names.length < 2 || level.some((height) => !(height > least))) return undefined;
  let worked = 0;
  const shares = known.map(({ season, rate }) => {
    const height = level[season === OFF ? Math.max(worked - 1, 0) : worked++];
    return { season, share: rate / (height ?? rate) };
  });
  return new Map(
    names.map((name) => {
      const own = shares.flatMap(({ season, share }) => (season === name ? [share] : []));
      return [name, own.length < 2 ? 1 : median(own)];
    }),
  );
}
