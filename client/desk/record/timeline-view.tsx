import type { RecordPage } from '../../../shared/record/record-page.ts';
import { formatDate, formatTime } from '../../../shared/unit/format-time.ts';
import { useDesk } from '../desk-context.ts';
import { RECORD_WORDS } from './record-words.ts';
import { type Moment, momentsOf } from './timeline.ts';

/** What happened, in order, and what is to come. */
export function Timeline({ page: { dossier, row, asOf } }: { page: RecordPage }) {
  const { language } = useDesk();
  const words = RECORD_WORDS[language];
  const moments = momentsOf(dossier, { day: row.due, time: row.dueTime }, Date.parse(asOf));
  return (
    <section aria-labelledby="record-course">
      <h2 id="record-course">{words.timeline}</h2>
      <ol className="record-course">
        {moments.map((moment) => (
          <li
            key={`${moment.kind} ${moment.atMs}`}
            data-kind={moment.kind}
            data-ahead={moment.isAhead}
          >
            <time dateTime={new Date(moment.atMs).toISOString()}>
              <b>{formatDate(moment.atMs)}</b> {timeOf(moment)}
            </time>
            <span>{words[moment.kind]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const timeOf = ({ atMs, isDay }: Moment) => (isDay ? '' : formatTime(atMs));
