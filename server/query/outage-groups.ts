/** A camera that is down: where, whose, and since when (ms). */
export interface Outage {
  /** Junction, else zone, else the camera itself. */
  readonly site: string;
  readonly owner: string;
  readonly sinceMs: number;
}

/** Outages that begin no farther apart than this may have one cause; a status takes about as long to come round. */
const TOGETHER_MS = 5 * 60_000;
/** So many at once have a cause above the single site: a cut fibre, a failed core switch. */
const MANY = 20;

/** What went down together, by one cause. */
export interface OutageGroup<O extends Outage = Outage> {
  /** Whether the cause is told by the site, or by the owner because too many went at once. */
  readonly by: 'site' | 'owner';
  /** Code of that site or owner. */
  readonly code: string;
  /** In order of time, never none. */
  readonly outages: readonly O[];
}

/**
 * Causes behind outages, in order of time: of what began together, one for each site, or one for each owner where too many
 * went at once for sites to explain it.
 */
export function groupOutages<O extends Outage>(outages: readonly O[]): OutageGroup<O>[] {
  const inOrder = [...outages].sort((a, b) => a.sinceMs - b.sinceMs);
  const groups: OutageGroup<O>[] = [];
  for (let first = 0; first < inOrder.length; ) {
    let end = first + 1;
    while (end < inOrder.length && gapBefore(inOrder, end) <= TOGETHER_MS) end++;
    groups.push(...splitByCause(inOrder.slice(first, end)));
    first = end;
  }
  return groups;
}

function splitByCause<O extends Outage>(together: readonly O[]): OutageGroup<O>[] {
  const by = together.length < MANY ? 'site' : 'owner';
  const found = new Map<string, O[]>();
  for (const outage of together) {
    const known = found.get(outage[by]);
    if (known) known.push(outage);
    else found.set(outage[by], [outage]);
  }
  return [...found].map(([code, outages]) => ({ by, code, outages }));
}

function gapBefore(inOrder: readonly Outage[], index: number): number {
  return (inOrder[index]?.sinceMs ?? 0) - (inOrder[index - 1]?.sinceMs ?? 0);
}
