import { type Static, Type } from 'typebox';

export const INCIDENT_DEEDS = ['note', 'grade', 'close', 'reopen'] as const;
export type IncidentDeedName = (typeof INCIDENT_DEEDS)[number];

/** Whether a deed is possible while it is open, or once it is closed. */
export function isIncidentDeedPossible(isOpen: boolean, deed: IncidentDeedName): boolean {
  return deed === 'note' || (deed === 'reopen' ? !isOpen : isOpen);
}

export const Severity = Type.Enum(['low', 'medium', 'high', 'critical']);
export type Severity = Static<typeof Severity>;

/** What happened, or was found out, or done. */
export const IncidentEntry = Type.Object({
  /** Of the act; for what a source sent, of the event. */
  seq: Type.Integer(),
  /** When it happened, ms. */
  at: Type.Number(),
  /** The account; a source's name for what it sent. */
  by: Type.String(),
  from: Type.Enum(['people', 'source']),
  deed: Type.String(),
  text: Type.String(),
});
export type IncidentEntry = Static<typeof IncidentEntry>;

export const IncidentCase = Type.Object({
  id: Type.String(),
  title: Type.String(),
  unit: Type.String(),
  severity: Severity,
  openedAt: Type.Number(),
  openedBy: Type.String(),
  /** ms; null while it is open. */
  closedAt: Type.Union([Type.Number(), Type.Null()]),
  /** Oldest first, by when it happened. */
  timeline: Type.Array(IncidentEntry),
  /** Newest act about it, 0 where nobody has done anything yet. */
  seq: Type.Integer(),
});
export type IncidentCase = Static<typeof IncidentCase>;

const Text = Type.String({ maxLength: 4000 });

export const NewIncident = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
    unit: Type.String({ minLength: 1, maxLength: 32 }),
    severity: Severity,
    /** When it began, ms; default now. */
    at: Type.Optional(Type.Integer()),
    text: Type.Optional(Text),
  },
  { additionalProperties: false },
);
export type NewIncident = Static<typeof NewIncident>;

export const IncidentDeed = Type.Object(
  {
    deed: Type.Enum([...INCIDENT_DEEDS]),
    seq: Type.Integer(),
    text: Type.Optional(Text),
    severity: Type.Optional(Severity),
    /** When it happened, ms; default now. */
    at: Type.Optional(Type.Integer()),
  },
  { additionalProperties: false },
);
export type IncidentDeed = Static<typeof IncidentDeed>;

/** The newest revision of an incident that a source sent. */
export interface IncidentEvent {
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly unit: string;
  readonly place: string | undefined;
  readonly severity: Severity;
  /** ms */
  readonly openedAt: number;
  readonly closedAt: number | undefined;
  /** Of its newest revision. */
  readonly seq: number;
}
