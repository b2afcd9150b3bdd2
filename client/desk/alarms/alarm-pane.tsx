import type { AlarmDetail } from '../../../shared/alarm/alarm.ts';
import { ALARM_DOINGS, type AlarmDoingKind } from '../../../shared/alarm/alarm-doing.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime, formatTime } from '../../../shared/unit/format-time.ts';
import { Shape } from '../../ui/shape.tsx';
import { type DeskSurroundings, useDesk } from '../desk-context.ts';
import { AlarmHistory } from './alarm-history.tsx';
import { AlarmTasks } from './alarm-tasks.tsx';
import { dueText, ownerText, responseText, subjectText, valueText } from './alarm-text.ts';
import { ALARMS_WORDS, PLACE_WORDS } from './alarms-words.ts';
import { PriorityMark } from './priority-mark.tsx';

/** The keys of acts, here as on the rows of the list. */
export const ACT_KEYS: Partial<Readonly<Record<AlarmDoingKind, string>>> = {
  acknowledge: 'A',
  assign: 'S',
  shelve: 'H',
  reset: 'C',
  comment: 'N',
};
const TASK_KEY = 'V';

interface AlarmPaneProps {
  readonly alarm: AlarmDetail;
  readonly mayAct: boolean;
  readonly nowMs: number;
  readonly onAct: (act: AlarmDoingKind) => void;
  readonly onGiveTask: () => void;
}

/** One alarm: what it says, what to do, who answers for it, and what happened to it. */
export function AlarmPane({ alarm, mayAct, nowMs, onAct, onGiveTask }: AlarmPaneProps) {
  const desk = useDesk();
  const { language } = desk;
  const words = ALARMS_WORDS[language];
  return (
    <section className="alarm-pane" aria-labelledby="alarm-title">
      <header>
        <p className="alarm-standing">
          <PriorityMark priority={alarm.priority} />
          <span>{PLACE_WORDS[language][alarm.place]}</span>
          <Due alarm={alarm} nowMs={nowMs} />
        </p>
        <h2 id="alarm-title">{alarm.title[language]}</h2>
        <p className="alarm-subject">{subjectText(alarm, desk)}</p>
      </header>
      {mayAct && <Acts alarm={alarm} onAct={onAct} onGiveTask={onGiveTask} />}
      <dl className="alarm-facts">
        <Fact name={words.action} text={alarm.action[language]} isMain />
        <Fact name={words.cause} text={alarm.cause[language]} />
        <Fact name={words.consequence} text={alarm.consequence[language]} />
        <Fact name={words.value} text={valuesText(alarm, desk)} />
        <Fact name={words.owner} text={ownerText(alarm, desk)} />
        <Fact name={words.response} text={responseText(alarm.responseMinutes, language)} />
        <Fact name={words.raised} text={formatDateTime(alarm.raisedAtMs)} />
        <Fact name={words.assigned} text={assignedText(alarm, desk)} />
        <AlarmTasks alarm={alarm.id} />
        {alarm.escalatedTo && <Fact name={words.escalated} text={alarm.escalatedTo[language]} />}
        {alarm.aside && <Fact name={words.reason} text={asideText(alarm, desk)} />}
      </dl>
      <AlarmHistory alarm={alarm} />
    </section>
  );
}

function Due({ alarm, nowMs }: Pick<AlarmPaneProps, 'alarm' | 'nowMs'>) {
  const due = dueText(alarm, nowMs, useDesk().language);
  if (!due) return null;
  return (
    <span className={due.isLate ? 'alarm-late warn' : undefined}>
      {due.isLate && <Shape name="clock" />}
      {due.text}
    </span>
  );
}

/** Those that fit the state; the first of them is what is usually next. */
function Acts({
  alarm,
  onAct,
  onGiveTask,
}: Pick<AlarmPaneProps, 'alarm' | 'onAct' | 'onGiveTask'>) {
  const words = ALARMS_WORDS[useDesk().language];
  const fits: readonly AlarmDoingKind[] = [...alarm.fits, 'assign', 'comment'];
  const acts = ALARM_DOINGS.filter((act) => fits.includes(act));
  const [next] = acts;
  return (
    <p className="alarm-acts">
      {acts.map((act) => (
        <button
          key={act}
          type="button"
          className="action"
          data-main={act === next && (act === 'acknowledge' || act === 'reset')}
          data-key={ACT_KEYS[act]}
          onClick={() => onAct(act)}
        >
          {words.doings[act]}
        </button>
      ))}
      <button type="button" className="action" data-key={TASK_KEY} onClick={onGiveTask}>
        {words.giveTask}
      </button>
    </p>
  );
}

function Fact({ name, text, isMain }: { name: string; text: string; isMain?: boolean }) {
  return (
    <div data-main={isMain}>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function valuesText(alarm: AlarmDetail, desk: DeskSurroundings): string {
  const words = ALARMS_WORDS[desk.language];
  const { value, valueNow, limit, members, kind } = alarm;
  const parts = [
    `${valueText(alarm, value, desk)} ${words.atRaise}`,
    ...(valueNow === null ? [] : [`${valueText(alarm, valueNow, desk)} ${words.now}`]),
    ...(limit === null ? [] : [`${words.limit} ${valueText(alarm, limit, desk)}`]),
  ];
  const count = formatInteger(members, desk.language);
  if (members > 1) parts.push(kind === 'outage' ? words.sites(count) : words.members(count));
  return parts.join(' · ');
}

function assignedText({ assigned }: AlarmDetail, { language }: DeskSurroundings): string {
  const words = ALARMS_WORDS[language];
  if (!assigned) return words.nobody;
  return `${assigned.to} · ${words.by} ${assigned.by}, ${formatTime(assigned.atMs)}`;
}

function asideText({ aside, shelvedUntilMs, place }: AlarmDetail, desk: DeskSurroundings): string {
  const words = ALARMS_WORDS[desk.language];
  if (!aside) return '';
  if (place.startsWith('suppressed')) return `${words.becauseOf} ${aside.reason}`;
  const until =
    shelvedUntilMs === undefined ? '' : ` · ${words.until} ${formatDateTime(shelvedUntilMs)}`;
  return `${aside.reason} · ${words.by} ${aside.by}${until}`;
}
