import '../question/question.css';
import '../answer/answer.css';
import './analyse.css';
import { useId, useMemo } from 'react';
import type { Query } from '../../../shared/query/query.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { localDayOf } from '../../../shared/unit/local-day.ts';
import { GRAINS } from '../../../shared/unit/period.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useServerNow } from '../../tile/use-now.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { faultText } from '../answer/refusal-words.ts';
import { useAsk } from '../answer/use-ask.ts';
import { CATALOGUE_WORDS } from '../catalogue/catalogue-words.ts';
import { groupMeasures } from '../catalogue/measure-groups.ts';
import { ChoiceField } from '../question/choice-field.tsx';
import { MomentField } from '../question/moment-field.tsx';
import { PeriodField } from '../question/period-field.tsx';
import { QUESTION_WORDS } from '../question/question-words.ts';
import { UnitField } from '../question/unit-field.tsx';
import { type QueryChange, useChartPlace } from '../question/use-chart-place.ts';
import { hasUnits, levelsBelow, VIEWS, type View, viewQuery } from './analyse-place.ts';
import { ANALYSE_WORDS } from './analyse-words.ts';
import { AnomaliesView } from './anomalies-view.tsx';
import { DistributionView } from './distribution-view.tsx';
import { ForecastView } from './forecast-view.tsx';
import { RankingView } from './ranking-view.tsx';
import type { ViewProps } from './view-props.ts';

const HOUR_MS = 3_600_000;
const COMPONENTS: Readonly<Record<View, (props: ViewProps) => React.ReactNode>> = {
  distribution: DistributionView,
  ranking: RankingView,
  anomalies: AnomaliesView,
  forecast: ForecastView,
};

/** `/studio/analyse?view=forecast&m=dossier.received`: how a measure is spread, ranked, out of line, and where it may go. */
export function AnalysePage() {
  const { root, territory } = useTileSurroundings();
  const { chart, show } = useChartPlace();
  const { params } = usePlace();
  const today = localDayOf(useServerNow(HOUR_MS));
  const view = VIEWS.find((each) => each === params.get('view')) ?? 'distribution';
  const borders = territory.on(today);
  const hasPeriod = params.has('p');
  const query = useMemo(
    () => viewQuery(view, chart, { root, today, borders, hasPeriod }),
    [view, chart, root, today, borders, hasPeriod],
  );
  const change = (part: QueryChange) => {
    const kept = { level: chart?.query.level, grain: chart?.query.grain };
    const { by: _, ...asked } = query;
    const next = { ...asked, ...kept, ...part };
    show({
      query: Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined),
      ) as Query,
    });
  };
  return (
    <div className="ask">
      <AnalyseRail query={query} view={view} borders={borders} change={change} />
      <Analysis
        key={view}
        {...{ query, view, borders }}
        isAsAsked={chart !== null || !params.has('m')}
      />
    </div>
  );
}

interface RailProps {
  readonly query: Query;
  readonly view: View;
  readonly borders: Borders;
  readonly change: (part: QueryChange) => void;
}

function AnalyseRail({ query, view, borders, change }: RailProps) {
  const { language } = useTileSurroundings();
  const questions = QUESTION_WORDS[language];
  const words = ANALYSE_WORDS[language];
  const levels = levelsBelow(borders, query.unit);
  return (
    <aside className="rail" aria-label={questions.question}>
      <MeasureSelect id={query.measures[0] ?? ''} onPick={(id) => change({ measures: [id] })} />
      <UnitField unit={query.unit} borders={borders} onChange={(unit) => change({ unit })} />
      <PeriodField period={query.period} onChange={(period) => change({ period })} />
      {view !== 'distribution' && (
        <ChoiceField
          name={questions.grain}
          value={query.grain ?? 'month'}
          choices={GRAINS.map((grain) => ({ value: grain, name: questions.grains[grain] }))}
          onChange={(value) =>
            change({ grain: GRAINS.find((grain) => grain === value) ?? 'month' })
          }
        />
      )}
      {query.by && levels.length > 0 && (
        <ChoiceField
          name={words.level}
          value={query.level ?? ''}
          choices={levels.map((level) => ({ value: level, name: questions.levels[level] }))}
          onChange={(value) => {
            const level = levels.find((each) => each === value);
            if (level) change({ level });
          }}
        />
      )}
      <MomentField asOf={query.asOf} onChange={(asOf) => change({ asOf })} />
    </aside>
  );
}

function MeasureSelect({ id, onPick }: { id: string; onPick: (id: string) => void }) {
  const { language, measures } = useTileSurroundings();
  const field = useId();
  const groups = useMemo(() => groupMeasures(measures.values(), ''), [measures]);
  return (
    <div className="field">
      <label className="field-name" htmlFor={field}>
        {ANALYSE_WORDS[language].measure}
      </label>
      <select
        id={field}
        className="select-field"
        value={id}
        onChange={({ target }) => onPick(target.value)}
      >
        {groups.map((group) => (
          <optgroup key={group.source} label={CATALOGUE_WORDS[language].sources[group.source]}>
            {group.measures.map((measure) => (
              <option key={measure.id} value={measure.id}>
                {measure.name[language]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

interface AnalysisProps extends Omit<RailProps, 'change'> {
  /** False: the address holds a question that is none, and the page's own is shown. */
  readonly isAsAsked: boolean;
}

function Analysis({ query, view, borders, isAsAsked }: AnalysisProps) {
  const { language, measures } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const measure = measures.get(query.measures[0] ?? '');
  const isAskable = query.by === undefined || hasUnits(measure);
  const asked = useAsk(isAskable ? query : null);
  const View = COMPONENTS[view];
  return (
    <article className="sheet" aria-busy={asked.isAsking}>
      <nav className="view-tabs" aria-label={words.view}>
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === view}
            onClick={() => changeParams({ view: each })}
          >
            {words.views[each]}
          </button>
        ))}
      </nav>
      <h1>{measure?.name[language] ?? query.measures[0]}</h1>
      <p className="sheet-scope" role="status">
        {borders.unit(query.unit)?.name ?? query.unit}
        {measure?.unit[language] && ` · ${measure.unit[language]}`}
        {measure && ` · ${measure.formula.text[language]}`}
        {asked.isAsking && ` · ${words.asking}`}
      </p>
      {!isAsAsked && (
        <p className="refusal" role="alert">
          {words.notAsked}
        </p>
      )}
      {!isAskable && <p className="none">{words.noUnits}</p>}
      {asked.fault && (
        <p className="refusal" role="alert">
          {faultText(asked.fault, language)}
        </p>
      )}
      {measure && asked.query?.measures[0] === measure.id && asked.answer && (
        <View query={asked.query} answer={asked.answer} measure={measure} borders={borders} />
      )}
    </article>
  );
}
