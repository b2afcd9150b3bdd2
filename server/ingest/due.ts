import type { DueDates } from '../../shared/calendar/due-date.ts';
import { isoInstant, parseInstant } from '../../shared/unit/instant.ts';

/**
 * Gives a dossier that came with a term the due date that follows from it, so that a later calendar does not move it.
 * A due date that came goes before any term. Returns whether the data changed.
 */
export function freezeDue(dossier: Record<string, unknown>, dueDates: DueDates): boolean {
  const { received, due, durationHours, durationDays } = dossier;
  if (due !== undefined || typeof received !== 'string') return false;
  const receivedMs = parseInstant(received);
  if (receivedMs === undefined) return false;
  if (typeof durationHours === 'number') {
    dossier.due = withoutFraction(dueDates.afterHours(receivedMs, durationHours));
  } else if (typeof durationDays === 'number') {
    dossier.due = withoutFraction(dueDates.afterDays(receivedMs, durationDays));
  }
  return dossier.due !== undefined;
}

function withoutFraction(instantMs: number): string {
  return isoInstant(instantMs).replace(/\.\d+/, '');
}
