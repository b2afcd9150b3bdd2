/** Numbers in ascending order; none of them NaN. */
export const sorted = (values: readonly number[]): readonly number[] =>
  [...values].sort((a, b) => a - b);

/**
 * The quantile `p` (0–1) of numbers in ascending order, by linear interpolation between the two nearest: type 7 of
 * Hyndman and Fan (1996), the one spreadsheets use. NaN of no numbers.
 */
export function quantile(ascending: readonly number[], p: number): number {
  const place = (ascending.length - 1) * p;
  const low = ascending[Math.floor(place)] ?? Number.NaN;
  const high = ascending[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(sorted(values), 0.5);

export interface Weighted {
  readonly value: number;
  /** More than 0. */
  readonly weight: number;
}

/**
 * The value at which half of the weight is reached; where the halves meet exactly, the middle of the two values there.
 * With equal weights it is the median.
 */
export function weightedMedian(values: readonly Weighted[]): number {
  const ascending = [...values].sort((a, b) => a.value - b.value);
  const half = ascending.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let reached = 0;
  for (const [i, { value, weight }] of ascending.entries()) {
    reached += weight;
    if (Math.abs(reached - half) <= half * 1e-12)
      return (value + (ascending[i + 1]?.value ?? value)) / 2;
    if (reached > half) return value;
  }
  return Number.NaN;
}

/** What the median absolute deviation is to be multiplied by to estimate a standard deviation of normal numbers. */
const MAD_TO_SIGMA = 1.4826;
/** The same for the mean absolute deviation: √(π/2). */
const MEAN_DEVIATION_TO_SIGMA = 1.2533;

/**
 * Spread of residuals about 0 that up to half of them being wild cannot move: 1.4826 × median |r|. Where more than
 * half are exactly 0, 1.2533 × mean |r| instead (Iglewicz and Hoaglin 1993); 0 only where all are.
 */
export function robustSigma(residuals: readonly number[]): number {
  const sizes = residuals.map(Math.abs);
  const byMedian = MAD_TO_SIGMA * median(sizes);
  if (byMedian > 0) return byMedian;
  const sum = sizes.reduce((total, size) => total + size, 0);
  return (MEAN_DEVIATION_TO_SIGMA * sum) / Math.max(sizes.length, 1);
}
