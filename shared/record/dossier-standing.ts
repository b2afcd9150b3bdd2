/**
 * How a dossier stands at the end of a day (by date, never by the hour: domain rule). `ahead`: received on a later day.
 * What waits for the citizen is `paused` and never late meanwhile. `withdrawn-on-time`: status 7 where the setting
 * counts it as on time; else 7 and 8 are `stopped`. `uncounted`: status 1 and 3.
 */
export const STANDINGS = [
  'uncounted',
  'ahead',
  'in-term',
  'paused',
  'open-late',
  'early',
  'on-time',
  'late',
  'stopped',
  'withdrawn-on-time',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Place of a standing, for sets of them as bits. */
export const STANDING = Object.fromEntries(STANDINGS.map((name, place) => [name, place])) as {
  readonly [S in Standing]: number;
};

export function standingBits(standings: readonly Standing[]): number {
  return standings.reduce((bits, name) => bits | (1 << STANDING[name]), 0);
}

/** An apology letter: none, one sent on or after the due day, one sent before it. */
export const APOLOGIES = ['none', 'after-due', 'before-due'] as const;
export type ApologyState = (typeof APOLOGIES)[number];
