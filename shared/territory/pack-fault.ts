export interface PackFault {
  /** Place in `pack.json`: `units/718/parent`. */
  readonly where: string;
  readonly expected: string;
  readonly came: string;
  /** Set where a code exists, but not on the days it would have to. */
  readonly kind?: 'validity';
}
