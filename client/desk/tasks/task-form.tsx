import type { FormEvent } from 'react';
import type { NewTask, Task } from '../../../shared/duty/task.ts';
import { useServerNow } from '../../tile/use-now.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { UnitField } from '../duty/unit-field.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { TASKS_WORDS } from './tasks-words.ts';

const MINUTE_MS = 60_000;
const MOST_MINUTES = 43_200;

/** What stands in the form at first. */
export interface TaskDraft {
  readonly title: string;
  readonly text: string;
  readonly unit: string;
  readonly about: NewTask['about'];
  /** Due so many minutes from now by the clock, not by the working calendar. */
  readonly dueInMinutes: number;
}

interface TaskFormProps {
  readonly draft?: TaskDraft;
  readonly onGiven: (task: Task) => void;
  readonly onClose: () => void;
}

/** Gives a task to a unit, with a due time on the working calendar; of a draft with one by the clock. */
export function TaskForm({ draft, onGiven, onClose }: TaskFormProps) {
  const words = TASKS_WORDS[useDesk().language];
  const nowMs = useServerNow(1000);
  const { isBusy, fault, send } = useDeed();
  const give = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const wanted = taskOf((name) => String(given.get(name) ?? '').trim(), draft, nowMs);
    const task = await send<Task>('/api/v1/tasks', wanted);
    if (!task) return;
    onClose();
    onGiven(task);
  };
  return (
    <Dialog title={words.give} onClose={onClose} className="duty-dialog">
      <form className="duty-form" onSubmit={(event) => void give(event)}>
        <label>
          {words.columns.title}
          <input
            name="title"
            className="field-input"
            required
            maxLength={300}
            defaultValue={draft?.title}
            data-first
          />
        </label>
        <label>
          {words.text}
          <textarea name="text" maxLength={4000} rows={draft && 7} defaultValue={draft?.text} />
        </label>
        <div className="duty-form-row">
          <UnitField label={words.columns.unit} first={draft?.unit} />
          <label>
            {words.columns.assignee}
            <input
              name="assignee"
              className="field-input"
              maxLength={80}
              placeholder={words.anyone}
            />
          </label>
          <DueField minutes={draft?.dueInMinutes} />
        </div>
        <p className="duty-quiet">{draft ? words.dueSoonHint : words.dueHint}</p>
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

function taskOf(
  said: (name: string) => string,
  draft: TaskDraft | undefined,
  nowMs: number,
): NewTask {
  const task = {
    ...{ title: said('title'), text: said('text'), unit: said('unit') },
    assignee: said('assignee') || null,
  };
  if (!draft) return { ...task, dueInHours: Number(said('hours')) };
  const due = Math.round(nowMs + Number(said('minutes')) * MINUTE_MS);
  return { ...task, due, about: draft.about ?? null };
}

function DueField({ minutes }: { minutes: number | undefined }) {
  const words = TASKS_WORDS[useDesk().language];
  const isByClock = minutes !== undefined;
  const limits = isByClock
    ? { name: 'minutes', min: 1, max: MOST_MINUTES, step: 1 }
    : { name: 'hours', min: 0.5, max: 4000, step: 0.5 };
  return (
    <label>
      {isByClock ? words.dueInMinutes : words.dueIn}
      <input
        className="field-input"
        type="number"
        {...limits}
        defaultValue={minutes ?? 8}
        required
      />
    </label>
  );
}
