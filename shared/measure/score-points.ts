/** What a part of a score divides; `percent` null where there is nothing to divide by, so that it is not scored. */
export interface PartRatio {
  readonly percent: number | null;
  /** Points at most. */
  readonly max: number;
}

export interface Points {
  readonly points: number;
  /** Points of the parts that were scored: what could have been reached. */
  readonly reachable: number;
}

/**
 * Points of a part: `min(max, ratio × max)`. The ratio counts with two decimals of a percent, as the portal rounds it
 * (working note on the formulas of Decision 766).
 */
export function pointsOf(percent: number, max: number): number {
  return Math.min(max, (Math.round(percent * 100) / 10_000) * max);
}

/** Parts without a denominator are not scored: they add neither points nor what could be reached. */
export function addPoints(parts: readonly PartRatio[]): Points {
  let [points, reachable] = [0, 0];
  for (const { percent, max } of parts) {
    if (percent === null) continue;
    points += pointsOf(percent, max);
    reachable += max;
  }
  return { points, reachable };
}
