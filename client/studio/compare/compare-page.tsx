import { useMemo } from 'react';
import type { Query } from '../../../shared/query/query.ts';
import { localDayOf } from '../../../shared/unit/local-day.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useServerNow } from '../../tile/use-now.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { periodParam } from '../question/chart-place.ts';
import { ChoiceField } from '../question/choice-field.tsx';
import { PeriodField } from '../question/period-field.tsx';
import { QuestionRail, useQuestionBorders } from '../question/question-rail.tsx';
import { UnitField } from '../question/unit-field.tsx';
import { useChartPlace } from '../question/use-chart-place.ts';
import { type Other, otherOf, periodBefore } from './compare.ts';
import { CompareSheet } from './compare-sheet.tsx';
import { COMPARE_WORDS } from './compare-words.ts';
import '../question/question.css';
import '../answer/answer.css';
import './compare.css';

const HOUR_MS = 3_600_000;

/** `/studio/compare?…&vu=718` or `&vp=2022-01-01..2022-12-31`: the same question of two units, or of two periods. */
export function ComparePage() {
  const { language } = useTileSurroundings();
  const place = useChartPlace();
  const { params } = usePlace();
  const chart = place.chart;
  const today = localDayOf(useServerNow(HOUR_MS));
  const other = useMemo<Other>(() => {
    const period = periodBefore(chart?.query.period ?? { relative: 'this-year' }, today);
    return otherOf(params) ?? { kind: 'period', period };
  }, [params, chart, today]);
  return (
    <div className="ask">
      <QuestionRail place={place} />
      {chart ? (
        <CompareSheet
          chart={chart}
          other={other}
          tools={<OtherPicker query={chart.query} other={other} />}
        />
      ) : (
        <section className="beginning">
          <p>{COMPARE_WORDS[language].start}</p>
        </section>
      )}
    </div>
  );
}

function OtherPicker({ query, other }: { query: Query; other: Other }) {
  const { language } = useTileSurroundings();
  const words = COMPARE_WORDS[language];
  const borders = useQuestionBorders(query);
  const firstUnit = () => {
    const siblings = borders.children(borders.unit(query.unit)?.parent ?? query.unit);
    return siblings.find(({ code }) => code !== query.unit)?.code ?? query.unit;
  };
  const choose = (kind: string) =>
    changeParams(kind === 'unit' ? { vu: firstUnit(), vp: null } : { vu: null, vp: null });
  return (
    <div className="compare-tools">
      <ChoiceField
        name={words.against}
        value={other.kind}
        choices={[
          { value: 'period', name: words.otherPeriod },
          { value: 'unit', name: words.otherUnit },
        ]}
        onChange={choose}
      />
      {other.kind === 'unit' ? (
        <UnitField
          name={words.unit}
          unit={other.unit}
          borders={borders}
          onChange={(unit) => changeParams({ vu: unit })}
        />
      ) : (
        <PeriodField
          name={words.period}
          period={other.period}
          onChange={(period) => changeParams({ vp: periodParam(period) })}
        />
      )}
    </div>
  );
}
