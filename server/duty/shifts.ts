import { createHash } from 'node:crypto';
import {
  type HandedItem,
  isShiftDeedPossible,
  type ShiftDeed,
  type ShiftLog,
} from '../../shared/duty/shift.ts';
import { IocError } from '../errors.ts';
import { Book } from './book.ts';
import type { DutyOptions } from './duty-options.ts';
import { applyShift, type ShiftDone } from './shift-fold.ts';

/** What is open at a unit's desk and below it: alarms, tasks, incidents. */
export type OpenItems = (unit: string) => Promise<readonly HandedItem[]>;

/** Shift logs, one a unit that has a desk. */
export interface Shifts {
  /** Empty where nobody was ever on duty. */
  log(unit: string): Promise<ShiftLog>;
  /** What an offer made now would hand over. */
  items(unit: string): Promise<readonly HandedItem[]>;
  /** Throws where the deed is not possible, or was decided on an older state, or what was read is not what was offered. */
  do(unit: string, deed: ShiftDeed, by: string): Promise<ShiftLog>;
}

export function createShifts({ journal, now }: DutyOptions, openItems: OpenItems): Shifts {
  const book = new Book(journal, 'shift', applyShift);
  const log = async (unit: string) =>
    (await book.things()).get(unit) ?? { unit, seq: 0, shifts: [] };
  const bodyOf = async (shiftId: string, unit: string, deed: ShiftDeed): Promise<ShiftDone> => {
    const text = deed.text ?? '';
    if (deed.deed === 'take') return { text, digest: deed.digest ?? '' };
    if (deed.deed !== 'offer') return { text };
    const items = [...(await openItems(unit))];
    return { offer: { summary: text, items, digest: digestOf(shiftId, text, items) } };
  };
  return {
    log,
    items: openItems,
    do: async (unit, deed, by) => {
      const [newest] = (await log(unit)).shifts;
      if (!isShiftDeedPossible(newest, deed.deed, by)) throw refusal(deed.deed, newest?.onDuty);
      if (deed.deed === 'take' && deed.digest !== newest?.offer?.digest) {
        const expected = newest?.offer?.digest ?? '';
        throw new IocError('IOC_DUTY_DIGEST', { expected, came: deed.digest ?? 'none' });
      }
      const needsText = deed.deed === 'note' || deed.deed === 'relieve';
      if (needsText && !deed.text?.trim()) {
        const detail = { where: '$.text', expected: 'what happened', came: 'nothing' };
        throw new IocError('IOC_HTTP_INVALID', detail);
      }
      const body = await bodyOf(newest?.id ?? '', unit, deed);
      return book.write({ at: now(), by, subject: unit, kind: deed.deed, body }, deed.seq);
    },
  };
}

function refusal(where: string, onDuty: string | undefined): IocError {
  return new IocError('IOC_DUTY_STATE', { where, came: `${onDuty ?? 'nobody'} on duty` });
}

function digestOf(shift: string, summary: string, items: readonly HandedItem[]): string {
  return createHash('sha256')
    .update(JSON.stringify([shift, summary, items]))
    .digest('hex');
}
