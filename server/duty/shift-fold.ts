import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import {
  isShiftDeedPossible,
  Offer,
  SHIFT_DEEDS,
  type Shift,
  type ShiftDeedName,
  type ShiftLog,
} from '../../shared/duty/shift.ts';
import type { Act } from '../store/journal.ts';

/** Body of an act that is a deed. */
const ShiftDone = Type.Object({
  text: Type.Optional(Type.String()),
  offer: Type.Optional(Type.Omit(Offer, ['at', 'by'])),
  digest: Type.Optional(Type.String()),
});
export type ShiftDone = Static<typeof ShiftDone>;

/** The log of a desk after an act; pure and total: what is not possible leaves it as it was. */
export function applyShift(known: ShiftLog | undefined, act: Act): ShiftLog | undefined {
  const log = known ?? { unit: act.subject, seq: 0, shifts: [] };
  const deed = SHIFT_DEEDS.find((each) => each === act.kind);
  const [newest, ...past] = log.shifts;
  const { seq, by, body } = act;
  if (!deed || !isShiftDeedPossible(newest, deed, by) || !Value.Check(ShiftDone, body)) {
    return { ...log, seq };
  }
  if (!newest || deed === 'start') return { ...log, seq, shifts: [begin(act), ...log.shifts] };
  const next = carryOn(newest, deed, act, body);
  const isOver = next.end !== null;
  return { ...log, seq, shifts: isOver ? [begin(act), next, ...past] : [next, ...past] };
}

function begin({ seq, at, by, subject }: Act): Shift {
  const id = String(seq);
  return { id, unit: subject, onDuty: by, startedAt: at, notes: [], offer: null, end: null };
}

function carryOn(shift: Shift, deed: ShiftDeedName, { seq, at, by }: Act, body: ShiftDone): Shift {
  const text = body.text ?? '';
  switch (deed) {
    case 'note':
      return { ...shift, notes: [...shift.notes, { seq, at, by, text }] };
    case 'offer':
      return body.offer ? { ...shift, offer: { ...body.offer, at, by } } : shift;
    case 'withdraw':
      return { ...shift, offer: null };
    case 'take':
      // Both signed only where both signed the same.
      return shift.offer && body.digest === shift.offer.digest
        ? { ...shift, end: { at, by, signed: 'both', reason: text } }
        : shift;
    case 'relieve':
      return { ...shift, end: { at, by, signed: 'incoming', reason: text } };
    case 'start':
      return shift;
  }
}
