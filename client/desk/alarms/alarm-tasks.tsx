import type { Task } from '../../../shared/duty/task.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { useTopic } from '../duty/use-topic.ts';
import { addressOf } from '../place.ts';
import { PlaceLink } from '../place-link.tsx';
import { DueMark } from '../tasks/due-mark.tsx';
import { TASKS_WORDS } from '../tasks/tasks-words.ts';
import { ALARMS_WORDS } from './alarms-words.ts';

/** The tasks that were given because of an alarm, and how far each is. */
export function AlarmTasks({ alarm }: { alarm: string }) {
  const desk = useDesk();
  const words = ALARMS_WORDS[desk.language];
  const { value } = useTopic<readonly Task[]>('/api/v1/tasks', 'task');
  const tasks = (value ?? []).filter(
    ({ about }) => about?.kind === 'alarm' && about.code === alarm,
  );
  return (
    <div>
      <dt>{words.tasks}</dt>
      <dd>
        {tasks.length === 0 && words.noTask}
        <ul className="alarm-tasks">
          {tasks.map((task) => (
            <li key={task.id}>
              <PlaceLink href={addressOf('tasks', placeOfTask(task))}>{task.title}</PlaceLink>
              <span>
                {TASKS_WORDS[desk.language].states[task.state]} · {unitName(desk, task.unit)}
                {task.assignee !== null && `, ${task.assignee}`}
              </span>
              {task.workingHoursLeft !== null && <DueMark task={task} />}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

function placeOfTask({ id, workingHoursLeft }: Task) {
  return { task: id, show: workingHoursLeft === null ? 'ended' : null };
}
