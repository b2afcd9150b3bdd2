import { createDueDates } from '../shared/calendar/due-date.ts';
import type { IncidentEvent } from '../shared/duty/incident.ts';
import type { HandedItem } from '../shared/duty/shift.ts';
import type { Pack } from '../shared/territory/pack.ts';
import type { Sees } from './access/sight.ts';
import type { AlertDesk } from './alert/alert-desk.ts';
import { createIncidents, type Incidents } from './duty/incidents.ts';
import { createShifts } from './duty/shifts.ts';
import { createTasks, type Tasks } from './duty/tasks.ts';
import type { DutyPort } from './http/desk-port.ts';
import type { ProvincePack } from './source/province-pack.ts';
import type { ActJournal } from './store/journal.ts';

export interface DutyParts {
  readonly journal: ActJournal;
  readonly pack: Pick<ProvincePack, 'pack' | 'calendar'>;
  /** The server's clock, ms. */
  readonly now: () => number;
  readonly sees: Sees;
  readonly events: () => Promise<readonly IncidentEvent[]>;
  /** Alarms that are not closed, of any unit. */
  readonly alarms: () => Promise<readonly HandedItem[]>;
}

/** Tasks, shifts and incidents of one server; a hand-over lists what is open in all three places. */
export function createDuty({ journal, pack, now, sees, events, alarms }: DutyParts): DutyPort {
  const options = { journal, dueDates: createDueDates(pack.calendar), now };
  const tasks = createTasks(options);
  const incidents = createIncidents(options, { events, titleOf: (e) => titleOf(e, pack.pack) });
  const openItems = async (unit: string): Promise<HandedItem[]> => {
    const all = [
      ...(await alarms()),
      ...(await openTasks(tasks)),
      ...(await openIncidents(incidents)),
    ];
    const atDesk = { role: 'operator', name: unit, scope: [unit] } as const;
    return all.filter((item) => sees(atDesk, item.unit));
  };
  return { tasks, incidents, shifts: createShifts(options, openItems) };
}

/** Alarms that stand or were set aside: a hand-over hides neither. */
export function openAlarms(desk: AlertDesk | undefined): HandedItem[] {
  const alarms = desk?.list(() => true, 'all').alarms ?? [];
  return alarms.map(({ id, title, subject, place, raisedAtMs }) => ({
    kind: 'alarm',
    ...{ id, title: title.vi, unit: subject.unit, state: place, since: raisedAtMs, due: null },
  }));
}

async function openTasks(tasks: Tasks): Promise<HandedItem[]> {
  return (await tasks.list())
    .filter(({ workingHoursLeft }) => workingHoursLeft !== null)
    .map(({ id, title, unit, state, openedAt, due }) => ({
      kind: 'task',
      ...{ id, title, unit, state, since: openedAt, due },
    }));
}

async function openIncidents(incidents: Incidents): Promise<HandedItem[]> {
  return (await incidents.list())
    .filter(({ closedAt }) => closedAt === null)
    .map(({ id, title, unit, severity, openedAt }) => ({
      kind: 'incident',
      ...{ id, title, unit, state: severity, since: openedAt, due: null },
    }));
}

/** `Ùn tắc giao thông, Ngã tư 550`, as far as the pack knows names. */
function titleOf({ kind, place }: IncidentEvent, { terms = {}, zones, junctions }: Pack): string {
  const named = terms.incidentKind?.find(({ code }) => code === kind);
  const site = [...zones, ...junctions].find(({ code }) => code === place);
  return [named?.name.vi ?? kind, site?.name].filter((part) => part !== undefined).join(', ');
}
