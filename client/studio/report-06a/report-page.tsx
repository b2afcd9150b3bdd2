import '../question/question.css';
import '../answer/answer.css';
import './report.css';
import { useMemo } from 'react';
import { REPORT_FORMS } from '../../../shared/measure/report-forms.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import {
  filledRows,
  REPORT_LEVELS,
  type ReportLevel,
  ROWS_BY,
  type RowsBy,
  reportQueries,
} from '../../../shared/report/report-sheet.ts';
import { formatDateTime, formatDay } from '../../../shared/unit/format-time.ts';
import { isoDay, localDayOf, parseDay } from '../../../shared/unit/local-day.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { faultText } from '../answer/refusal-words.ts';
import { useAsk } from '../answer/use-ask.ts';
import { ChoiceField } from '../question/choice-field.tsx';
import { UnitPeriodRail } from '../scope/unit-period-rail.tsx';
import { type UnitAndPeriod, useUnitAndPeriod } from '../scope/use-unit-period.ts';
import { ReportChecks } from './report-checks.tsx';
import { ReportFiles } from './report-files.tsx';
import { ReportTable } from './report-table.tsx';
import { REPORT_WORDS } from './report-words.ts';

const FORM = REPORT_FORMS.find(({ id }) => id === 'II.06a');

/** `/studio/report-06a?unit=718&level=commune&p=2023-12-01..2023-12-31&rows=unit`: the form, ready to be handed in. */
export function ReportPage() {
  const place = useUnitAndPeriod('month');
  const { params } = usePlace();
  const level = REPORT_LEVELS.find((each) => each === params.get('level')) ?? 'all';
  const by = ROWS_BY.find((each) => each === params.get('rows')) ?? 'field';
  return (
    <div className="ask">
      <UnitPeriodRail place={place}>
        <ReportChoices level={level} by={by} />
      </UnitPeriodRail>
      <Report place={place} level={level} by={by} />
    </div>
  );
}

interface Choices {
  readonly level: ReportLevel;
  readonly by: RowsBy;
}

function ReportChoices({ level, by }: Choices) {
  const { language } = useTileSurroundings();
  const words = REPORT_WORDS[language];
  return (
    <>
      <ChoiceField
        name={words.level}
        value={level}
        choices={REPORT_LEVELS.map((value) => ({ value, name: words.levels[value] }))}
        onChange={(value) => changeParams({ level: value === 'all' ? null : value })}
      />
      <ChoiceField
        name={words.rows}
        value={by}
        choices={ROWS_BY.map((value) => ({ value, name: words.rowsBy[value] }))}
        onChange={(value) => changeParams({ rows: value === 'field' ? null : value })}
      />
      <button type="button" className="plain-button report-print" onClick={() => print()}>
        {words.print}
      </button>
    </>
  );
}

interface ReportProps extends Choices {
  readonly place: UnitAndPeriod;
}

function Report({ place, level, by }: ReportProps) {
  const { language } = useTileSurroundings();
  const words = REPORT_WORDS[language];
  const { unit, period } = place;
  const queries = useMemo(
    () => FORM && reportQueries({ form: FORM, unit, level, period, by }),
    [unit, level, period, by],
  );
  const rows = useAsk(queries?.rows ?? null);
  const whole = useAsk(queries?.whole ?? null);
  const fault = rows.fault ?? whole.fault;
  return (
    <article className="sheet report" aria-busy={rows.isAsking || whole.isAsking}>
      <p className="report-form">{words.form}</p>
      <h1>{words.title}</h1>
      <Scope place={place} level={level} answer={whole.answer} />
      <ReportFiles {...{ unit, level, by, period }} />
      {fault && (
        <p className="refusal" role="alert">
          {faultText(fault, language)}
        </p>
      )}
      {rows.query && rows.answer && whole.query && whole.answer && (
        <Filled
          place={place}
          {...{ level, by }}
          rows={rows.answer}
          whole={whole.answer}
          queries={{ rows: rows.query, whole: whole.query }}
        />
      )}
    </article>
  );
}

interface ScopeProps extends Pick<ReportProps, 'place' | 'level'> {
  readonly answer: Answer | null;
}

function Scope({ place: { unit, borders, periodName }, level, answer }: ScopeProps) {
  const { language } = useTileSurroundings();
  const words = REPORT_WORDS[language];
  const dayText = (text: string) => {
    const day = parseDay(text);
    return day === undefined ? text : formatDay(day);
  };
  const days = answer
    ? `, ${words.days(dayText(answer.period.from), dayText(answer.period.to))}`
    : '';
  return (
    <p className="report-scope">
      <span>
        {words.reporter}: <b>{borders.unit(unit)?.name ?? unit}</b> · {words.levels[level]}
      </span>
      <span>
        {words.period}: <b>{periodName}</b>
        {days}
      </span>
      <span>{words.countedIn}</span>
      {answer && <span>{words.asOf(formatDateTime(Date.parse(answer.asOf)))}</span>}
    </p>
  );
}

interface FilledProps extends ReportProps {
  readonly rows: Answer;
  readonly whole: Answer;
  readonly queries: { readonly rows: Query; readonly whole: Query };
}

function Filled({ place, level, by, rows, whole, queries }: FilledProps) {
  const { language, names } = useTileSurroundings();
  const total = whole.rows[0];
  if (!FORM || !total) return null;
  const filled = filledRows(rows, FORM);
  const { unit, borders } = place;
  const today = isoDay(localDayOf(Date.parse(whole.asOf)));
  const nameOfRow = (key: string) => {
    const row = rows.rows.find((each) => each.key === key);
    return nameOf(names, by, row?.[by] ?? key, language, borders);
  };
  return (
    <>
      {filled.length === 0 && <p className="none">{REPORT_WORDS[language].empty}</p>}
      <ReportTable
        form={FORM}
        {...{ by, queries, borders }}
        rows={filled}
        whole={total}
        asked={{ unit, level, by, span: whole.period, today }}
      />
      <ReportChecks form={FORM} rows={filled} whole={total} nameOfRow={nameOfRow} />
    </>
  );
}
