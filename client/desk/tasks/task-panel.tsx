import { useState } from 'react';
import {
  TASK_DEEDS,
  type Task,
  type TaskDeedName,
  type TaskEntry,
  taskAfter,
} from '../../../shared/duty/task.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { type DeskSurroundings, unitName, useDesk } from '../desk-context.ts';
import { EntryList } from '../duty/entry-list.tsx';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { changePlace } from '../use-place.ts';
import { DueMark } from './due-mark.tsx';
import { TaskAbout } from './task-about.tsx';
import { type TaskChange, TaskChangeForm } from './task-change.tsx';
import { TASKS_WORDS } from './tasks-words.ts';

/** Those that need nothing but a text. */
const SIMPLE: readonly TaskDeedName[] = ['start', 'close', 'comment', 'reopen', 'cancel'];

/** Those that open a form. */
const CHANGES: readonly TaskChange[] = ['assign', 'move-due'];

/** One task: how it stands, what was done, what can be done. */
export function TaskPanel({ task, name }: { task: Task; name: string | undefined }) {
  const desk = useDesk();
  const words = TASKS_WORDS[desk.language];
  return (
    <aside className="duty-panel" aria-label={task.title}>
      <header className="duty-panel-head">
        <h2>{task.title}</h2>
        <button type="button" className="action" onClick={() => changePlace({ task: null })}>
          {words.close}
        </button>
      </header>
      <dl className="duty-facts">
        <dt>{words.columns.state}</dt>
        <dd>{words.states[task.state]}</dd>
        <dt>{words.columns.due}</dt>
        <dd>
          <DueMark task={task} />
        </dd>
        <dt>{words.columns.unit}</dt>
        <dd>{unitName(desk, task.unit)}</dd>
        <dt>{words.columns.assignee}</dt>
        <dd>{task.assignee ?? words.anyone}</dd>
        <dt>{words.followers}</dt>
        <dd>{task.followers.join(', ') || '—'}</dd>
        {task.about && <TaskAbout about={task.about} />}
      </dl>
      <TaskDeeds task={task} name={name} />
      <h3>{words.history}</h3>
      <EntryList
        label={words.history}
        entries={task.entries.map((entry) => ({
          key: String(entry.seq),
          what: words.deeds[entry.deed as keyof typeof words.deeds] ?? entry.deed,
          ...{ at: entry.at, by: entry.by, text: entryText(entry, desk) },
        }))}
      />
    </aside>
  );
}

/** Who has it and until when, where the entry set that, then the words that were written. */
function entryText(
  { unit, assignee, due, text }: TaskEntry,
  desk: Pick<DeskSurroundings, 'pack' | 'borders' | 'language'>,
): string {
  const words = TASKS_WORDS[desk.language];
  const lines = [
    unit !== undefined && words.gaveTo(unitName(desk, unit), assignee ?? words.anyone),
    due !== undefined && words.dueAt(formatDateTime(due)),
    text,
  ];
  return lines.filter(Boolean).join('\n');
}

function TaskDeeds({ task, name }: { task: Task; name: string | undefined }) {
  const words = TASKS_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const [text, setText] = useState('');
  const [change, setChange] = useState<TaskChange | null>(null);
  const follows = name !== undefined && task.followers.includes(name);
  const offered = TASK_DEEDS.filter((deed) => taskAfter(task.state, deed) !== undefined);
  const act = async (deed: TaskDeedName) => {
    const body = { deed, seq: task.seq, ...(text.trim() && { text: text.trim() }) };
    if (await send<Task>(`/api/v1/tasks/${task.id}/deeds`, body)) setText('');
  };
  const button = (deed: TaskDeedName) => (
    <button
      key={deed}
      type="button"
      className="action"
      disabled={isBusy || (deed === 'comment' && text.trim() === '')}
      onClick={() => void act(deed)}
    >
      {words.deeds[deed]}
    </button>
  );
  return (
    <div className="duty-form">
      <label>
        {words.note}
        <textarea value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <div className="duty-buttons">
        {SIMPLE.filter((deed) => offered.includes(deed)).map(button)}
        {CHANGES.filter((deed) => offered.includes(deed)).map((deed) => (
          <button key={deed} type="button" className="action" onClick={() => setChange(deed)}>
            {words.deeds[deed]}…
          </button>
        ))}
        {button(follows ? 'unfollow' : 'follow')}
      </div>
      <FaultLine text={fault} />
      {change && <TaskChangeForm task={task} deed={change} onClose={() => setChange(null)} />}
    </div>
  );
}
