import { type Static, Type } from 'typebox';

/** One state of a figure; `operator` is `equal` where the source says none. */
export const Revision = Type.Object(
  {
    value: Type.Optional(Type.Number()),
    num: Type.Optional(Type.Number()),
    den: Type.Optional(Type.Number()),
    operator: Type.String(),
    vintage: Type.String(),
    /** Day (`2023-12-31`). */
    asOf: Type.String(),
    publisher: Type.String(),
    /** Event time (ms) and log position. */
    time: Type.Number(),
    seq: Type.Number(),
  },
  { additionalProperties: false },
);
export type Revision = Static<typeof Revision>;

/** A figure that was revised: what it is now and what it was before, newest first. */
export const RevisedFigure = Type.Object(
  {
    /** `2023`, `2023-Q4`, `2023-12` … */
    period: Type.String(),
    /** From 1 January to the period's end. */
    yearToDate: Type.Boolean(),
    part: Type.String(),
    /** How often it was revised; of very many revisions only the newest are kept. */
    superseded: Type.Number(),
    revisions: Type.Array(Revision),
  },
  { additionalProperties: false },
);
export type RevisedFigure = Static<typeof RevisedFigure>;
