import { type ReactNode, useMemo } from 'react';
import type { Chart } from '../../../shared/chart/chart.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import type { DraftChart } from '../question/chart-place.ts';
import { useQuestionBorders } from '../question/question-rail.tsx';
import { AnswerTable } from './answer-table.tsx';
import { ANSWER_WORDS } from './answer-words.ts';
import { ChartFigure } from './chart-figure.tsx';
import { FiguresStrip } from './figures-strip.tsx';
import { shownForm } from './forms.ts';
import { MapFigure } from './map-figure.tsx';
import { scopeOf, subjectOf, titleOf } from './question-title.ts';
import { faultText } from './refusal-words.ts';
import { type Asked, useAsk } from './use-ask.ts';
import { mapQueryOf, wholeOf } from './whole-query.ts';

interface AnswerSheetProps {
  readonly draft: DraftChart;
  /** Beside the title: what can be done with the chart as it is shown. */
  readonly tools: (chart: Chart) => ReactNode;
  /** Above the pictures: how they are drawn. */
  readonly picker: ReactNode;
}

/** The answer as a sheet of an atlas: title, figures of the whole, chart and map, table. */
export function AnswerSheet({ draft, tools, picker }: AnswerSheetProps) {
  const { language } = useTileSurroundings();
  const { query } = draft;
  const asked = useAsk(query);
  const whole = useAsk(useMemo(() => wholeOf(query), [query]));
  const chart = useWholeChart(draft);
  const borders = useQuestionBorders(query);
  // Another question is on its way: what is shown belongs to the one before.
  const shown = asked.query && asked.answer ? { query: asked.query, answer: asked.answer } : null;
  return (
    <article className="sheet" aria-busy={asked.isAsking}>
      <SheetHead chart={chart} asked={asked} tools={tools(chart)} />
      {asked.fault && (
        <p className="refusal" role="alert">
          {faultText(asked.fault, language)}
        </p>
      )}
      {whole.query && whole.answer && <FiguresStrip query={whole.query} answer={whole.answer} />}
      {shown && (
        <>
          {picker}
          <Pictures chart={chart} {...shown} />
          <AnswerTable {...shown} borders={borders} />
        </>
      )}
    </article>
  );
}

/** With the title and the form that it is shown with. */
function useWholeChart(draft: DraftChart): Chart {
  const { language, measures } = useTileSurroundings();
  const borders = useQuestionBorders(draft.query);
  return useMemo(
    () => ({
      ...draft,
      title: draft.title ?? titleOf(draft.query, { measures, borders, language }),
      form: shownForm(draft.form, draft.query, measures),
    }),
    [draft, measures, borders, language],
  );
}

interface SheetHeadProps {
  readonly chart: Chart;
  readonly asked: Asked;
  readonly tools: ReactNode;
}

function SheetHead({ chart, asked, tools }: SheetHeadProps) {
  const { language, measures } = useTileSurroundings();
  const borders = useQuestionBorders(chart.query);
  const basis = { measures, borders, language };
  const automatic = titleOf(chart.query, basis);
  const title = chart.title === automatic ? subjectOf(chart.query, basis) : chart.title;
  return (
    <header className="sheet-head">
      <div>
        <h1>{title}</h1>
        <p className="sheet-scope" role="status">
          {scopeOf(chart.query, asked.isAsking ? null : asked.answer, basis)}
          <Standing asked={asked} />
        </p>
      </div>
      {tools}
    </header>
  );
}

/** What the figures stand on: the newest data, and when they were computed, or the moment looked back at. */
function Standing({ asked: { query, answer, isAsking } }: { asked: Asked }) {
  const { language } = useTileSurroundings();
  const words = ANSWER_WORDS[language];
  if (isAsking) return <> · {words.asking}</>;
  if (!answer) return null;
  const { dataTo, closed } = answer.freshness;
  const moment = `${query?.asOf ? words.knownAt : words.askedAt} ${formatDateTime(Date.parse(answer.asOf))}`;
  const facts = [
    ...(dataTo === null ? [] : [`${words.dataTo} ${formatDateTime(dataTo)}`]),
    ...(closed ? [words.closed] : []),
    moment,
  ];
  return <> · {facts.join(' · ')}</>;
}

const BESIDE_MAP_PX = 460;

/** Chart and map side by side; a map that is asked for stands alone, a table needs neither. */
function Pictures({
  chart,
  query,
  answer,
}: {
  chart: Chart;
  query: Chart['query'];
  answer: Answer;
}) {
  const { measures } = useTileSurroundings();
  const borders = useQuestionBorders(query);
  const mapQuery = useMemo(() => mapQueryOf(query), [query]);
  const map = useAsk(mapQuery);
  const form = shownForm(chart.form, query, measures);
  const drawn = useMemo(() => ({ ...chart, query, form }), [chart, query, form]);
  const mapChart = useMemo(
    () => map.query && { ...chart, query: map.query, form: 'map' as const },
    [chart, map.query],
  );
  const hasMap = mapQuery !== null && mapChart && map.answer;
  const hasChart = form !== 'table' && form !== 'map';
  if (!hasMap && !hasChart) return null;
  return (
    <div className="pictures" data-both={Boolean(hasMap && hasChart)}>
      {hasChart && (
        <ChartFigure
          chart={drawn}
          answer={answer}
          borders={borders}
          {...(hasMap && { leastPx: BESIDE_MAP_PX })}
        />
      )}
      {hasMap && <MapFigure chart={mapChart} answer={map.answer} borders={borders} />}
    </div>
  );
}
