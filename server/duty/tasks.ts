import { randomUUID } from 'node:crypto';
import { type DueDates, HOUR_MS } from '../../shared/calendar/due-date.ts';
import { type NewTask, type Task, type TaskDeed, taskAfter } from '../../shared/duty/task.ts';
import { IocError } from '../errors.ts';
import { Book } from './book.ts';
import type { DutyOptions } from './duty-options.ts';
import { applyTask, type KeptTask, type TaskOpened } from './task-fold.ts';

/** Tasks of units with a due time on the province's working calendar. */
export interface Tasks {
  /** Open ones by due time, then those that have ended, newest first. */
  list(): Promise<readonly Task[]>;
  find(id: string): Promise<Task>;
  open(wanted: NewTask, by: string): Promise<Task>;
  /** Throws where the deed is not possible, or was decided on an older state. */
  do(id: string, deed: TaskDeed, by: string): Promise<Task>;
}

export function createTasks({ journal, dueDates, now }: DutyOptions): Tasks {
  const book = new Book(journal, 'task', applyTask);
  const view = (task: KeptTask): Task => ({
    ...task,
    workingHoursLeft: isEnded(task) ? null : hoursBetween(dueDates, now(), task.due),
  });
  return {
    list: async () => [...(await book.things()).values()].sort(inOrder).map(view),
    find: async (id) => view(await book.find(id)),
    open: async (wanted, by) => {
      const { title, text = '', unit, assignee = null, about = null } = wanted;
      const due = dueOf(wanted, dueDates, now()) ?? missingDue();
      const body: TaskOpened = { title: title.trim(), text, unit, assignee, due, about };
      return view(
        await book.write({ at: now(), by, subject: randomUUID(), kind: 'opened', body }, 0),
      );
    },
    do: async (id, { deed, seq, text, unit, assignee, ...rest }, by) => {
      const task = await book.find(id);
      if (!taskAfter(task.state, deed)) {
        throw new IocError('IOC_DUTY_STATE', { where: deed, came: task.state });
      }
      const due = dueOf(rest, dueDates, now());
      if (deed === 'move-due' && due === undefined) missingDue();
      const said = {
        ...(text !== undefined && { text }),
        ...(unit !== undefined && { unit }),
        ...(assignee !== undefined && { assignee }),
        ...(due !== undefined && { due }),
      };
      return view(await book.write({ at: now(), by, subject: id, kind: deed, body: said }, seq));
    },
  };
}

const isEnded = ({ state }: KeptTask) => state === 'done' || state === 'cancelled';

function inOrder(a: KeptTask, b: KeptTask): number {
  if (isEnded(a) !== isEnded(b)) return isEnded(a) ? 1 : -1;
  return isEnded(a) ? b.seq - a.seq : a.due - b.due || a.seq - b.seq;
}

/** Below 0 after `toMs`. */
function hoursBetween({ time }: DueDates, fromMs: number, toMs: number): number {
  return fromMs <= toMs
    ? time.between(fromMs, toMs) / HOUR_MS
    : -time.between(toMs, fromMs) / HOUR_MS;
}

function dueOf(
  { due, dueInHours }: Pick<NewTask, 'due' | 'dueInHours'>,
  dueDates: DueDates,
  nowMs: number,
): number | undefined {
  return due ?? (dueInHours === undefined ? undefined : dueDates.afterHours(nowMs, dueInHours));
}

function missingDue(): never {
  const [where, expected, came] = ['$.due', 'an instant, or $.dueInHours', 'neither'];
  throw new IocError('IOC_HTTP_INVALID', { where, expected, came });
}
