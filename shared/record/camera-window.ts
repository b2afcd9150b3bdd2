import { type Static, Type } from 'typebox';
import { Code, InstantText, Label } from '../event/envelope.ts';

/** Which cameras a window may be planned for, below a unit: all, those of one owner, contractor, zone or junction, or single ones. */
export const WINDOW_BY = ['owner', 'contractor', 'zone', 'junction'] as const;
export type WindowBy = (typeof WINDOW_BY)[number];

/** Longest window, and how long ago it may have begun when it is entered: what is over is not made planned afterwards. */
export const MAX_WINDOW_DAYS = 31;
export const MAX_WINDOW_LATE_HOURS = 24;

export const NewWindow = Type.Object(
  {
    unit: Code,
    by: Type.Optional(Type.Enum([...WINDOW_BY])),
    /** The owner, contractor, zone or junction. */
    key: Type.Optional(Code),
    cameras: Type.Optional(Type.Array(Code, { minItems: 1, maxItems: 1000 })),
    from: InstantText,
    to: InstantText,
    reason: Label,
  },
  { additionalProperties: false },
);
export type NewWindow = Static<typeof NewWindow>;

/** `end`: what runs is over now. `cancel`: what has not begun does not take place. */
export const WindowDeed = Type.Object(
  { deed: Type.Enum(['end', 'cancel']) },
  { additionalProperties: false },
);
export type WindowDeed = Static<typeof WindowDeed>;

export const WindowCode = Type.Object({ window: Type.String() }, { additionalProperties: false });

export const CameraWindowRow = Type.Object(
  {
    window: Type.String(),
    /** ms; `to` not included */
    from: Type.Number(),
    to: Type.Number(),
    state: Type.Enum(['planned', 'running', 'over', 'cancelled']),
    reason: Type.String(),
    /** How many cameras of the asked unit it is for, and the names of the first of them. */
    count: Type.Integer(),
    names: Type.Array(Type.String()),
    /** Who planned it; null for one that a source sent. */
    by: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
);
export type CameraWindowRow = Static<typeof CameraWindowRow>;
