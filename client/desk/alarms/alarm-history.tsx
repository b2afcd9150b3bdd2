import type { AlarmDetail } from '../../../shared/alarm/alarm.ts';
import type { AlarmDeed, AlarmEntry } from '../../../shared/alarm/deed.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime, formatTime } from '../../../shared/unit/format-time.ts';
import { type DeskSurroundings, useDesk } from '../desk-context.ts';
import { valueText } from './alarm-text.ts';
import { ALARMS_WORDS } from './alarms-words.ts';

/** What happened to an alarm, the newest first. */
export function AlarmHistory({ alarm }: { alarm: AlarmDetail }) {
  const { language } = useDesk();
  const words = ALARMS_WORDS[language];
  return (
    <section aria-labelledby="alarm-history">
      <h3 id="alarm-history">{words.history}</h3>
      <ol className="alarm-history">
        {alarm.entries.toReversed().map((entry) => (
          <Entry key={entry.seq} entry={entry} alarm={alarm} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, alarm }: { entry: AlarmEntry; alarm: AlarmDetail }) {
  const desk = useDesk();
  const words = ALARMS_WORDS[desk.language];
  const { atMs, by, deed } = entry;
  const detail = detailOf(deed, alarm, desk);
  return (
    <li data-person={by !== ''}>
      <time dateTime={new Date(atMs).toISOString()}>{formatDateTime(atMs)}</time>
      <p>
        <b>{words.entries[deed.kind]}</b>
        {detail !== '' && <> {detail}</>}
      </p>
      <span>{by === '' ? words.system : by}</span>
    </li>
  );
}

function detailOf(deed: AlarmDeed, alarm: AlarmDetail, desk: DeskSurroundings): string {
  const words = ALARMS_WORDS[desk.language];
  switch (deed.kind) {
    case 'raise':
      return valueText(alarm, deed.value, desk);
    case 'shelve':
      return `${words.until} ${formatTime(deed.untilMs)}: ${deed.reason}`;
    case 'out-of-service':
      return deed.reason;
    case 'assign':
      return deed.to;
    case 'comment':
      return deed.text;
    case 'chatter':
    case 'calm':
      return words.times(formatInteger(deed.count, desk.language));
    case 'escalate':
      return formatInteger(deed.step + 1, desk.language);
    default:
      return '';
  }
}
