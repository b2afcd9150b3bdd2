export interface PaceLimits {
  /** Waited after the first event of a quiet spell, so that a batch comes as one delta. */
  readonly minMs: number;
  readonly maxMs: number;
  /** Share of one core that evaluation and fan-out may take. */
  readonly maxShare: number;
}

export const PACE: PaceLimits = { minMs: 3, maxMs: 250, maxShare: 0.4 };

/**
 * How long to wait between the end of a tick and the next one: with `tickCostMs` the smoothed cost of a tick, the
 * share `cost / (cost + wait)` stays at `maxShare`. A cheap tick waits a few milliseconds, an expensive one longer.
 */
export function nextTickMs(tickCostMs: number, limits: PaceLimits = PACE): number {
  const wait = tickCostMs / limits.maxShare - tickCostMs;
  return Math.min(limits.maxMs, Math.max(limits.minMs, wait));
}

/** Rises with the first expensive tick, falls slowly: a burst must not be met with the pace of the calm before. */
export function smoothCost(smoothedMs: number, lastMs: number): number {
  return lastMs >= smoothedMs ? lastMs : smoothedMs + (lastMs - smoothedMs) * 0.2;
}
