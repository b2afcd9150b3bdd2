import type { FormEvent } from 'react';
import type { Task } from '../../../shared/duty/task.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { UnitField } from '../duty/unit-field.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { changePlace } from '../use-place.ts';
import { TASKS_WORDS } from './tasks-words.ts';

/** Gives a task to a unit, with a due time on the working calendar. */
export function TaskForm({ onClose }: { onClose: () => void }) {
  const words = TASKS_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const give = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const said = (name: string) => String(given.get(name) ?? '').trim();
    const task = await send<Task>('/api/v1/tasks', {
      title: said('title'),
      text: said('text'),
      unit: said('unit'),
      assignee: said('assignee') || null,
      dueInHours: Number(said('hours')),
    });
    if (!task) return;
    onClose();
    changePlace({ task: task.id, show: null });
  };
  return (
    <Dialog title={words.give} onClose={onClose} className="duty-dialog">
      <form className="duty-form" onSubmit={(event) => void give(event)}>
        <label>
          {words.columns.title}
          <input name="title" className="field-input" required maxLength={300} data-first />
        </label>
        <label>
          {words.text}
          <textarea name="text" maxLength={4000} />
        </label>
        <div className="duty-form-row">
          <UnitField label={words.columns.unit} />
          <label>
            {words.columns.assignee}
            <input
              name="assignee"
              className="field-input"
              maxLength={80}
              placeholder={words.anyone}
            />
          </label>
          <label>
            {words.dueIn}
            <input
              name="hours"
              className="field-input"
              type="number"
              min={0.5}
              max={4000}
              step={0.5}
              defaultValue={8}
              required
            />
          </label>
        </div>
        <p className="duty-quiet">{words.dueHint}</p>
        <FaultLine text={fault} />
        <div className="duty-buttons">
          <button type="submit" className="action" data-main="true" disabled={isBusy}>
            {words.give}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
