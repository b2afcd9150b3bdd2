import type { Incident } from '../../shared/event/incident.ts';
import { INCIDENT_DIMENSIONS } from '../../shared/measure/measure.ts';
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
    this.put(id, timeMs, [unit, kind, severity, place], () => postingsOf(incident));
  }
}

function postingsOf({ opened, closed }: Incident): Posting<IncidentFlow>[] {
  const openedOn = dayOfInstant(opened);
  if (closed === undefined) return [['opened', openedOn, 1]];
  // A slip of a clock must not close what has not happened yet: stocks would go below zero.
  const closedOn = Math.max(dayOfInstant(closed), openedOn);
  const lastedMs = Math.max(millisOfInstant(closed) - millisOfInstant(opened), 0);
  return [
    ['opened', openedOn, 1],
    ['closed', closedOn, 1],
    ['closedMinutes', closedOn, Math.round(lastedMs / MINUTE_MS)],
  ];
}
