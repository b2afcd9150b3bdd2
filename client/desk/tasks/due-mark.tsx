import type { Task } from '../../../shared/duty/task.ts';
import { formatNumber } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { Shape } from '../../ui/shape.tsx';
import { useDesk } from '../desk-context.ts';
import { TASKS_WORDS } from './tasks-words.ts';

/** Below this many working hours it is about to be late. */
const SOON_HOURS = 2;

/** When a task is due and how far off that is; only what is late, or soon will be, has a shape and a colour. */
export function DueMark({ task }: { task: Task }) {
  const { language } = useDesk();
  const words = TASKS_WORDS[language];
  const { due, workingHoursLeft: left } = task;
  if (left === null) return <span className="duty-mark">{formatDateTime(due)}</span>;
  const hours = formatNumber(Math.abs(left), 1, language);
  if (left > SOON_HOURS) {
    return (
      <span className="duty-mark">
        {formatDateTime(due)} <span className="duty-quiet">{words.left(hours)}</span>
      </span>
    );
  }
  const isLate = left < 0;
  return (
    <span className={`duty-mark ${isLate ? 'alarm' : 'warn'}`}>
      <Shape name={isLate ? 'alarm' : 'warn'} />
      {formatDateTime(due)} {isLate ? words.late(hours) : words.left(hours)}
    </span>
  );
}
