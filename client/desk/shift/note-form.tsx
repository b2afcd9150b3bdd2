import { type FormEvent, useState } from 'react';
import type { ShiftLog } from '../../../shared/duty/shift.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { SHIFT_WORDS } from './shift-words.ts';

/** Writes a note into the log of the shift that runs. */
export function NoteForm({ log }: { log: ShiftLog }) {
  const words = SHIFT_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const [text, setText] = useState('');
  const note = async (event: FormEvent) => {
    event.preventDefault();
    const body = { deed: 'note', seq: log.seq, text: text.trim() };
    if (await send(`/api/v1/shifts/${log.unit}/deeds`, body)) setText('');
  };
  return (
    <form className="duty-form" onSubmit={(event) => void note(event)}>
      <label>
        {words.noteText}
        <textarea value={text} onChange={({ target }) => setText(target.value)} required />
      </label>
      <div className="duty-buttons">
        <button type="submit" className="action" disabled={isBusy || text.trim() === ''}>
          {words.note}
        </button>
      </div>
      <FaultLine text={fault} />
    </form>
  );
}
