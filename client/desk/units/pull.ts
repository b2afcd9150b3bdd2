/** A rate's two counts. */
export interface Rate {
  readonly num: number;
  readonly den: number;
}

/**
 * How far a part moves the rate of the whole, in percentage points: its share of the denominator times its distance
 * from the whole's rate. Below zero it pulls the whole down; over all parts of the whole the pulls add up to zero.
 * Null where either has nothing to divide by.
 */
export function pullOf(part: Rate | null, whole: Rate | null): number | null {
  if (!part || !whole || part.den === 0 || whole.den === 0) return null;
  return ((part.num - (part.den * whole.num) / whole.den) / whole.den) * 100;
}

/** A pull this weak, in points, is not worth a colour. */
const NOTABLE_POINTS = 0.05;
/** Nor is one of many of the same strength: a notable one is this share of all that pulls down. */
const NOTABLE_SHARE = 1 / 3;

export interface Strongest {
  readonly index: number;
  readonly points: number;
  /** Strong by itself and among the others. */
  readonly isNotable: boolean;
}

/** The part that pulls down most; null where none does by what two decimals show. */
export function strongestPull(pulls: readonly (number | null)[]): Strongest | null {
  const points = Math.min(...pulls.map((pull) => pull ?? 0));
  if (pulls.length < 2 || points > -0.005) return null;
  const all = pulls.reduce<number>((sum, pull) => sum + Math.min(pull ?? 0, 0), 0);
  const isNotable = points <= -NOTABLE_POINTS && points / all >= NOTABLE_SHARE;
  return { index: pulls.indexOf(points), points, isNotable };
}
