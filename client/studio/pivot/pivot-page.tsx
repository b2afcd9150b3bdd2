import { useMemo } from 'react';
import type { Query } from '../../../shared/query/query.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { scopeOf, subjectOf } from '../answer/question-title.ts';
import { faultText } from '../answer/refusal-words.ts';
import { type Asked, useAsk } from '../answer/use-ask.ts';
import { ChoiceField } from '../question/choice-field.tsx';
import { QuestionRail, useQuestionBorders } from '../question/question-rail.tsx';
import { type ChartPlace, useChartPlace } from '../question/use-chart-place.ts';
import { type PivotSides, pivotOf, questionOf, sidesOf } from './pivot.ts';
import { PivotTable } from './pivot-table.tsx';
import { PIVOT_WORDS } from './pivot-words.ts';
import '../question/question.css';
import '../answer/answer.css';
import './pivot.css';

/** `/studio/pivot`: the same question as a table with two sides. */
export function PivotPage() {
  const { language } = useTileSurroundings();
  const place = useChartPlace();
  const { params } = usePlace();
  const query = place.chart?.query;
  const sides = useMemo(() => query && sidesOf(query, params.has('flip')), [query, params]);
  return (
    <div className="ask">
      <QuestionRail place={place} />
      {query && sides ? (
        <PivotSheet place={place} query={query} sides={sides} />
      ) : (
        <section className="beginning">
          <p>{PIVOT_WORDS[language].needs}</p>
        </section>
      )}
    </div>
  );
}

interface PivotSheetProps {
  readonly place: ChartPlace;
  readonly query: Query;
  readonly sides: PivotSides;
}

function PivotSheet({ place, query, sides }: PivotSheetProps) {
  const { language, measures } = useTileSurroundings();
  const words = PIVOT_WORDS[language];
  const borders = useQuestionBorders(query);
  const id = place.chart?.measures?.[0] ?? query.measures[0] ?? '';
  const measure = measures.get(id);
  const { asked, answers } = usePivotAnswers(query, id, sides);
  const pivot = useMemo(
    () => (answers && measure ? pivotOf(answers, sides, measure) : null),
    [answers, sides, measure],
  );
  const basis = { measures, borders, language };
  return (
    <article className="sheet" aria-busy={asked.isAsking}>
      <header className="sheet-head">
        <div>
          <h1>{subjectOf({ ...query, measures: [id] }, basis)}</h1>
          <p className="sheet-scope">{scopeOf(query, asked.answer, basis)}</p>
        </div>
        <PivotTools place={place} query={query} id={id} />
      </header>
      {asked.fault && (
        <p className="refusal" role="alert">
          {faultText(asked.fault, language)}
        </p>
      )}
      {pivot && measure && (
        <>
          <PivotTable pivot={pivot} sides={sides} measure={measure} borders={borders} />
          <p className="cell-note pivot-rule">{words.rule}</p>
        </>
      )}
    </article>
  );
}

function PivotTools({ place, query, id }: Omit<PivotSheetProps, 'sides'> & { id: string }) {
  const { language, measures } = useTileSurroundings();
  const words = PIVOT_WORDS[language];
  const { params } = usePlace();
  const nameOf = (each: string) => measures.get(each)?.shortName[language] ?? each;
  return (
    <div className="pivot-tools">
      {query.measures.length > 1 && (
        <ChoiceField
          name={words.measure}
          value={id}
          choices={query.measures.map((each) => ({ value: each, name: nameOf(each) }))}
          onChange={(picked) => place.chart && place.show({ ...place.chart, measures: [picked] })}
        />
      )}
      <button
        type="button"
        className="plain-button"
        aria-pressed={params.has('flip')}
        onClick={() => changeParams({ flip: params.has('flip') ? null : '1' })}
      >
        {words.flip}
      </button>
    </div>
  );
}

/** Four questions: the cells, the totals of both sides, and the whole. */
function usePivotAnswers(query: Query, measure: string, { rows, columns }: PivotSides) {
  const ask = (...sides: readonly (typeof rows)[]) => questionOf(query, measure, sides);
  const asked = useAsk(ask(rows, columns));
  const byRow = useAsk(ask(rows));
  const byColumn = useAsk(ask(columns));
  const whole = useAsk(ask());
  const answers = useMemo(
    () => rowsOfAll([asked, byRow, byColumn, whole]),
    [asked, byRow, byColumn, whole],
  );
  return { asked, answers };
}

/** Only answers to one and the same question stand in one table. */
function rowsOfAll(all: readonly Asked[]) {
  const [cells, byRow, byColumn, whole] = all.map(({ answer, isAsking }) =>
    isAsking ? undefined : answer?.rows,
  );
  return cells && byRow && byColumn && whole ? { cells, byRow, byColumn, whole } : null;
}
