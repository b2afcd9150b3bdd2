/** Tries before a delivery is given up: some four hours in all. */
export const MAX_ATTEMPTS = 10;
const FIRST_MS = 15_000;
const LONGEST_MS = 3_600_000;

/** Wait after so many failed attempts (from 1), ms: doubling, half of it by chance so that not all come back at once. */
export function backoffMs(attempts: number, random: () => number): number {
  const whole = Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
  return Math.round(whole * (0.5 + random() / 2));
}
