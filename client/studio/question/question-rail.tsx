import type { Compare, Query } from '../../../shared/query/query.ts';
import { localDayOf, parseDay } from '../../../shared/unit/local-day.ts';
import { GRAINS } from '../../../shared/unit/period.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useServerNow } from '../../tile/use-now.ts';
import { ChoiceField } from './choice-field.tsx';
import { FilterField } from './filter-field.tsx';
import { MeasuresField } from './measures-field.tsx';
import { MomentField } from './moment-field.tsx';
import { NotesField } from './notes-field.tsx';
import { PeriodField } from './period-field.tsx';
import { QUESTION_WORDS } from './question-words.ts';
import { SplitField } from './split-field.tsx';
import { fitted } from './splits.ts';
import { UnitField } from './unit-field.tsx';
import { type ChartPlace, withChange } from './use-chart-place.ts';

const NONE = '';
const DAY_STEP_MS = 3_600_000;
const COMPARES: readonly Compare[] = ['previous-period', 'same-period-last-year', 'target', 'plan'];

interface QuestionRailProps {
  readonly place: ChartPlace;
  /** The page shows comparisons with another period or a target. */
  readonly compares?: boolean;
}

/** The whole question, each part of it one line. */
export function QuestionRail({ place, compares = false }: QuestionRailProps) {
  const { language, root, measures } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const { chart, ask, show } = place;
  const query: Query = chart?.query ?? { measures: [], unit: root, period: START };
  const borders = useQuestionBorders(query);
  const choose = (ids: readonly string[]) => {
    const next = fitted(withChange(query, { measures: [...ids] }), measures);
    const { measures: pictured, ...rest } = chart ?? {};
    const kept = pictured?.filter((id) => ids.includes(id)) ?? [];
    show({ ...rest, query: next, ...(kept.length > 0 && { measures: kept }) });
  };
  return (
    <aside className="rail" aria-label={words.question}>
      <MeasuresField chosen={query.measures} onChange={choose} />
      <UnitField unit={query.unit} borders={borders} onChange={(unit) => ask({ unit })} />
      <PeriodField period={query.period} onChange={(period) => ask({ period })} />
      <ChoiceField
        name={words.grain}
        value={query.grain ?? NONE}
        choices={[
          { value: NONE, name: words.noGrain },
          ...GRAINS.map((grain) => ({ value: grain, name: words.grains[grain] })),
        ]}
        onChange={(grain) => ask({ grain: GRAINS.find((each) => each === grain) })}
      />
      <SplitField query={query} borders={borders} ask={ask} />
      <FilterField query={query} ask={ask} />
      {compares && <CompareField query={query} place={place} />}
      <BordersField query={query} place={place} />
      <MomentField asOf={query.asOf} onChange={(asOf) => ask({ asOf })} />
      {chart && (
        <NotesField
          notes={chart.notes ?? []}
          hasTime={query.grain !== undefined}
          onChange={(notes) => {
            const { notes: _, ...rest } = chart;
            show(notes.length > 0 ? { ...rest, notes: [...notes] } : rest);
          }}
        />
      )}
    </aside>
  );
}

const START = { relative: 'last-12-months' } as const;

function CompareField({ query, place: { ask } }: { query: Query; place: ChartPlace }) {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  return (
    <ChoiceField
      name={words.compare}
      value={query.compare ?? NONE}
      choices={[
        { value: NONE, name: words.compares.none },
        ...COMPARES.map((each) => ({ value: each, name: words.compares[each] })),
      ]}
      onChange={(value) => ask({ compare: COMPARES.find((each) => each === value) })}
    />
  );
}

function BordersField({ query, place: { ask } }: { query: Query; place: ChartPlace }) {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  return (
    <ChoiceField
      name={words.borders}
      value={query.borders === 'today' ? 'today' : NONE}
      choices={[
        { value: NONE, name: words.asWere },
        { value: 'today', name: words.today },
      ]}
      onChange={(value) => ask({ borders: value === 'today' ? 'today' : undefined })}
    />
  );
}

/** The borders at the end of the period asked; of today for a period that moves, or where the question wants them. */
export function useQuestionBorders(query: Query) {
  const { territory } = useTileSurroundings();
  const now = localDayOf(useServerNow(DAY_STEP_MS));
  if (query.borders === 'today') return territory.on(localDayOf(Date.now()));
  const end = 'to' in query.period ? parseDay(query.period.to) : undefined;
  return territory.on(end ?? now);
}
