import type { RecordPage } from '../../../shared/record/record-page.ts';
import { formatNumber } from '../../../shared/unit/format.ts';
import { useDesk } from '../desk-context.ts';
import { codeName } from '../list/chips.ts';
import { CopyLink } from '../list/copy-link.tsx';
import { StandingMark } from '../list/standing-mark.tsx';
import { addressOf } from '../place.ts';
import { PlaceLink } from '../place-link.tsx';
import { SectionHead } from '../section-head.tsx';
import { useAsked } from '../use-asked.ts';
import { usePlace } from '../use-place.ts';
import { dueLines, effectiveText } from './due-lines.ts';
import { RecordFacts } from './record-facts.tsx';
import { RECORD_WORDS } from './record-words.ts';
import { Revisions } from './revisions.tsx';
import { Timeline } from './timeline-view.tsx';
import './record.css';

/** One dossier: how it stands, how it came to that, how its due date comes about, and everything reported of it. */
export function RecordSection() {
  const { language } = useDesk();
  const place = usePlace();
  const words = RECORD_WORDS[language];
  const [agency, code] = [place.get('agency'), place.get('code')];
  const path =
    agency && code
      ? `/api/v1/records/dossier/${encodeURIComponent(agency)}/${encodeURIComponent(code)}`
      : null;
  const { value, failure } = useAsked<RecordPage>(path);
  if (path === null) return <SectionHead title={words.noCode} />;
  if (value) return <Shown page={value} />;
  if (failure?.status === 404 || failure?.status === 403)
    return <SectionHead title={code ?? ''} detail={words.missing} />;
  const detail = failure ? `${words.failed} (${failure.code})` : words.opening;
  return <SectionHead title={code ?? ''} detail={detail} />;
}

function Shown({ page }: { page: RecordPage }) {
  const desk = useDesk();
  const { row } = page;
  const words = RECORD_WORDS[desk.language];
  const about = (['procedure', 'field', 'unit'] as const).map((part) =>
    codeName(part, row[part], desk),
  );
  return (
    <div className="record">
      <SectionHead title={row.code} detail={about.join(' · ')}>
        <PlaceLink className="action" href={addressOf('list', { unit: row.unit })}>
          {words.list}
        </PlaceLink>
        <CopyLink />
      </SectionHead>
      <div className="record-body">
        <section className="record-main">
          <Standing page={page} />
          <Timeline page={page} />
          <DueDate page={page} />
        </section>
        <RecordFacts page={page} />
      </div>
      <Revisions page={page} />
    </div>
  );
}

function Standing({ page: { row } }: { page: RecordPage }) {
  const { language } = useDesk();
  const words = RECORD_WORDS[language];
  const hours = row.workingHoursLeft;
  return (
    <p className="record-standing">
      <StandingMark row={row} />
      {row.due !== null && (
        <span className="record-standing-due">
          {words.due} {effectiveText(row)}
          {hours !== null &&
            hours > 0 &&
            ` · ${words.hoursLeft(formatNumber(hours, hours % 1 ? 1 : 0, language))}`}
        </span>
      )}
    </p>
  );
}

function DueDate({ page }: { page: RecordPage }) {
  const { language } = useDesk();
  const words = RECORD_WORDS[language];
  return (
    <section aria-labelledby="record-due">
      <h2 id="record-due">{words.dueTitle}</h2>
      <dl className="record-lines">
        {dueLines(page, language).map(({ name, value, note }) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
      <p className="record-basis">{words.basis}</p>
    </section>
  );
}
