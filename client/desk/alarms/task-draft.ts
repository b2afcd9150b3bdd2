import type { Alarm } from '../../../shared/alarm/alarm.ts';
import { type DeskSurroundings, unitName } from '../desk-context.ts';
import type { TaskDraft } from '../tasks/task-form.tsx';
import { subjectText } from './alarm-text.ts';
import { ALARMS_WORDS } from './alarms-words.ts';

const MINUTE_MS = 60_000;
/** A task's title is no longer. */
const TITLE_CHARACTERS = 300;

/**
 * The task that an alarm asks for: who answers for it does what it says, within what is left of the response time; where that
 * has gone by, within a whole one from now.
 */
export function taskDraftOf(alarm: Alarm, nowMs: number, desk: DeskSurroundings): TaskDraft {
  const { language } = desk;
  const words = ALARMS_WORDS[language];
  const subject = subjectText(alarm, desk);
  const lines = [
    [words.action, alarm.action[language]],
    [words.where, [subject, unitName(desk, alarm.subject.unit)].join(' · ')],
    [words.cause, alarm.cause[language]],
    [words.consequence, alarm.consequence[language]],
  ];
  const leftMinutes = Math.floor((alarm.announcedAtMs - nowMs) / MINUTE_MS) + alarm.responseMinutes;
  return {
    title: `${alarm.title[language]} · ${subject}`.slice(0, TITLE_CHARACTERS),
    text: lines.map(([name, text]) => `${name}: ${text}`).join('\n'),
    unit: alarm.owner.unit ?? alarm.subject.unit,
    about: { kind: 'alarm', code: alarm.id },
    dueInMinutes: leftMinutes > 0 ? leftMinutes : alarm.responseMinutes,
  };
}
