/** A repeatable source of chance (mulberry32): the same seed gives the same run. */
export interface Chance {
  /** 0 ≤ n < `below`, whole. */
  whole(below: number): number;
  /** True with this probability. */
  flip(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    whole,
    flip: (probability) => next() < probability,
    pick: (list) => {
      const picked = list[whole(list.length)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}
