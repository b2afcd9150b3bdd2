import { useEffect, useState } from 'react';
import type { Meter, QualityReport, QualitySource } from '../../../shared/query/quality.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { isoDay, type LocalDay, localDayOf } from '../../../shared/unit/local-day.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { useServerNow } from '../use-now.ts';
import { useRead } from '../use-read.ts';
import { CARD_WORDS } from './card-words.ts';
import { meterText } from './meter-text.ts';
import { NewestEvents } from './newest-events.tsx';
import { Quarantine } from './quarantine.tsx';

/** A card fits the screen: beyond them sources are left out. */
const MOST_SOURCES = 4;
const AGAIN_MS = 5000;
const SHOWN_DAYS = 30;
const CLOCK_STEP_MS = 60_000;
/** A wall of the present is never that far behind the server. */
const PRESENT_MS = 3_600_000;

/** The sources under a measure with their four meters, and what came and was refused last. */
export function SourceMeters({ measure, unit }: { measure: string; unit: string | undefined }) {
  const { measures, language, pack, names } = useTileSurroundings();
  const words = CARD_WORDS[language];
  const part = unit === pack.root ? undefined : unit;
  const feeds = measures.get(measure)?.source ?? '';
  const now = useServerNow(CLOCK_STEP_MS);
  const report = useRead<QualityReport>(pathUpTo(localDayOf(now), part), useTurn(AGAIN_MS));
  const sources = report?.sources.filter((source) => isUnder(source, feeds)) ?? [];
  const shown = sources.slice(0, MOST_SOURCES);
  // What arrived last belongs to the present, not to a wall that looks back.
  const isPast = report !== null && now < Date.parse(report.asOf) - PRESENT_MS;
  return (
    <section className="card-sources">
      <h3>
        {words.sources}
        {part && ` · ${nameOf(names, 'unit', part, language)}`}
      </h3>
      {report && sources.length === 0 && <p className="none">{words.noSource}</p>}
      {shown.length > 0 && <MeterTable sources={shown} />}
      {report && (
        <>
          <Quarantine sources={shown} maySeeEvents={report.maySeeEvents && !isPast} />
          {!isPast && <NewestEvents feeds={feeds} maySeeEvents={report.maySeeEvents} />}
        </>
      )}
    </section>
  );
}

/** The last thirty days of the wall's own time, which may be the past. */
function pathUpTo(day: LocalDay, unit: string | undefined): string {
  const from = isoDay((day - SHOWN_DAYS + 1) as LocalDay);
  return `/api/v1/quality?${new URLSearchParams({ from, to: isoDay(day), ...(unit && { unit }) })}`;
}

/** What came under no known name may have been meant for any figure. */
function isUnder({ source, feeds, rejected }: QualitySource, wanted: string): boolean {
  if (wanted === 'quality') return true;
  return source === '' ? rejected > 0 : feeds.includes(wanted);
}

function MeterTable({ sources }: { sources: readonly QualitySource[] }) {
  const { language } = useTileSurroundings();
  const words = CARD_WORDS[language];
  return (
    <table className="meters">
      <thead>
        <tr>
          <th scope="col">{words.source}</th>
          <th scope="col">{words.valid}</th>
          <th scope="col">{words.complete}</th>
          <th scope="col">{words.clean}</th>
          <th scope="col">{words.fresh}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((each) => (
          <MeterRow key={each.source} source={each} />
        ))}
      </tbody>
    </table>
  );
}

function MeterRow({ source }: { source: QualitySource }) {
  const { language } = useTileSurroundings();
  const words = CARD_WORDS[language];
  const { meters, lastAcceptedAt, duplicates, conflicts, name } = source;
  const fields = `${words.fields} ${meterText(meters.fields, language).value}`;
  const counts = [
    duplicates > 0 && `${words.duplicates} ${formatInteger(duplicates, language)}`,
    conflicts > 0 && `${words.conflicts} ${formatInteger(conflicts, language)}`,
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">{source.source === '' ? words.nameless : name[language]}</th>
      <MeterCell meter={meters.valid} />
      <MeterCell meter={meters.complete} more={meters.fields.value === null ? '' : fields} />
      <MeterCell meter={meters.clean} more={counts.join(', ')} />
      <MeterCell
        meter={meters.fresh}
        detail={lastAcceptedAt === null ? undefined : formatDateTime(lastAcceptedAt)}
      />
    </tr>
  );
}

interface MeterCellProps {
  readonly meter: Meter;
  /** Instead of what the meter divides. */
  readonly detail?: string | undefined;
  readonly more?: string;
}

function MeterCell({ meter, detail, more }: MeterCellProps) {
  const { language } = useTileSurroundings();
  const text = meterText(meter, language);
  return (
    <td>
      <b>{text.value}</b>
      <span>{detail ?? text.detail}</span>
      {more && <span>{more}</span>}
    </td>
  );
}

/** Grows by one each `everyMs`. */
function useTurn(everyMs: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((last) => last + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return turn;
}
