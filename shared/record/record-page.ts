import { type Static, Type } from 'typebox';
import { Dossier } from '../event/dossier.ts';
import { RecordRow } from './records.ts';

/** A part of a dossier that one revision changed, as the source tells it; null where it was or is absent. */
export const FieldChange = Type.Object(
  {
    field: Type.String(),
    before: Type.Unknown(),
    after: Type.Unknown(),
  },
  { additionalProperties: false },
);
export type FieldChange = Static<typeof FieldChange>;

/** One telling of a dossier. */
export const RecordRevision = Type.Object(
  {
    /** Log position. */
    seq: Type.Integer(),
    /** When it came (ms), and when it happened by its source (ms). */
    receivedAt: Type.Number(),
    time: Type.Number(),
    source: Type.String(),
    status: Type.String(),
    /** Against the one before it in time; empty for the first, and for one that says the same again. */
    changes: Type.Array(FieldChange),
    /** True: what it says was already superseded when it came. */
    cameLate: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type RecordRevision = Static<typeof RecordRevision>;

/** A dossier as it is, and how it came to that. No personal fields: they do not pass ingest. */
export const RecordPage = Type.Object(
  {
    row: RecordRow,
    dossier: Dossier,
    /** Newest first; of very many the newest only. */
    revisions: Type.Array(RecordRevision),
    /** All there are, those that are not listed too. */
    revisionCount: Type.Integer(),
    seq: Type.Integer(),
    asOf: Type.String(),
  },
  { additionalProperties: false },
);
export type RecordPage = Static<typeof RecordPage>;
