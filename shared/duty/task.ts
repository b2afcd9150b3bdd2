import { type Static, Type } from 'typebox';

/** Everything of a task that somebody can do, and where it leads from each state; what is not there is refused. */
const ALWAYS = ['comment', 'follow', 'unfollow'] as const;
const WHILE_OPEN = [...ALWAYS, 'assign', 'move-due', 'close', 'cancel'] as const;
export const TASK_DEEDS = [...WHILE_OPEN, 'start', 'reopen'] as const;
export type TaskDeedName = (typeof TASK_DEEDS)[number];
export const TASK_STATES = ['open', 'doing', 'done', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

const POSSIBLE: { readonly [S in TaskState]: readonly TaskDeedName[] } = {
  open: [...WHILE_OPEN, 'start'],
  doing: WHILE_OPEN,
  done: [...ALWAYS, 'reopen'],
  cancelled: [...ALWAYS, 'reopen'],
};
const LEADS: { readonly [D in TaskDeedName]?: TaskState } = {
  start: 'doing',
  close: 'done',
  cancel: 'cancelled',
  reopen: 'open',
};

/** The state after a deed; undefined where the deed is not possible. */
export function taskAfter(state: TaskState, deed: TaskDeedName): TaskState | undefined {
  return POSSIBLE[state].includes(deed) ? (LEADS[deed] ?? state) : undefined;
}

const Name = Type.String({ minLength: 1, maxLength: 80 });
const Text = Type.String({ maxLength: 4000 });
const Unit = Type.String({ minLength: 1, maxLength: 32 });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** What it is about: an alarm, a dossier, a camera, an incident; a page of the desk shows it. */
export const TaskSubject = Type.Object(
  {
    kind: Type.Enum(['alarm', 'dossier', 'camera', 'incident']),
    code: Type.String({ maxLength: 500 }),
  },
  { additionalProperties: false },
);

export const TaskEntry = Type.Object({
  seq: Type.Integer(),
  /** ms */
  at: Type.Number(),
  by: Type.String(),
  deed: Type.String(),
  text: Type.String(),
  /** What a reassignment named; null: whoever is on duty there. */
  unit: Type.Optional(Type.String()),
  assignee: Type.Optional(Nullable(Type.String())),
  /** The due time that was set, ms. */
  due: Type.Optional(Type.Number()),
});
export type TaskEntry = Static<typeof TaskEntry>;

export const Task = Type.Object({
  id: Type.String(),
  title: Type.String(),
  unit: Type.String(),
  /** Name of an account; null: whoever is on duty there. */
  assignee: Nullable(Type.String()),
  /** ms */
  due: Type.Number(),
  state: Type.Enum([...TASK_STATES]),
  about: Nullable(TaskSubject),
  openedAt: Type.Number(),
  openedBy: Type.String(),
  followers: Type.Array(Type.String()),
  /** What was done, oldest first. */
  entries: Type.Array(TaskEntry),
  /** Newest act about it: a deed names the one it was decided on. */
  seq: Type.Integer(),
  /** Working hours until it is due, by the pack's calendar; below 0 it is late. Null once it has ended. */
  workingHoursLeft: Nullable(Type.Number()),
});
export type Task = Static<typeof Task>;

export const NewTask = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
    text: Type.Optional(Text),
    unit: Unit,
    assignee: Type.Optional(Nullable(Name)),
    /** Either: ms. */
    due: Type.Optional(Type.Integer()),
    /** Or: working hours from now, eight a day. */
    dueInHours: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 4000 })),
    about: Type.Optional(Nullable(TaskSubject)),
  },
  { additionalProperties: false },
);
export type NewTask = Static<typeof NewTask>;

export const TaskDeed = Type.Object(
  {
    deed: Type.Enum([...TASK_DEEDS]),
    /** `seq` of the task it was decided on. */
    seq: Type.Integer(),
    text: Type.Optional(Text),
    unit: Type.Optional(Unit),
    assignee: Type.Optional(Nullable(Name)),
    due: Type.Optional(Type.Integer()),
    dueInHours: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 4000 })),
  },
  { additionalProperties: false },
);
export type TaskDeed = Static<typeof TaskDeed>;
