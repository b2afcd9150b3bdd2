export interface RealtimeLimits {
  readonly maxMessageBytes: number;
  readonly maxSubscriptions: number;
  /** Messages a viewer may send at once, and how many come back a second. */
  readonly messageBurst: number;
  readonly messagesPerSecond: number;
  readonly heartbeatMs: number;
  readonly loadingHeartbeatMs: number;
  /** Unsent bytes of one viewer above which it steps out. */
  readonly viewerBudgetBytes: number;
  /** Of all viewers together: with many of them each gets its share, but no less than the smallest budget. */
  readonly totalBudgetBytes: number;
  readonly smallestBudgetBytes: number;
  /** A viewer that has not drained after this long is cut off. */
  readonly drainMs: number;
  readonly sweepEveryMs: number;
}

export const REALTIME_LIMITS: RealtimeLimits = {
  maxMessageBytes: 64 * 1024,
  /** A wall keeps every scene's questions open: sixteen scenes ask some 250. */
  maxSubscriptions: 512,
  messageBurst: 640,
  messagesPerSecond: 20,
  heartbeatMs: 4000,
  loadingHeartbeatMs: 500,
  viewerBudgetBytes: 256 * 1024,
  totalBudgetBytes: 64 * 1024 * 1024,
  smallestBudgetBytes: 32 * 1024,
  drainMs: 15_000,
  sweepEveryMs: 250,
};

export function budgetPerViewer(viewers: number, limits: RealtimeLimits): number {
  const share = limits.totalBudgetBytes / Math.max(1, viewers);
  return Math.min(limits.viewerBudgetBytes, Math.max(limits.smallestBudgetBytes, share));
}

export interface Allowance {
  readonly left: number;
  readonly atMs: number;
}

/** Token bucket: the allowance after one more message, or undefined when there is none left. */
export function spend(
  allowance: Allowance,
  nowMs: number,
  { messageBurst, messagesPerSecond }: RealtimeLimits,
): Allowance | undefined {
  const regained = ((nowMs - allowance.atMs) / 1000) * messagesPerSecond;
  const left = Math.min(messageBurst, allowance.left + regained) - 1;
  return left < 0 ? undefined : { left, atMs: nowMs };
}
