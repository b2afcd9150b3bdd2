/**
 * Spans of time as a flat list: from, to (not included), from, to … in rising order, none meeting another. Numbers are
 * instants in whatever unit both sides use.
 */
export type InstantSpans = readonly number[];

/** Any pairs as spans; empty and reversed ones are left out. */
export function mergeSpans(pairs: readonly (readonly [from: number, to: number])[]): InstantSpans {
  const spans: number[] = [];
  const real = pairs.filter(([from, to]) => from < to).sort(([a], [b]) => a - b);
  for (const [from, to] of real) {
    const last = spans.length - 1;
    const end = spans[last];
    if (end === undefined || from > end) spans.push(from, to);
    else if (to > end) spans[last] = to;
  }
  return spans;
}

/** The end of the span an instant lies in; undefined outside. */
export function spanEndAt(spans: InstantSpans, at: number): number | undefined {
  for (let i = 0; i < spans.length; i += 2) {
    const end = spans[i + 1] as number;
    if ((spans[i] as number) <= at && at < end) return end;
  }
  return undefined;
}

/** How much of from–to lies in the spans. */
export function coveredLength(spans: InstantSpans, from: number, to: number): number {
  let length = 0;
  for (let i = 0; i < spans.length; i += 2) {
    const begin = Math.max(from, spans[i] as number);
    length += Math.max(Math.min(to, spans[i + 1] as number) - begin, 0);
  }
  return length;
}

/** Visits the pieces of from–to in rising order, each wholly inside a span or wholly outside. */
export function visitPieces(
  spans: InstantSpans,
  from: number,
  to: number,
  visit: (from: number, to: number, isCovered: boolean) => void,
): void {
  let at = from;
  for (let i = 0; i < spans.length && at < to; i += 2) {
    const begin = Math.min(Math.max(spans[i] as number, at), to);
    const end = Math.min(spans[i + 1] as number, to);
    if (at < begin) visit(at, begin, false);
    if (begin < end) visit(begin, end, true);
    at = Math.max(at, begin, end);
  }
  if (at < to) visit(at, to, false);
}
