import type { FormEvent } from 'react';
import type { Task } from '../../../shared/duty/task.ts';
import { isoInstant } from '../../../shared/unit/instant.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { UnitField } from '../duty/unit-field.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { TASKS_WORDS } from './tasks-words.ts';

export type TaskChange = 'assign' | 'move-due';

interface TaskChangeProps {
  readonly task: Task;
  readonly deed: TaskChange;
  readonly onClose: () => void;
}

type Said = (name: string) => string;

/** What each of them says beside its reason. */
const BODY_OF: { readonly [D in TaskChange]: (said: Said) => object } = {
  assign: (said) => ({ unit: said('unit'), assignee: said('assignee') || null }),
  'move-due': (said) => ({ due: Date.parse(`${said('due')}:00+07:00`) }),
};

/** Gives a task to others, or moves its due time; the reason stands in its history. */
export function TaskChangeForm({ task, deed, onClose }: TaskChangeProps) {
  const words = TASKS_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const said: Said = (name) => String(given.get(name) ?? '').trim();
    const body = { deed, seq: task.seq, text: said('text'), ...BODY_OF[deed](said) };
    if (await send<Task>(`/api/v1/tasks/${task.id}/deeds`, body)) onClose();
  };
  return (
    <Dialog title={words.deeds[deed]} onClose={onClose} className="duty-dialog">
      <form className="duty-form" onSubmit={(event) => void change(event)}>
        <p className="duty-quiet">{task.title}</p>
        {deed === 'assign' ? <WhoFields task={task} /> : <DueAtField task={task} />}
        <label>
          {deed === 'assign' ? words.note : words.reason}
          <textarea name="text" maxLength={4000} required={deed === 'move-due'} />
        </label>
        <FaultLine text={fault} />
        <div className="duty-buttons">
          <button type="submit" className="action" data-main="true" disabled={isBusy}>
            {words.deeds[deed]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function WhoFields({ task: { unit, assignee } }: { task: Task }) {
  const words = TASKS_WORDS[useDesk().language];
  return (
    <div className="duty-form-row">
      <UnitField label={words.columns.unit} first={unit} />
      <label>
        {words.columns.assignee}
        <input
          name="assignee"
          className="field-input"
          maxLength={80}
          placeholder={words.anyone}
          defaultValue={assignee ?? ''}
          data-first
        />
      </label>
    </div>
  );
}

function DueAtField({ task: { due } }: { task: Task }) {
  const words = TASKS_WORDS[useDesk().language];
  return (
    <label>
      {words.newDue}
      <input
        name="due"
        type="datetime-local"
        className="field-input"
        required
        defaultValue={isoInstant(due).slice(0, 16)}
        data-first
      />
    </label>
  );
}
