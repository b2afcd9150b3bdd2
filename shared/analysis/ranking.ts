/** The values of one period by unit code; null where the unit has none. */
export interface RankedPeriod {
  readonly key: string;
  readonly values: ReadonlyMap<string, number | null>;
}

export interface Standing {
  readonly rank: number;
  readonly value: number;
  /** Units with the very same value, this one among them; 1 where it stands alone. */
  readonly shared: number;
  /**
   * Places gained since the period before: positive is better (9th to 4th is +5). Null where it cannot be told; `reason`
   * then says why, but for the first period.
   */
  readonly gained: number | null;
  readonly reason?: 'IOC_QUERY_NOT_COMPARABLE' | 'IOC_QUERY_NO_DATA';
}

export interface Ranking {
  readonly key: string;
  /** How many units are ranked. */
  readonly of: number;
  readonly standings: ReadonlyMap<string, Standing>;
  /** Units without a value: they have no rank and shift nobody. */
  readonly unranked: readonly string[];
}

/**
 * Ranks of each period, best first: units with equal values share the better rank and the next one follows after all
 * of them (1, 2, 2, 4). Values are compared unrounded. Places gained are told only where as many units are ranked in
 * both periods: 8th of 63 and 8th of 34 are two things.
 */
export function rankOverTime(
  periods: readonly RankedPeriod[],
  better: 'higher' | 'lower',
): readonly Ranking[] {
  const rankings: Ranking[] = [];
  for (const period of periods) rankings.push(rankPeriod(period, better, rankings.at(-1)));
  return rankings;
}

function rankPeriod(
  { key, values }: RankedPeriod,
  better: 'higher' | 'lower',
  before: Ranking | undefined,
): Ranking {
  const known = [...values].flatMap(([unit, value]) => (value === null ? [] : [{ unit, value }]));
  const best = (a: number, b: number) => (better === 'higher' ? b - a : a - b);
  known.sort((a, b) => best(a.value, b.value));
  const standings = new Map<string, Standing>();
  const sharing = new Map<number, number>();
  for (const { value } of known) sharing.set(value, (sharing.get(value) ?? 0) + 1);
  let rank = 1;
  for (const [i, { unit, value }] of known.entries()) {
    if (i > 0 && known[i - 1]?.value !== value) rank = i + 1;
    const shared = sharing.get(value) ?? 1;
    standings.set(unit, { rank, value, shared, ...moved(unit, rank, known.length, before) });
  }
  const unranked = [...values.keys()].filter((unit) => !standings.has(unit));
  return { key, of: known.length, standings, unranked };
}

function moved(
  unit: string,
  rank: number,
  of: number,
  before: Ranking | undefined,
): Pick<Standing, 'gained' | 'reason'> {
  if (before === undefined) return { gained: null };
  if (before.of !== of) return { gained: null, reason: 'IOC_QUERY_NOT_COMPARABLE' };
  const earlier = before.standings.get(unit);
  if (earlier === undefined) return { gained: null, reason: 'IOC_QUERY_NO_DATA' };
  return { gained: earlier.rank - rank };
}
