import { useState } from 'react';
import type { Alarm } from '../../../shared/alarm/alarm.ts';
import type { AlarmDoing } from '../../../shared/alarm/alarm-doing.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { TaskForm } from '../tasks/task-form.tsx';
import '../duty/duty.css';
import { taskDraftOf } from './task-draft.ts';

interface AlarmTaskFormProps {
  readonly alarm: Alarm;
  /** The server's clock when it was opened, ms. */
  readonly nowMs: number;
  /** Assigns the alarm to whoever has the task. */
  readonly onGiven: (doing: AlarmDoing) => void;
  readonly onClose: () => void;
}

/** The form of a task with what the alarm says; who is given the task has the alarm too. */
export function AlarmTaskForm({ alarm, nowMs, onGiven, onClose }: AlarmTaskFormProps) {
  const desk = useDesk();
  // As it was opened: what changes meanwhile must not write over what somebody types.
  const [draft] = useState(() => taskDraftOf(alarm, nowMs, desk));
  return (
    <TaskForm
      draft={draft}
      onGiven={({ unit, assignee }) => onGiven({ to: assignee ?? unitName(desk, unit) })}
      onClose={onClose}
    />
  );
}
