import type { Pause } from '../../shared/calendar/due-date.ts';
import type { Dossier } from '../../shared/event/dossier.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { NO_DAY, positionOf } from './day-axis.ts';
import { millisOfInstant } from './instant.ts';

const NONE: readonly Pause[] = [];

/** The spans in which a dossier's clock stands still, in order and apart from each other; the last may be open. */
export function pausesOf(dossier: Dossier, timeMs: number): readonly Pause[] {
  const isWaiting = dossier.status === '5' || dossier.status === '6';
  if (!dossier.paused && !isWaiting) return NONE;
  const spans: Pause[] = (dossier.paused ?? []).map(({ from, to }) => ({
    from: millisOfInstant(from),
    to: to === undefined ? undefined : millisOfInstant(to),
  }));
  // The source says that it waits but not since when: the revision's own time is the earliest that is known.
  if (isWaiting && spans.every(({ to }) => to !== undefined)) {
    spans.push({ from: timeMs, to: undefined });
  }
  return merge(spans);
}

const endOf = ({ to }: Pause) => to ?? Number.POSITIVE_INFINITY;

function merge(spans: Pause[]): readonly Pause[] {
  spans.sort((a, b) => a.from - b.from || endOf(a) - endOf(b));
  const merged: Pause[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (endOf(span) <= span.from) continue;
    if (!last || span.from > endOf(last)) merged.push(span);
    else if (endOf(span) > endOf(last))
      merged[merged.length - 1] = { from: last.from, to: span.to };
  }
  return merged;
}

/** The days at whose end a dossier waits, as positions from, to (not included; `NO_DAY` while open). */
export function writePausedDays(pauses: readonly Pause[], into: number[]): void {
  if (into.length > 0) into.length = 0;
  for (const { from, to } of pauses) {
    const first = positionOf(localDayOf(from));
    const end = to === undefined ? NO_DAY : positionOf(localDayOf(to));
    const last = into.length - 1;
    if (end <= first) continue;
    if (into[last] === first) into[last] = end;
    else into.push(first, end);
  }
}
