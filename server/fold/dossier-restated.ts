import { NO_DAY } from './day-axis.ts';
import { type DossierFacts, OUTCOME, OUTCOME_MASK } from './dossier-facts.ts';

/**
 * The day (position) whose figures a newer report changed after the fact, or `NO_DAY`. Progress changes nothing that was
 * told: a dossier is closed, paused, its due day is moved while it is open. Told once are the day of receipt and where the
 * dossier counts, and once it is closed also when it was closed and was due.
 */
export function restatedOn(
  before: DossierFacts,
  after: DossierFacts,
  isSamePlace: boolean,
): number {
  if ((before.flags & OUTCOME_MASK) === OUTCOME.uncounted) return NO_DAY;
  const isCounted = (after.flags & OUTCOME_MASK) !== OUTCOME.uncounted;
  const wasClosed = before.closed !== NO_DAY;
  if (wasClosed && (before.closed !== after.closed || before.due !== after.due))
    return before.closed;
  const isSame = isCounted && isSamePlace && before.received === after.received;
  return isSame ? NO_DAY : before.received;
}
