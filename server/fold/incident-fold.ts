import type { Incident } from '../../shared/event/incident.ts';
import { INCIDENT_DIMENSIONS } from '../../shared/measure/measure.ts';
import { NO_DAY } from './day-axis.ts';
import { INCIDENT_FLOWS, type IncidentFlow } from './flows.ts';
import { dayOfInstant, millisOfInstant } from './instant.ts';
import { type Posting, RevisedCube } from './revised-cube.ts';

const MINUTE_MS = 60_000;

/** Security and traffic incidents → daily flows. */
export class IncidentFold extends RevisedCube<IncidentFlow> {
  constructor() {
    super('incident', INCIDENT_DIMENSIONS, INCIDENT_FLOWS);
  }

  apply(incident: Incident, timeMs: number): void {
    const { id, unit, kind, severity, place = '' } = incident;
    this.put(id, timeMs, [unit, kind, severity, place], () => contributionOf(incident));
  }
}

function contributionOf({ opened, closed }: Incident) {
  const openedOn = dayOfInstant(opened);
  const begun: Posting<IncidentFlow> = ['opened', openedOn, 1];
  if (closed === undefined) return { told: [openedOn, NO_DAY], postings: [begun] };
  // A slip of a clock must not close what has not happened yet: stocks would go below zero.
  const closedOn = Math.max(dayOfInstant(closed), openedOn);
  const lastedMs = Math.max(millisOfInstant(closed) - millisOfInstant(opened), 0);
  const postings: Posting<IncidentFlow>[] = [
    begun,
    ['closed', closedOn, 1],
    ['closedMinutes', closedOn, Math.round(lastedMs / MINUTE_MS)],
  ];
  return { told: [openedOn, closedOn], postings };
}
