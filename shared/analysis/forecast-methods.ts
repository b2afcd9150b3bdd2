import { seasonalShares } from './season.ts';

/** What a method knows: values in order with their gaps, the season of each, and the seasons to come. */
export interface History {
  readonly values: readonly (number | null)[];
  readonly seasons: readonly string[];
  readonly ahead: readonly string[];
  /** How many seasons make a round. */
  readonly period: number;
}

export type MethodId = 'last' | 'seasonal-naive' | 'drift' | 'damped-holt' | 'seasonal-holt';

/** One value for each season ahead; undefined where the method has not enough to go by. */
export type Method = (history: History) => readonly number[] | undefined;

/** From the simplest to the least simple: where two do equally well, the simpler one is taken. */
export const METHODS: Readonly<Record<MethodId, Method>> = {
  last: plain(lastValue),
  'seasonal-naive': seasonalNaive,
  drift: plain(drift),
  'damped-holt': plain(dampedHolt),
  'seasonal-holt': adjusted(dampedHolt),
};

type Known = readonly { readonly value: number; readonly at: number }[];

const knownOf = (values: readonly (number | null)[]): Known =>
  values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));

type WithoutSeasons = (
  values: readonly (number | null)[],
  ahead: number,
) => readonly number[] | undefined;

function plain(method: WithoutSeasons): Method {
  return ({ values, ahead }) => method(values, ahead.length);
}

/** A share below which a season has next to nothing, and says nothing about the level. */
const NEXT_TO_NOTHING = 1e-6;

/** The method on the series without its seasons, which come back in the end; nothing where there are none. */
function adjusted(method: WithoutSeasons): Method {
  return ({ values, seasons, ahead, period }) => {
    const shares = seasonalShares(values, seasons, period);
    if (shares === undefined) return undefined;
    const shareOf = (season: string) => shares.get(season) ?? 1;
    const flat = values.map((value, i) => {
      const share = shareOf(seasons[i] ?? '');
      return value === null || share <= NEXT_TO_NOTHING ? null : value / share;
    });
    return method(flat, ahead.length)?.map((value, i) => value * shareOf(ahead[i] ?? ''));
  };
}

/** As it was last. */
function lastValue(values: readonly (number | null)[], ahead: number) {
  const last = knownOf(values).at(-1);
  return last && new Array<number>(ahead).fill(last.value);
}

/** As in the same season last time. */
function seasonalNaive({ values, seasons, ahead }: History): readonly number[] | undefined {
  const latest = new Map<string, number>();
  for (const { value, at } of knownOf(values)) latest.set(seasons[at] ?? '', value);
  const found = ahead.flatMap((season) => (season === '' ? [] : (latest.get(season) ?? [])));
  return found.length === ahead.length ? found : undefined;
}

/** On along the line from the first known value to the last. */
function drift(values: readonly (number | null)[], ahead: number) {
  const known = knownOf(values);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || last.at === first.at) return undefined;
  const slope = (last.value - first.value) / (last.at - first.at);
  const gap = values.length - 1 - last.at;
  return Array.from({ length: ahead }, (_, i) => last.value + slope * (gap + i + 1));
}

interface Smoothing {
  readonly alpha: number;
  readonly beta: number;
  readonly phi: number;
}

const GRID: readonly Smoothing[] = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((alpha) =>
  [0.05, 0.15, 0.3].flatMap((beta) => [0.8, 0.9, 0.98].map((phi) => ({ alpha, beta, phi }))),
);

/**
 * Level and damped trend (Holt 1957; Gardner and McKenzie 1985). The three weights are those of a fixed grid with the
 * least squared errors one step ahead; over a gap level and trend run on.
 */
function dampedHolt(values: readonly (number | null)[], ahead: number) {
  const known = knownOf(values);
  if (known.length < 4) return undefined;
  const runs = GRID.map((weights) => ({ weights, ...smooth(values, weights) }));
  const best = runs.reduce((a, b) => (b.squares < a.squares ? b : a));
  const { phi } = best.weights;
  let damped = 0;
  return Array.from({ length: ahead }, (_, i) => {
    damped += phi ** (i + 1);
    return best.level + best.trend * damped;
  });
}

function smooth(values: readonly (number | null)[], { alpha, beta, phi }: Smoothing) {
  const start = values.findIndex((value) => value !== null);
  let level = values[start] ?? 0;
  let trend = 0;
  let squares = 0;
  for (const value of values.slice(start + 1)) {
    const expected = level + phi * trend;
    const before = level;
    if (value === null) level = expected;
    else {
      squares += (value - expected) ** 2;
      level = expected + alpha * (value - expected);
    }
    trend = beta * (level - before) + (1 - beta) * phi * trend;
  }
  return { level, trend, squares };
}
