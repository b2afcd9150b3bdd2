import { randomUUID } from 'node:crypto';
import {
  type IncidentCase,
  type IncidentDeed,
  type IncidentEvent,
  isIncidentDeedPossible,
  type NewIncident,
} from '../../shared/duty/incident.ts';
import { IocError } from '../errors.ts';
import { Book } from './book.ts';
import type { DutyOptions } from './duty-options.ts';
import { applyIncident, type IncidentOpened, withEvent } from './incident-fold.ts';

export interface IncidentSources {
  /** The newest incidents that sources sent. */
  readonly events: () => Promise<readonly IncidentEvent[]>;
  /** What one is called before anybody has named it. */
  readonly titleOf: (event: IncidentEvent) => string;
}

/** Incidents: opened by people, or sent by a source and taken up by people, each with its timeline. */
export interface Incidents {
  /** Open ones first, newest first. */
  list(): Promise<readonly IncidentCase[]>;
  find(id: string): Promise<IncidentCase>;
  open(wanted: NewIncident, by: string): Promise<IncidentCase>;
  /** Throws where the deed is not possible, or was decided on an older state. */
  do(id: string, deed: IncidentDeed, by: string): Promise<IncidentCase>;
}

export function createIncidents(
  { journal, now }: DutyOptions,
  { events, titleOf }: IncidentSources,
): Incidents {
  const book = new Book(journal, 'incident', applyIncident);
  const all = async () => {
    const cases = new Map(await book.things());
    for (const event of await events()) {
      cases.set(event.id, withEvent(cases.get(event.id), event, titleOf(event)));
    }
    return cases;
  };
  const find = async (id: string) => (await all()).get(id) ?? book.find(id);
  return {
    list: async () => [...(await all()).values()].sort(inOrder),
    find,
    open: async ({ title, unit, severity, at = now(), text = '' }, by) => {
      const body: IncidentOpened = { title: title.trim(), unit, severity, at, text };
      const act = { at: now(), by, subject: randomUUID(), kind: 'opened', body };
      return book.write(act, 0);
    },
    do: async (id, { deed, seq, at = now(), text = '', severity }, by) => {
      const found = await find(id);
      if (!isIncidentDeedPossible(found.closedAt === null, deed)) {
        throw new IocError('IOC_DUTY_STATE', { where: deed, came: stateOf(found) });
      }
      const newest = await takeUp(found, seq, by);
      const body = { at, text, ...(severity !== undefined && { severity }) };
      await book.write({ at: now(), by, subject: id, kind: deed, body }, newest);
      return find(id);
    },
  };

  /** The first deed about what a source sent makes it a case of ours. */
  async function takeUp(found: IncidentCase, seq: number, by: string): Promise<number> {
    if (found.seq !== 0 || seq !== 0) return seq;
    const { id, title, unit, severity, openedAt } = found;
    const body: IncidentOpened = { title, unit, severity, at: openedAt, text: '' };
    return (await book.write({ at: now(), by, subject: id, kind: 'opened', body }, 0)).seq;
  }
}

const stateOf = ({ closedAt }: IncidentCase) => (closedAt === null ? 'open' : 'closed');

function inOrder(a: IncidentCase, b: IncidentCase): number {
  if ((a.closedAt === null) !== (b.closedAt === null)) return a.closedAt === null ? -1 : 1;
  return b.openedAt - a.openedAt;
}
