import { useMemo } from 'react';
import type { Alarm } from '../../../shared/alarm/alarm.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatAge } from '../../../shared/unit/format-time.ts';
import { Shape } from '../../ui/shape.tsx';
import { type DeskSurroundings, useDesk } from '../desk-context.ts';
import type { Column } from '../table/column.ts';
import { useIsNarrow } from '../use-is-narrow.ts';
import { dueText, subjectText, valueText } from './alarm-text.ts';
import { ALARMS_WORDS, PLACE_WORDS } from './alarms-words.ts';
import { PriorityMark } from './priority-mark.tsx';

/** Columns of the list; they change with the minute, as ages do. */
export function useAlarmColumns(minuteMs: number): readonly Column<Alarm>[] {
  const desk = useDesk();
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const columns = columnsOf(desk, minuteMs);
    return isNarrow ? columns.filter(({ id }) => !TOLD_BESIDE.has(id)) : columns;
  }, [desk, minuteMs, isNarrow]);
}

/** What the pane beside a narrow list tells of the alarm that is chosen. */
const TOLD_BESIDE: ReadonlySet<string> = new Set(['value', 'age']);

function columnsOf(desk: DeskSurroundings, nowMs: number): readonly Column<Alarm>[] {
  const { language } = desk;
  const titles = ALARMS_WORDS[language].columns;
  return [
    {
      id: 'priority',
      title: titles.priority,
      width: '96px',
      cell: ({ priority }) => <PriorityMark priority={priority} />,
    },
    {
      id: 'what',
      title: titles.what,
      width: 'minmax(140px, 2.4fr)',
      cell: (alarm) => <What alarm={alarm} />,
    },
    {
      id: 'subject',
      title: titles.subject,
      width: 'minmax(110px, 1fr)',
      cell: (alarm) => subjectText(alarm, desk),
    },
    {
      id: 'value',
      title: titles.value,
      width: 'minmax(84px, 110px)',
      align: 'end',
      cell: (alarm) => valueText(alarm, alarm.valueNow ?? alarm.value, desk),
    },
    {
      id: 'place',
      title: titles.place,
      width: 'minmax(120px, 176px)',
      cell: ({ place }) => PLACE_WORDS[language][place],
    },
    {
      id: 'age',
      title: titles.age,
      width: '68px',
      align: 'end',
      cell: ({ raisedAtMs }) => formatAge(nowMs - raisedAtMs, language),
    },
    {
      id: 'due',
      title: titles.due,
      width: '96px',
      cell: (alarm) => <Due alarm={alarm} nowMs={nowMs} />,
    },
    {
      id: 'who',
      title: titles.who,
      width: 'minmax(84px, 150px)',
      cell: ({ assigned, acknowledged }) => assigned?.to ?? acknowledged?.by ?? '',
    },
  ];
}

/** What waits for somebody stands out by its weight. */
function What({ alarm }: { alarm: Alarm }) {
  const { language } = useDesk();
  const { place, title, chatter } = alarm;
  const waits = place === 'unacknowledged' || place === 'returned' || place === 'latched';
  return (
    <span className={waits ? 'alarm-waits' : undefined}>
      {title[language]}
      {chatter !== undefined && (
        <em> · {ALARMS_WORDS[language].times(formatInteger(chatter, language))}</em>
      )}
    </span>
  );
}

function Due({ alarm, nowMs }: { alarm: Alarm; nowMs: number }) {
  const due = dueText(alarm, nowMs, useDesk().language);
  if (!due) return null;
  return (
    <span className={due.isLate ? 'alarm-late warn' : undefined}>
      {due.isLate && <Shape name="clock" />}
      {due.text}
    </span>
  );
}
