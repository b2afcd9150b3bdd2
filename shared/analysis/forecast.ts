import { boundsOf, type TooShort } from './anomalies.ts';
import {
  type BacktestError,
  backtest,
  coverageOf,
  forecastFrom,
  halfWidth,
  type Parts,
} from './backtest.ts';
import { METHODS, type MethodId } from './forecast-methods.ts';
import { OFF } from './season.ts';
import type { Place, Series } from './series.ts';

/** A place to come. Never a figure: drawn apart from figures and called a forecast. */
export interface Foreseen {
  readonly key: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How a method did when it had to forecast what is known by now. */
export interface Backtested {
  readonly method: MethodId;
  /** Mean absolute error, in the unit of the forecast (counts: per working day). */
  readonly mae: number;
  /**
   * `mae` over the mean change within the series since one season before, or since the place before where it has no
   * more than two rounds of seasons (Hyndman and Koehler 2006).
   */
  readonly mase: number | null;
  readonly errors: number;
}

export interface Forecast {
  /** The one with the least error in the back-test. */
  readonly method: MethodId;
  readonly backtests: readonly Backtested[];
  /** Share of what comes that the interval is meant to hold, and of how many of the back-test it held. */
  readonly level: number;
  readonly coverage: { readonly inside: number; readonly of: number };
  readonly ahead: readonly Foreseen[];
}

export type Frame = Pick<Place, 'key' | 'den' | 'group' | 'season'>;

const LEVEL = 0.8;
/** Places a method must have before its first trial, and trials before it is believed. */
const FEWEST_KNOWN = 8;
const FEWEST_TRIALS = 5;
/** Of a long series only the newest origins are tried: the past of years ago says little, and all take seconds. */
const MOST_TRIALS = 60;

/**
 * A forecast by the simplest of four methods that did best in a rolling-origin back-test, with the interval that the
 * errors of that back-test make. Ratios are forecast as numerator and denominator, counts per working day, so that a
 * month with Tết is expected to be low. Refused where the series is too short to be tried on.
 */
export function forecast(series: Series, frames: readonly Frame[]): Forecast | TooShort {
  const ahead = frames.slice(0, Math.max(series.places.length >> 2, 1));
  const parts = partsOf(series);
  const actual = series.places.map((place) => rateOf(place, series));
  const needed = FEWEST_KNOWN + FEWEST_TRIALS + ahead.length - 1;
  const came = actual.filter((value) => value !== null).length;
  if (ahead.length === 0 || came < needed) return { refused: 'too-short', needed, came };
  const trials = { firstOrigin: firstOriginOf(series, ahead.length), horizon: ahead.length };
  const tried = (Object.keys(METHODS) as MethodId[]).flatMap((method) => {
    const errors = backtest(parts, actual, method, trials);
    return errors === undefined || errors.length === 0 ? [] : [{ method, errors }];
  });
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (a, b) => (a && maeOf(a.errors) <= maeOf(b.errors) ? a : b),
    undefined,
  );
  const values = best && forecastFrom(parts, actual.length, best.method, ahead.map(seasonIn));
  if (!best || !values) return { refused: 'too-short', needed, came };
  const scale = naiveError(actual, series.period);
  return {
    method: best.method,
    backtests: tried.map(({ method, errors }) => ({
      method,
      mae: maeOf(errors),
      mase: scale === undefined ? null : maeOf(errors) / scale,
      errors: errors.length,
    })),
    level: LEVEL,
    coverage: coverageOf(best.errors, LEVEL),
    ahead: foreseen(series, ahead, values, best.errors),
  };
}

/** One round of the seasons first, where the series is long enough to be tried after it. */
function firstOriginOf({ places, period }: Series, horizon: number): number {
  const leaves = places.length - FEWEST_TRIALS - horizon + 1;
  const round = Math.max(Math.min(Math.max(period, FEWEST_KNOWN), leaves), FEWEST_KNOWN);
  return Math.max(round, places.length - MOST_TRIALS - horizon + 1);
}

const seasonIn = ({ group, season }: Pick<Place, 'group' | 'season'>) =>
  group === 'off' ? OFF : season;

function partsOf(series: Series): Parts {
  const { places, scale, kind } = series;
  const common = { seasons: places.map(seasonIn), period: series.period };
  const column = (read: (place: Place) => number) =>
    places.map((place) => (place.value === null ? null : read(place)));
  if (kind !== 'ratio')
    return {
      ...common,
      rows: [column(({ num, den }) => num / den)],
      combine: ([value = 0]) => value,
    };
  return {
    ...common,
    rows: [column(({ num }) => num), column(({ den }) => den)],
    combine: ([num = 0, den = 0]) => (den > 0 ? (num / den) * scale : undefined),
  };
}

const rateOf = ({ value, num, den }: Place, { scale }: Series) =>
  value === null ? null : (num / den) * scale;

const maeOf = (errors: readonly BacktestError[]) =>
  errors.reduce((sum, { error }) => sum + Math.abs(error), 0) / errors.length;

/** Mean absolute difference to one season before; undefined where nothing ever changed. */
function naiveError(actual: readonly (number | null)[], period: number): number | undefined {
  const lag = actual.length > 2 * period ? period : 1;
  const steps = actual.flatMap((value, i) => {
    const before = actual[i - lag];
    return value === null || before === null || before === undefined
      ? []
      : [Math.abs(value - before)];
  });
  const mean = steps.reduce((sum, step) => sum + step, 0) / Math.max(steps.length, 1);
  return mean > 0 ? mean : undefined;
}

/** Intervals never narrow with distance: what is known of the next place is known of the one after it, or less. */
function foreseen(
  series: Series,
  frames: readonly Frame[],
  values: readonly number[],
  errors: readonly BacktestError[],
): readonly Foreseen[] {
  const [least, most] = boundsOf(series);
  const within = (value: number) => Math.min(Math.max(value, least), most);
  let half = 0;
  return frames.flatMap(({ key, den }, i) => {
    const own = errors.filter(({ step }) => step === i + 1).map(({ error }) => error);
    const value = values[i];
    const width = halfWidth(own, LEVEL);
    if (value === undefined || width === undefined) return [];
    half = Math.max(half, width);
    const shown = (rate: number) => within(rate) * (series.kind === 'count' ? den : 1);
    return [{ key, value: shown(value), low: shown(value - half), high: shown(value + half) }];
  });
}
