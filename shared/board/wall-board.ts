import { type Static, Type } from 'typebox';

/** A saved version of a board that was put on the wall in place of the pack's, or beside the pack's boards. */
export const WallBoard = Type.Object(
  {
    id: Type.String(),
    /** Of the document of kind `board`. */
    version: Type.Integer(),
    /** When it was put there, ms, and by whom. */
    at: Type.Number(),
    by: Type.String(),
    /** Why it is not on the wall all the same: it no longer fits the pack, or what boards are; the pack's is shown. */
    fault: Type.Optional(
      Type.Object({ code: Type.String(), message: Type.String() }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);
export type WallBoard = Static<typeof WallBoard>;
