import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import {
  TASK_DEEDS,
  type Task,
  type TaskDeedName,
  type TaskEntry,
  TaskSubject,
  taskAfter,
} from '../../shared/duty/task.ts';
import type { Act } from '../store/journal.ts';

export type KeptTask = Omit<Task, 'workingHoursLeft'>;

const Nullable = Type.Union([Type.String(), Type.Null()]);

/** Body of an `opened` act. */
const TaskOpened = Type.Object({
  title: Type.String(),
  text: Type.String(),
  unit: Type.String(),
  assignee: Nullable,
  due: Type.Number(),
  about: Type.Union([TaskSubject, Type.Null()]),
});
export type TaskOpened = Static<typeof TaskOpened>;

/** Body of an act that is a deed. */
const TaskDone = Type.Object({
  text: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  assignee: Type.Optional(Nullable),
  due: Type.Optional(Type.Number()),
});
export type TaskDone = Static<typeof TaskDone>;

/** A task after an act; pure and total: what is not possible, or no act of ours, leaves it as it was. */
export function applyTask(known: KeptTask | undefined, act: Act): KeptTask | undefined {
  if (!known) return open(act);
  const deed = TASK_DEEDS.find((each) => each === act.kind);
  const state = deed && taskAfter(known.state, deed);
  if (!deed || !state || !Value.Check(TaskDone, act.body)) return { ...known, seq: act.seq };
  const { seq, at, by, body } = act;
  const entries = isQuiet(deed)
    ? known.entries
    : [...known.entries, { seq, at, by, deed, text: body.text ?? '', ...changeOf(deed, body) }];
  return {
    ...known,
    ...changeOf(deed, body),
    state,
    followers: followersOf(known, deed, by),
    entries,
    seq,
  };
}

function open({ seq, at, by, subject, kind, body }: Act): KeptTask | undefined {
  if (kind !== 'opened' || !Value.Check(TaskOpened, body)) return undefined;
  const { text, ...rest } = body;
  return {
    id: subject,
    ...rest,
    state: 'open',
    openedAt: at,
    openedBy: by,
    followers: [by],
    entries: [{ seq, at, by, deed: 'opened', text, ...firstOf(rest) }],
    seq,
  };
}

/** What the first entry tells, so that later changes can be read against it. */
function firstOf({ unit, assignee, due }: Omit<TaskOpened, 'text'>): Partial<TaskEntry> {
  return { unit, assignee, due };
}

/** Following is nobody else's matter. */
const isQuiet = (deed: TaskDeedName) => deed === 'follow' || deed === 'unfollow';

function changeOf(
  deed: TaskDeedName,
  { unit, assignee, due }: TaskDone,
): Pick<TaskEntry, 'unit' | 'assignee' | 'due'> {
  if (deed === 'assign') {
    return { ...(unit !== undefined && { unit }), ...(assignee !== undefined && { assignee }) };
  }
  return deed === 'move-due' && due !== undefined ? { due } : {};
}

function followersOf({ followers }: KeptTask, deed: TaskDeedName, by: string): string[] {
  const others = followers.filter((name) => name !== by);
  return deed === 'unfollow' ? others : [...others, by];
}
