import { useState } from 'react';
import {
  type HandedItem,
  isShiftDeedPossible,
  type ShiftDeedName,
  type ShiftLog,
} from '../../../shared/duty/shift.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { SHIFT_WORDS } from './shift-words.ts';
import { SignForm } from './sign-form.tsx';

interface ShiftActionsProps {
  readonly log: ShiftLog;
  /** Of the account at this desk. */
  readonly name: string;
  readonly items: readonly HandedItem[];
}

const AT_ONCE = ['start', 'withdraw'] as const;
const SIGNED = ['offer', 'take', 'relieve'] as const;

/** What this account can do to the shift now; whatever is signed opens a form first. */
export function ShiftActions({ log, name, items }: ShiftActionsProps) {
  const words = SHIFT_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const [signing, setSigning] = useState<(typeof SIGNED)[number] | null>(null);
  const [newest] = log.shifts;
  const isPossible = (deed: ShiftDeedName) => isShiftDeedPossible(newest, deed, name);
  return (
    <>
      <FaultLine text={fault} />
      {AT_ONCE.filter(isPossible).map((deed) => (
        <button
          key={deed}
          type="button"
          className="action"
          data-main={deed === 'start'}
          disabled={isBusy}
          onClick={() => void send(`/api/v1/shifts/${log.unit}/deeds`, { deed, seq: log.seq })}
        >
          {words[deed]}
        </button>
      ))}
      {SIGNED.filter(isPossible).map((deed) => (
        <button
          key={deed}
          type="button"
          className="action"
          data-main={deed !== 'relieve'}
          onClick={() => setSigning(deed)}
        >
          {words[deed]}
        </button>
      ))}
      {signing && (
        <SignForm deed={signing} log={log} items={items} onClose={() => setSigning(null)} />
      )}
    </>
  );
}
