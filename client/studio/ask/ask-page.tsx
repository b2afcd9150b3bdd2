import '../question/question.css';
import '../answer/answer.css';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { addressOf, usePlace } from '../../ui/use-place.ts';
import { AnswerSheet } from '../answer/answer-sheet.tsx';
import { ANSWER_WORDS } from '../answer/answer-words.ts';
import { FormPicker } from '../answer/form-picker.tsx';
import { shownForm } from '../answer/forms.ts';
import { PicturedMeasure } from '../answer/pictured-measure.tsx';
import { subjectOf } from '../answer/question-title.ts';
import { ChartActions } from '../keep/chart-actions.tsx';
import { originOf } from '../keep/chart-document.ts';
import { OpenDocument } from '../keep/open-document.tsx';
import { chartParams, type DraftChart } from '../question/chart-place.ts';
import { QuestionRail, useQuestionBorders } from '../question/question-rail.tsx';
import { QUESTION_WORDS } from '../question/question-words.ts';
import { useChartPlace } from '../question/use-chart-place.ts';
import { examplesFor } from './examples.ts';

/** `/studio/ask`: a question on the left, its answer as chart, map and table on the right. */
export function AskPage() {
  const { measures } = useTileSurroundings();
  const place = useChartPlace();
  const { chart, show } = place;
  const { params } = usePlace();
  const saved = params.has('m') ? null : params.get('doc');
  if (saved !== null) return <OpenDocument id={saved} version={originOf(params)?.version} />;
  return (
    <div className="ask">
      <QuestionRail place={place} compares={true} />
      {chart ? (
        <AnswerSheet
          draft={chart}
          tools={(whole) => <ChartActions chart={whole} />}
          picker={
            <div className="sheet-tools">
              <FormPicker
                query={chart.query}
                shown={shownForm(chart.form, chart.query, measures)}
                onPick={(form) => show({ ...chart, form })}
              />
              <PicturedMeasure chart={chart} onPick={show} />
            </div>
          }
        />
      ) : (
        <Beginning onOpen={show} />
      )}
    </div>
  );
}

/** What stands where nothing is asked yet. */
function Beginning({ onOpen }: { onOpen: (chart: DraftChart) => void }) {
  const { language, measures, root } = useTileSurroundings();
  const words = ANSWER_WORDS[language];
  const { params, pathname } = usePlace();
  const examples = examplesFor(measures, root);
  return (
    <section className="beginning">
      <h1>{words.start}</h1>
      <p>{params.has('m') ? words.notAsked : words.startDetail}</p>
      <ul className="examples">
        {examples.map((each) => (
          <li key={JSON.stringify(each)}>
            <a
              href={addressOf(pathname, chartParams(each, params))}
              onClick={(event) => {
                event.preventDefault();
                onOpen(each);
              }}
            >
              <ExampleText chart={each} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExampleText({ chart }: { chart: DraftChart }) {
  const { language, measures } = useTileSurroundings();
  const borders = useQuestionBorders(chart.query);
  const { grain, compare } = chart.query;
  const words = QUESTION_WORDS[language];
  const more = [grain && words.grains[grain], compare && words.compares[compare]];
  return (
    <>
      <b>{subjectOf(chart.query, { measures, borders, language })}</b>
      {more.filter(Boolean).map((each) => (
        <span key={each}>{each}</span>
      ))}
    </>
  );
}
