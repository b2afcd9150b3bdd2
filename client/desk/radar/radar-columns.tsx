import { useMemo } from 'react';
import type { DueCell, RadarAnswer, RadarRow } from '../../../shared/record/radar.ts';
import type { RecordFilter } from '../../../shared/record/records.ts';
import { formatInteger, formatNumber, type Language } from '../../../shared/unit/format.ts';
import { formatDay } from '../../../shared/unit/format-time.ts';
import { parseDay } from '../../../shared/unit/local-day.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useDesk } from '../desk-context.ts';
import { PlaceLink } from '../place-link.tsx';
import type { Column } from '../table/column.ts';
import { listAddress } from './radar-links.ts';
import { RADAR_WORDS } from './radar-words.ts';

interface Reading {
  readonly language: Language;
  readonly linkOf: (row: RadarRow, filter: RecordFilter) => string;
  /** Longest bar of each due column. */
  readonly widest: readonly number[];
}

export function useRadarColumns(answer: RadarAnswer | null): readonly Column<RadarRow>[] {
  const { language, names, borders } = useDesk();
  return useMemo(() => {
    if (!answer) return [];
    const { unit, by, rows, total, letterDueDay } = answer;
    const widest = total.due.map((_, i) =>
      Math.max(...rows.map(({ due }) => due[i]?.count ?? 0), 1),
    );
    const linkOf: Reading['linkOf'] = ({ key }, filter) => listAddress({ unit, by, key }, filter);
    const reading: Reading = { language, linkOf, widest };
    const words = RADAR_WORDS[language];
    const nameColumn: Column<RadarRow> = {
      id: 'name',
      title: words[by],
      width: 'minmax(136px, 260px)',
      sort: 'ascending',
      cell: ({ key }) =>
        by === 'unit' && key === unit ? words.own : nameOf(names, by, key, language, borders),
    };
    return [
      nameColumn,
      ...total.due.map(({ hours }, i) => dueColumn(hours, i, reading)),
      countColumn('late', reading, { state: 'open-late' }),
      countColumn('noLetter', reading, { state: 'open-late', withoutApology: true }),
      letterColumn(reading, letterDueDay),
      countColumn('open', reading, { state: 'open' }),
      countColumn('paused', reading, { state: 'paused' }),
    ];
  }, [answer, language, names, borders]);
}

function dueColumn(hours: number, place: number, reading: Reading): Column<RadarRow> {
  const { language, linkOf, widest } = reading;
  const words = RADAR_WORDS[language];
  const text = formatNumber(hours, 0, language);
  return {
    id: `due${hours}`,
    title: words.within(text),
    hint: words.withinHint(text),
    width: 'minmax(124px, 1fr)',
    sort: 'descending',
    cell: (row) => {
      const cell = row.due[place];
      const href = linkOf(row, { state: 'due-in', dueInHours: hours });
      return (
        cell && <Due cell={cell} href={href} widest={widest[place] ?? 1} language={language} />
      );
    },
  };
}

interface DueProps {
  readonly cell: DueCell;
  readonly href: string;
  readonly widest: number;
  readonly language: Language;
}

/** A count with its bar; the part that is likely to be late is the darker end of it. */
function Due({ cell, href, widest, language }: DueProps) {
  const { count, expectedLate, cases } = cell;
  const words = RADAR_WORDS[language];
  const late =
    expectedLate === null
      ? words.few(formatInteger(cases, language))
      : `≈ ${formatNumber(expectedLate, 1, language)} ${words.expected}`;
  return (
    <span className="radar-due">
      <Count href={href} count={count} language={language} title={count > 0 ? late : undefined} />
      <span className="radar-bar" aria-hidden="true">
        <i style={{ width: `${(count / widest) * 100}%` }} />
        <b style={{ width: `${((expectedLate ?? 0) / widest) * 100}%` }} />
      </span>
      <span className="radar-expected">
        {count === 0
          ? ''
          : expectedLate === null
            ? '—'
            : `≈ ${formatNumber(expectedLate, 1, language)}`}
      </span>
    </span>
  );
}

interface CountProps {
  readonly href: string;
  readonly count: number;
  readonly language: Language;
  readonly title?: string | undefined;
}

/** Leads to the dossiers it counts; nothing leads nowhere. */
export function Count({ href, count, language, title }: CountProps) {
  const text = formatInteger(count, language);
  if (count === 0) return <span className="radar-none">{text}</span>;
  return (
    <PlaceLink className="radar-count" href={href} title={title}>
      {text}
    </PlaceLink>
  );
}

const WIDTHS = { late: '88px', noLetter: '92px', open: '116px', paused: '80px' } as const;
const FIELD_OF = {
  late: 'late',
  noLetter: 'lateWithoutApology',
  open: 'open',
  paused: 'paused',
} as const satisfies Record<string, keyof RadarRow>;

function countColumn(
  id: keyof typeof FIELD_OF,
  { language, linkOf }: Reading,
  filter: RecordFilter,
): Column<RadarRow> {
  const words = RADAR_WORDS[language];
  const hints: Partial<Record<string, string>> = {
    late: words.lateHint,
    noLetter: words.noLetterHint,
    open: words.openHint,
  };
  const hint = hints[id];
  return {
    id,
    title: words[id],
    ...(hint !== undefined && { hint }),
    width: WIDTHS[id],
    align: 'end',
    sort: 'descending',
    cell: (row) => (
      <Count href={linkOf(row, filter)} count={row[FIELD_OF[id]]} language={language} />
    ),
  };
}

function letterColumn({ language, linkOf }: Reading, day: string): Column<RadarRow> {
  const words = RADAR_WORDS[language];
  const parsed = parseDay(day);
  return {
    id: 'letter',
    title: words.letter,
    hint: words.letterHint(parsed === undefined ? day : formatDay(parsed)),
    width: '104px',
    align: 'end',
    sort: 'descending',
    cell: (row) => (
      <Count href={linkOf(row, letterFilter(day))} count={row.letterDueToday} language={language} />
    ),
  };
}

export function letterFilter(day: string): RecordFilter {
  return { state: 'running', withoutApology: true, dueFrom: day, dueTo: day };
}
