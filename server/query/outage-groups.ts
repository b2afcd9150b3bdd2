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

/**
 * Causes behind outages: of what began together, one for each site, or one for each owner where too many went at once
 * for sites to explain it.
 */
export function countOutageGroups(outages: readonly Outage[]): number {
  const inOrder = [...outages].sort((a, b) => a.sinceMs - b.sinceMs);
  let count = 0;
  for (let first = 0; first < inOrder.length; ) {
    let end = first + 1;
    while (end < inOrder.length && gapBefore(inOrder, end) <= TOGETHER_MS) end++;
    const together = inOrder.slice(first, end);
    const causeOf = ({ site, owner }: Outage) => (together.length < MANY ? site : owner);
    count += new Set(together.map(causeOf)).size;
    first = end;
  }
  return count;
}

function gapBefore(inOrder: readonly Outage[], index: number): number {
  return (inOrder[index]?.sinceMs ?? 0) - (inOrder[index - 1]?.sinceMs ?? 0);
}
