import { type ReactNode, useMemo } from 'react';
import type { Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { ChartFigure } from '../answer/chart-figure.tsx';
import { suitedForm } from '../answer/forms.ts';
import { periodOfQuestion, subjectOf, type TitleBasis } from '../answer/question-title.ts';
import { faultText } from '../answer/refusal-words.ts';
import { type Asked, useAsk } from '../answer/use-ask.ts';
import { wholeOf } from '../answer/whole-query.ts';
import type { DraftChart } from '../question/chart-place.ts';
import { useQuestionBorders } from '../question/question-rail.tsx';
import { sentence } from '../sentence.ts';
import {
  type Answers,
  bothUnits,
  type Names,
  type Other,
  questionsOf,
  sideBySide,
} from './compare.ts';
import { CompareTable } from './compare-table.tsx';
import { COMPARE_WORDS } from './compare-words.ts';
import { PairStrip } from './pair-strip.tsx';

interface CompareSheetProps {
  readonly chart: DraftChart;
  readonly other: Other;
  readonly tools: ReactNode;
}

/** Two sides: the figures of the whole as pairs, one chart of both, the table of differences. */
export function CompareSheet({ chart, other, tools }: CompareSheetProps) {
  const { language, measures } = useTileSurroundings();
  const borders = useQuestionBorders(chart.query);
  const { one, two } = useMemo(() => questionsOf(chart.query, other), [chart.query, other]);
  const asked = usePair(one, two);
  const whole = usePair(
    useMemo(() => wholeOf(one), [one]),
    useMemo(() => wholeOf(two), [two]),
  );
  const basis = { measures, borders, language };
  const names: Names = [
    sideName(one, asked.one, other, basis),
    sideName(two, asked.two, other, basis),
  ];
  const fault = asked.one.fault ?? asked.two.fault;
  return (
    <article className="sheet" aria-busy={asked.isAsking}>
      <header className="sheet-head">
        <div>
          <h1>{subjectOf(one, basis)}</h1>
          <p className="sheet-scope">
            {sentence(names[0])} {COMPARE_WORDS[language].versus} {names[1]} ·{' '}
            {sharedScope(one, asked.one, other, basis)}
          </p>
        </div>
        {tools}
      </header>
      {fault && (
        <p className="refusal" role="alert">
          {faultText(fault, language)}
        </p>
      )}
      {whole.answers && <PairStrip query={wholeOf(one)} answers={whole.answers} names={names} />}
      {asked.answers && (
        <Pair query={one} other={other} answers={asked.answers} names={names} draft={chart} />
      )}
    </article>
  );
}

function usePair(first: Query, second: Query) {
  const one = useAsk(first);
  const two = useAsk(second);
  const isAsking = one.isAsking || two.isAsking;
  const answers = useMemo((): Answers | null => {
    if (isAsking || !one.answer || !two.answer) return null;
    return [one.answer, two.answer];
  }, [isAsking, one.answer, two.answer]);
  return { one, two, isAsking, answers };
}

function sideName(query: Query, asked: Asked, { kind }: Other, basis: TitleBasis): string {
  if (kind === 'unit') return basis.borders.unit(query.unit)?.name ?? query.unit;
  return periodOfQuestion(query, asked.isAsking ? null : asked.answer, basis.language);
}

/** What both sides have in common: the period of two units, the unit of two periods. */
function sharedScope(query: Query, asked: Asked, { kind }: Other, basis: TitleBasis): string {
  return sideName(query, asked, kind === 'unit' ? PERIOD : UNIT, basis);
}
const PERIOD: Other = { kind: 'period', period: { relative: 'today' } };
const UNIT: Other = { kind: 'unit', unit: '' };

interface PairProps {
  readonly query: Query;
  readonly other: Other;
  readonly answers: Answers;
  readonly names: Names;
  readonly draft: DraftChart;
}

function Pair({ query, other, answers, names, draft }: PairProps) {
  const { language, measures } = useTileSurroundings();
  const borders = useQuestionBorders(query);
  const [one, two] = answers;
  const rows = useMemo(
    () => sideBySide(query, one.rows, two.rows, measures),
    [query, one, two, measures],
  );
  const { drawn, answer } = useMemo(
    () => pictureOfBoth(query, other, answers, rows),
    [query, other, answers, rows],
  );
  const form = suitedForm(drawn, measures);
  const chart = useMemo(
    () => ({
      title: names.join(' – '),
      query: drawn,
      form: form === 'ranking' && other.kind === 'unit' ? ('bar' as const) : form,
      ...(draft.measures && { measures: draft.measures }),
      ...(draft.notes && { notes: draft.notes }),
    }),
    [names, drawn, form, other.kind, draft],
  );
  return (
    <>
      {form !== 'table' && (
        <div className="pictures">
          <ChartFigure chart={chart} answer={answer} borders={borders} />
        </div>
      )}
      <CompareTable query={query} rows={rows} names={names} borders={borders} />
      <p className="cell-note">{COMPARE_WORDS[language].rule}</p>
    </>
  );
}

/** Two periods are drawn as a value and its base, two units as two series. */
function pictureOfBoth(query: Query, other: Other, [one, two]: Answers, rows: readonly Row[]) {
  if (other.kind === 'period') {
    const drawn: Query = { ...query, compare: 'previous-period' };
    return { drawn, answer: { ...one, rows: [...rows], comparedPeriod: two.period } };
  }
  const by = (query.by ?? []).filter((each) => each !== 'unit');
  const drawn: Query = { ...query, by: [...by, 'unit'] };
  return { drawn, answer: bothUnits(query, one, two, other.unit) };
}
