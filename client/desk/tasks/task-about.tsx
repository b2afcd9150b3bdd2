import type { Task } from '../../../shared/duty/task.ts';
import { subjectText } from '../alarms/alarm-text.ts';
import { PLACE_WORDS } from '../alarms/alarms-words.ts';
import { useAlarmDetail } from '../alarms/use-alarms.ts';
import { useDesk } from '../desk-context.ts';
import { addressOf } from '../place.ts';
import { PlaceLink } from '../place-link.tsx';
import { useNews } from '../use-news.ts';
import { TASKS_WORDS } from './tasks-words.ts';

/** What a task is about; of an alarm how it stands now, as long as whoever looks may see it. */
export function TaskAbout({ about }: { about: NonNullable<Task['about']> }) {
  const words = TASKS_WORDS[useDesk().language];
  const isAlarm = about.kind === 'alarm';
  return (
    <>
      <dt>{isAlarm ? words.alarm : words.about}</dt>
      <dd>{isAlarm ? <AlarmLink id={about.code} /> : about.code}</dd>
    </>
  );
}

function AlarmLink({ id }: { id: string }) {
  const desk = useDesk();
  const { language } = desk;
  const alarm = useAlarmDetail(id, useNews('alarm').version);
  if (!alarm) return id;
  return (
    <>
      <PlaceLink href={addressOf('alarms', { alarm: id })}>{alarm.title[language]}</PlaceLink>{' '}
      <span className="duty-quiet">
        {subjectText(alarm, desk)} · {PLACE_WORDS[language][alarm.place]}
      </span>
    </>
  );
}
