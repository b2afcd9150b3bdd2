import { type Static, Type } from 'typebox';

export const SHIFT_DEEDS = ['start', 'note', 'offer', 'withdraw', 'take', 'relieve'] as const;
export type ShiftDeedName = (typeof SHIFT_DEEDS)[number];

/** Something that was open when a shift was handed over. */
export const HandedItem = Type.Object({
  kind: Type.Enum(['alarm', 'task', 'incident']),
  id: Type.String(),
  title: Type.String(),
  unit: Type.String(),
  state: Type.String(),
  /** ms */
  since: Type.Number(),
  due: Type.Union([Type.Number(), Type.Null()]),
});
export type HandedItem = Static<typeof HandedItem>;

export const ShiftNote = Type.Object({
  seq: Type.Integer(),
  at: Type.Number(),
  by: Type.String(),
  text: Type.String(),
});

/** What the outgoing operator signed: their words and what was open, frozen, under one digest. */
export const Offer = Type.Object({
  at: Type.Number(),
  by: Type.String(),
  summary: Type.String(),
  items: Type.Array(HandedItem),
  /** SHA-256 over shift, summary and items; who takes over signs the same. */
  digest: Type.String(),
});
export type Offer = Static<typeof Offer>;

export const Shift = Type.Object({
  id: Type.String(),
  unit: Type.String(),
  onDuty: Type.String(),
  startedAt: Type.Number(),
  notes: Type.Array(ShiftNote),
  offer: Type.Union([Offer, Type.Null()]),
  end: Type.Union([
    Type.Object({
      at: Type.Number(),
      /** Who took over. */
      by: Type.String(),
      /** `both`: outgoing and incoming signed the same digest. `incoming`: the outgoing one was not there; the reason says why. */
      signed: Type.Enum(['both', 'incoming']),
      reason: Type.String(),
    }),
    Type.Null(),
  ]),
});
export type Shift = Static<typeof Shift>;

/** The log of one desk: shifts of a unit, newest first. */
export const ShiftLog = Type.Object({
  unit: Type.String(),
  /** Newest act, 0 where there is none: a deed names the one it was decided on. */
  seq: Type.Integer(),
  shifts: Type.Array(Shift),
});
export type ShiftLog = Static<typeof ShiftLog>;

/** Who may do what to the newest shift. A hand-over needs two accounts. */
export function isShiftDeedPossible(
  newest: Shift | undefined,
  deed: ShiftDeedName,
  name: string,
): boolean {
  const running = newest && newest.end === null ? newest : undefined;
  if (!running) return deed === 'start';
  const isMine = running.onDuty === name;
  switch (deed) {
    case 'start':
      return false;
    // What was signed stays as it was signed: withdraw first.
    case 'note':
      return running.offer === null;
    case 'offer':
      return isMine && running.offer === null;
    case 'withdraw':
      return isMine && running.offer !== null;
    case 'take':
      return !isMine && running.offer !== null;
    case 'relieve':
      return !isMine && running.offer === null;
  }
}

export const ShiftDeed = Type.Object(
  {
    deed: Type.Enum([...SHIFT_DEEDS]),
    /** `seq` of the log it was decided on. */
    seq: Type.Integer(),
    text: Type.Optional(Type.String({ maxLength: 8000 })),
    /** For `take`: of the offer that was read. */
    digest: Type.Optional(Type.String({ maxLength: 64 })),
  },
  { additionalProperties: false },
);
export type ShiftDeed = Static<typeof ShiftDeed>;
