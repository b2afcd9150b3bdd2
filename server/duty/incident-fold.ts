import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import {
  INCIDENT_DEEDS,
  type IncidentCase,
  type IncidentEvent,
  isIncidentDeedPossible,
  Severity,
} from '../../shared/duty/incident.ts';
import type { Act } from '../store/journal.ts';

/** Body of an `opened` act. */
const IncidentOpened = Type.Object({
  title: Type.String(),
  unit: Type.String(),
  severity: Severity,
  /** When it began, ms. */
  at: Type.Number(),
  text: Type.String(),
});
export type IncidentOpened = Static<typeof IncidentOpened>;

/** Body of an act that is a deed. */
const IncidentDone = Type.Object({
  at: Type.Number(),
  text: Type.String(),
  severity: Type.Optional(Severity),
});
export type IncidentDone = Static<typeof IncidentDone>;

/** An incident after an act; pure and total: what is not possible leaves it as it was. */
export function applyIncident(known: IncidentCase | undefined, act: Act): IncidentCase | undefined {
  if (!known) return open(act);
  const deed = INCIDENT_DEEDS.find((each) => each === act.kind);
  const { seq, by, body } = act;
  // Its source may have closed it, which the acts do not know.
  const isPossible =
    deed && (deed === 'reopen' || isIncidentDeedPossible(known.closedAt === null, deed));
  if (!isPossible || !Value.Check(IncidentDone, body)) return { ...known, seq };
  const { at, text, severity } = body;
  const entry = { seq, at, by, from: 'people' as const, deed, text };
  return {
    ...known,
    ...(deed === 'grade' && severity && { severity }),
    ...(deed === 'close' && { closedAt: at }),
    ...(deed === 'reopen' && { closedAt: null }),
    timeline: inOrder([...known.timeline, entry]),
    seq,
  };
}

function open({ seq, by, subject, kind, body }: Act): IncidentCase | undefined {
  if (kind !== 'opened' || !Value.Check(IncidentOpened, body)) return undefined;
  const { title, unit, severity, at, text } = body;
  const entry = { seq, at, by, from: 'people' as const, deed: 'opened', text };
  const life = { openedAt: at, openedBy: by, closedAt: null };
  return { id: subject, title, unit, severity, ...life, timeline: [entry], seq };
}

/**
 * What people wrote about an incident and what its source sent, as one: the source's closing closes it too, and its entries stand
 * in the same timeline.
 */
export function withEvent(
  known: IncidentCase | undefined,
  event: IncidentEvent,
  title: string,
): IncidentCase {
  const { id, unit, severity, source, openedAt, closedAt, seq } = event;
  const entry = { seq, by: source, from: 'source' as const, text: '' };
  const sent = [
    { ...entry, at: openedAt, deed: 'opened' },
    ...(closedAt === undefined ? [] : [{ ...entry, at: closedAt, deed: 'close' }]),
  ];
  if (!known) {
    const life = { openedAt, openedBy: source, closedAt: closedAt ?? null };
    return { id, title, unit, severity, ...life, timeline: sent, seq: 0 };
  }
  const own = known.timeline.filter(({ deed }) => deed !== 'opened');
  const reopened = own.some(({ deed, at }) => deed === 'reopen' && at >= (closedAt ?? at));
  const closed = known.closedAt ?? (reopened ? null : (closedAt ?? null));
  return { ...known, closedAt: closed, timeline: inOrder([...sent, ...own]) };
}

function inOrder(entries: IncidentCase['timeline']): IncidentCase['timeline'] {
  return entries.toSorted((a, b) => a.at - b.at || a.seq - b.seq);
}
