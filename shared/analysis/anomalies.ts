import { robustSigma } from './quantile.ts';
import { expectedOf, type Rated, ratedOf } from './season.ts';
import type { Place, Series } from './series.ts';

/** One place beside what was expected of it, in the unit of the series. */
export interface Judged {
  readonly key: string;
  readonly value: number;
  readonly expected: number;
  /** Between them a place is ordinary. */
  readonly low: number;
  readonly high: number;
  /** Robust z: (value − expected) in robust standard deviations, less half a thing where things are counted. */
  readonly z: number;
  readonly verdict: 'ordinary' | 'above' | 'below';
}

export interface Anomalies {
  readonly method: 'seasonal-median-mad';
  readonly threshold: number;
  /** Places with a value, in order; gaps are not among them. */
  readonly judged: readonly Judged[];
  /** Keys of the places that could not be judged, because too few of their kind are known (days off, mostly). */
  readonly unjudged: readonly string[];
}

export interface TooShort {
  readonly refused: 'too-short';
  readonly needed: number;
  readonly came: number;
}

/** Iglewicz and Hoaglin (1993), for the modified z-score. */
export const THRESHOLD = 3.5;
const FEWEST = 10;

/**
 * Seasonal median and MAD: the expected value is the running level of the neighbours plus the median effect of the
 * season (weekday, month); what is left, times √denominator, is measured in robust standard deviations (1.4826 × MAD).
 * So a rate of three dossiers is allowed to stray as far as chance takes three dossiers, as on Laney's p′ chart (2002).
 * The spread is never taken smaller than chance alone makes it: √expected for counts, √(p(1 − p)) for shares.
 * Half a dossier is given to it (Yates' correction for continuity), which matters where there are few.
 * Counts are compared per working day, and places without a working day only among themselves, so Tết is no anomaly.
 */
export function findAnomalies(series: Series, threshold = THRESHOLD): Anomalies | TooShort {
  const groups = (['worked', 'off'] as const).map((group) => judgeGroup(series, group, threshold));
  const judged = groups.flatMap((places) => places ?? []);
  if (judged.length === 0) {
    const came = ratedOf(series, 'worked').length;
    return { refused: 'too-short', needed: FEWEST, came };
  }
  const byKey = new Map(judged.map((place) => [place.key, place]));
  const known = series.places.filter(({ value }) => value !== null);
  return {
    method: 'seasonal-median-mad',
    threshold,
    judged: known.flatMap(({ key }) => byKey.get(key) ?? []),
    unjudged: known.filter(({ key }) => !byKey.has(key)).map(({ key }) => key),
  };
}

function judgeGroup(series: Series, group: Place['group'], threshold: number) {
  const rated = ratedOf(series, group);
  if (rated.length < FEWEST) return undefined;
  const expected = expectedOf(rated, series);
  const spread = robustSigma(
    rated.map(({ rate, weight }, i) => (rate - (expected[i] ?? rate)) * Math.sqrt(weight)),
  );
  return rated.map((place, i) =>
    judge(series, place, expected[i] ?? place.rate, { spread, threshold }),
  );
}

function judge(
  series: Series,
  { key, rate, weight }: Rated,
  expected: number,
  { spread, threshold }: { readonly spread: number; readonly threshold: number },
): Judged {
  const sigma = Math.max(spread, chanceOf(series, expected)) / Math.sqrt(weight);
  const half = halfAUnit(series, weight);
  const off = rate - expected;
  const z = Math.abs(off) <= half ? 0 : (off - Math.sign(off) * half) / sigma;
  const shown = (value: number) => (series.kind === 'count' ? value * weight : value);
  const [least, most] = boundsOf(series);
  const strays = Math.abs(z) >= threshold;
  return {
    key,
    value: shown(rate),
    expected: shown(expected),
    low: shown(Math.max(expected - threshold * sigma - half, least)),
    high: shown(Math.min(expected + threshold * sigma + half, most)),
    z,
    verdict: strays ? (off > 0 ? 'above' : 'below') : 'ordinary',
  };
}

/** What a series cannot leave: counts are not negative, a share lies between 0 and all. */
export function boundsOf({ kind, scale }: Series): readonly [least: number, most: number] {
  if (kind === 'value') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [0, kind === 'ratio' && scale === 100 ? 100 : Number.POSITIVE_INFINITY];
}

/** What counts in whole things cannot come nearer to the expected value than half a thing. */
function halfAUnit({ kind, scale }: Series, weight: number): number {
  return kind === 'value' ? 0 : (0.5 * scale) / weight;
}

/** Standard deviation of one unit of the denominator that chance alone makes (Poisson, binomial). */
function chanceOf({ kind, scale }: Series, expected: number): number {
  if (kind === 'count') return Math.sqrt(Math.max(expected, 0));
  if (kind !== 'ratio' || scale !== 100) return 0;
  const share = Math.min(Math.max(expected / scale, 0), 1);
  return scale * Math.sqrt(share * (1 - share));
}
