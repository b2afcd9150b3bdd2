import { quantile, sorted } from './quantile.ts';

/** One member of a distribution; `value` null where it has none: it is counted as missing, never as 0. */
export interface Member {
  readonly key: string;
  readonly value: number | null;
  /** Of a rate: what was divided. */
  readonly num?: number | undefined;
  readonly den?: number | undefined;
}

export interface Bin {
  /** `from` ≤ value < `to`; the last bin holds its `to` as well. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Outlier {
  readonly key: string;
  readonly value: number;
  readonly side: 'low' | 'high';
  /** Beyond 3 interquartile ranges; else beyond 1.5 of them (Tukey's outer and inner fences). */
  readonly isFar: boolean;
}

export type BinRule = 'freedman-diaconis' | 'sturges' | 'one-value';

export interface Distribution {
  readonly count: number;
  /** Keys of the members without a value. */
  readonly missing: readonly string[];
  readonly min: number;
  readonly p10: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly p90: number;
  readonly max: number;
  /** Tukey's inner fences: q1 − 1.5 IQR and q3 + 1.5 IQR. */
  readonly fences: { readonly low: number; readonly high: number };
  readonly outliers: readonly Outlier[];
  readonly binRule: BinRule;
  readonly bins: readonly Bin[];
  /** Of rates: summed numerators over summed denominators × `scale`; never a mean of rates. */
  readonly pooled?: number;
}

export interface TooFew {
  readonly refused: 'too-few';
  readonly needed: number;
  readonly came: number;
}

/** Quartiles of fewer say nothing that a list would not say better. */
const FEWEST = 4;
const MOST_BINS = 60;

/** `scale` is given for rates (100 for percentages) and makes `pooled`. */
export function describeDistribution(
  members: readonly Member[],
  scale?: number,
): Distribution | TooFew {
  const known = members.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
  if (known.length < FEWEST) return { refused: 'too-few', needed: FEWEST, came: known.length };
  const values = sorted(known.map(({ value }) => value));
  const at = (p: number) => quantile(values, p);
  const [q1, q3] = [at(0.25), at(0.75)];
  const fence = (ranges: number) => ({
    low: q1 - ranges * (q3 - q1),
    high: q3 + ranges * (q3 - q1),
  });
  const pooled = scale === undefined ? undefined : pooledOf(members, scale);
  return {
    count: known.length,
    missing: members.filter(({ value }) => value === null).map(({ key }) => key),
    min: at(0),
    p10: at(0.1),
    q1,
    median: at(0.5),
    q3,
    p90: at(0.9),
    max: at(1),
    fences: fence(1.5),
    outliers: known.flatMap((member) => outlierOf(member, fence(1.5), fence(3))),
    ...histogram(values, q3 - q1),
    ...(pooled === undefined ? {} : { pooled }),
  };
}

type Fences = Distribution['fences'];

function outlierOf(member: { key: string; value: number }, inner: Fences, outer: Fences) {
  const { value } = member;
  if (value >= inner.low && value <= inner.high) return [];
  const side = value < inner.low ? ('low' as const) : ('high' as const);
  return [{ ...member, side, isFar: value < outer.low || value > outer.high }];
}

function pooledOf(members: readonly Member[], scale: number): number | undefined {
  const rates = members.filter(({ value, den }) => value !== null && (den ?? 0) > 0);
  const den = rates.reduce((sum, rate) => sum + (rate.den ?? 0), 0);
  const num = rates.reduce((sum, rate) => sum + (rate.num ?? 0), 0);
  return den > 0 ? (num / den) * scale : undefined;
}

/**
 * Bins of equal width. Freedman and Diaconis (1981): 2 IQR / ∛n wide, for it follows the middle half and not the
 * extremes; where the middle half is one value, Sturges' ⌈log₂ n⌉ + 1 bins. At most 60.
 */
export function histogram(
  ascending: readonly number[],
  interquartile: number,
): { readonly binRule: BinRule; readonly bins: readonly Bin[] } {
  const min = ascending[0] ?? Number.NaN;
  const range = (ascending.at(-1) ?? Number.NaN) - min;
  const n = ascending.length;
  if (!(range > 0)) return { binRule: 'one-value', bins: [{ from: min, to: min, count: n }] };
  const binRule = interquartile > 0 ? 'freedman-diaconis' : 'sturges';
  const wanted =
    binRule === 'sturges'
      ? Math.ceil(Math.log2(n)) + 1
      : Math.ceil(range / ((2 * interquartile) / Math.cbrt(n)));
  const count = Math.min(Math.max(wanted, 1), MOST_BINS);
  const counts = new Array<number>(count).fill(0);
  for (const value of ascending) {
    const place = Math.min(Math.floor(((value - min) / range) * count), count - 1);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const edge = (i: number) => min + (range * i) / count;
  return {
    binRule,
    bins: counts.map((held, i) => ({ from: edge(i), to: edge(i + 1), count: held })),
  };
}
