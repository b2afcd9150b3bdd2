import type { RadarAnswer, RadarRow } from '../../../shared/record/radar.ts';
import type { RecordFilter } from '../../../shared/record/records.ts';
import { formatInteger, formatNumber } from '../../../shared/unit/format.ts';
import { useDesk } from '../desk-context.ts';
import { Count, letterFilter } from './radar-columns.tsx';
import { listAddress } from './radar-links.ts';
import { RADAR_WORDS } from './radar-words.ts';

/** The whole unit in one line of figures, each a way to its dossiers. */
export function RadarSummary({ answer }: { answer: RadarAnswer }) {
  const { language } = useDesk();
  const words = RADAR_WORDS[language];
  const { total, letterDueDay } = answer;
  return (
    <dl className="radar-summary">
      {total.due.map((cell) => (
        <Figure
          key={cell.hours}
          answer={answer}
          title={words.within(formatNumber(cell.hours, 0, language))}
          count={cell.count}
          note={expectedText(cell, language)}
          filter={{ state: 'due-in', dueInHours: cell.hours }}
        />
      ))}
      <Figure
        answer={answer}
        title={words.late}
        count={total.late}
        filter={{ state: 'open-late' }}
        isLate
      />
      <Figure
        answer={answer}
        title={words.noLetter}
        count={total.lateWithoutApology}
        filter={{ state: 'open-late', withoutApology: true }}
        isLate
      />
      <Figure
        answer={answer}
        title={words.letter}
        count={total.letterDueToday}
        filter={letterFilter(letterDueDay)}
      />
    </dl>
  );
}

function expectedText(
  { count, expectedLate, cases }: RadarRow['due'][number],
  language: 'vi' | 'en',
) {
  const words = RADAR_WORDS[language];
  if (count === 0) return '';
  return expectedLate === null
    ? words.few(formatInteger(cases, language))
    : `≈ ${formatNumber(expectedLate, 1, language)} ${words.expected}`;
}

interface FigureProps {
  readonly answer: RadarAnswer;
  readonly title: string;
  readonly count: number;
  readonly filter: RecordFilter;
  readonly note?: string;
  readonly isLate?: boolean;
}

function Figure({ answer, title, count, filter, note = '', isLate = false }: FigureProps) {
  const { language } = useDesk();
  const { unit, by } = answer;
  return (
    <div>
      <dt>{title}</dt>
      <dd className={isLate && count > 0 ? 'warn' : undefined}>
        <Count
          href={listAddress({ unit, by, key: '' }, filter)}
          count={count}
          language={language}
        />
        {note && <span>{note}</span>}
      </dd>
    </div>
  );
}
