import { useMemo, useState } from 'react';
import type { Me } from '../../../shared/account/account.ts';
import type { Task } from '../../../shared/duty/task.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { useTopic } from '../duty/use-topic.ts';
import { Segments } from '../form/choice.tsx';
import { SectionHead } from '../section-head.tsx';
import { type Column, rowsOf } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { useAsked } from '../use-asked.ts';
import { changePlace, usePlace } from '../use-place.ts';
import { DueMark } from './due-mark.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskPanel } from './task-panel.tsx';
import { TASKS_WORDS } from './tasks-words.ts';
import '../form/form.css';
import '../duty/duty.css';

const SHOWN = ['open', 'mine', 'ended'] as const;
type Shown = (typeof SHOWN)[number];

/** Tasks of the unit that is shown and of all below it; the one that is open stands beside the list. */
export function TasksSection() {
  const desk = useDesk();
  const place = usePlace();
  const words = TASKS_WORDS[desk.language];
  const [isGiving, setGiving] = useState(false);
  const { value: tasks, failure } = useTopic<readonly Task[]>('/api/v1/tasks', 'task');
  const { value: me } = useAsked<Me>('/api/v1/me');
  const shown = SHOWN.find((each) => each === place.get('show')) ?? 'open';
  const here = useTasksHere(tasks);
  const chosen = here.find(({ id }) => id === place.get('task'));
  const open = here.filter(({ workingHoursLeft }) => workingHoursLeft !== null);
  const late = open.filter(({ workingHoursLeft }) => (workingHoursLeft ?? 0) < 0);
  const said = (list: readonly Task[]) => formatInteger(list.length, desk.language);
  return (
    <>
      <SectionHead
        title={`${words.title} · ${unitName(desk, desk.unit)}`}
        detail={tasks && words.count(said(open), said(late))}
      >
        <Segments
          label={words.shown}
          options={SHOWN.map((value) => ({ value, text: words[value] }))}
          value={shown}
          onChange={(value) => changePlace({ show: value === 'open' ? null : value })}
        />
        <button type="button" className="action" data-main="true" onClick={() => setGiving(true)}>
          {words.give}
        </button>
      </SectionHead>
      <div className="duty-split" data-open={chosen !== undefined}>
        <TasksTable
          tasks={here.filter((task) => isShown(task, shown, me?.name))}
          empty={failure ? `${words.failed} (${failure.code})` : tasks ? words.none : words.reading}
          listKey={`${desk.unit}/${shown}`}
        />
        {chosen && <TaskPanel key={chosen.id} task={chosen} name={me?.name} />}
      </div>
      {isGiving && (
        <TaskForm
          onGiven={({ id }) => changePlace({ task: id, show: null })}
          onClose={() => setGiving(false)}
        />
      )}
    </>
  );
}

function useTasksHere(tasks: readonly Task[] | null): readonly Task[] {
  const { borders, unit, top } = useDesk();
  return useMemo(
    () => (tasks ?? []).filter((task) => unit === top || borders.isWithin(task.unit, unit)),
    [tasks, borders, unit, top],
  );
}

function isShown({ workingHoursLeft, assignee, followers }: Task, shown: Shown, name?: string) {
  const isOpen = workingHoursLeft !== null;
  if (shown === 'ended') return !isOpen;
  const isMine = name !== undefined && (assignee === name || followers.includes(name));
  return isOpen && (shown === 'open' || isMine);
}

interface TasksTableProps {
  readonly tasks: readonly Task[];
  readonly empty: string;
  readonly listKey: string;
}

function TasksTable({ tasks, empty, listKey }: TasksTableProps) {
  const desk = useDesk();
  const words = TASKS_WORDS[desk.language];
  const columns = useMemo((): readonly Column<Task>[] => {
    const { columns: titles } = words;
    return [
      { id: 'due', title: titles.due, width: '330px', cell: (task) => <DueMark task={task} /> },
      { id: 'title', title: titles.title, width: 'minmax(180px, 1fr)', cell: ({ title }) => title },
      { id: 'unit', title: titles.unit, width: '140px', cell: ({ unit }) => unitName(desk, unit) },
      {
        id: 'assignee',
        title: titles.assignee,
        width: '150px',
        cell: ({ assignee }) => assignee ?? <span className="duty-quiet">{words.anyone}</span>,
      },
      {
        id: 'state',
        title: titles.state,
        width: '110px',
        cell: ({ state }) => words.states[state],
      },
    ];
  }, [desk, words]);
  return (
    <div className="duty-list">
      <DataTable
        label={words.title}
        columns={columns}
        rows={useMemo(() => rowsOf(tasks), [tasks])}
        onOpen={({ id }) => changePlace({ task: id })}
        empty={empty}
        listKey={listKey}
        hasFocus
      />
    </div>
  );
}
