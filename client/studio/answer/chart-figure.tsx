import { lazy, Suspense, useMemo } from 'react';
import type { Chart } from '../../../shared/chart/chart.ts';
import type { ChartLook } from '../../../shared/chart/chart-look.ts';
import { optionOf } from '../../../shared/chart/chart-option.ts';
import type { AddedSeries } from '../../../shared/chart/chart-picture.ts';
import { pictureOf } from '../../../shared/chart/picture-of.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import type { AreaCollection } from '../../viz/map-picture.ts';
import { ANSWER_WORDS } from './answer-words.ts';

/** The chart library is by far the biggest part, so it comes in a chunk of its own. */
const OptionView = lazy(() =>
  import('./option-view.tsx').then(({ OptionView }) => ({ default: OptionView })),
);

interface ChartFigureProps {
  readonly chart: Chart;
  readonly answer: Answer;
  readonly borders: Borders;
  /** What somebody computed from the answer. */
  readonly added?: readonly AddedSeries[] | undefined;
  /** As high as what stands beside it. */
  readonly leastPx?: number;
  /** Needed by a map. */
  readonly areas?: { readonly name: string; readonly collection: AreaCollection } | undefined;
}

const ROW_PX = 27;
const LEAST_PX = 340;
const PANEL_PX = 300;

/** A chart as `shared/chart` draws it; what had no room is told. */
export function ChartFigure(props: ChartFigureProps) {
  const { chart, answer, borders, added, areas, leastPx = LEAST_PX } = props;
  const { language, measures, names } = useTileSurroundings();
  const input = useMemo(
    () => ({ chart, answer, measures, names, borders, language, added }),
    [chart, answer, measures, names, borders, language, added],
  );
  const picture = useMemo(() => pictureOf(input), [input]);
  const draw = useMemo(
    () => (look: ChartLook) => optionOf(picture, input, { ...look, mapName: areas?.name }),
    [picture, input, areas],
  );
  const rows = picture.form === 'ranking' ? picture.categories.length * ROW_PX + 40 : 0;
  const height = Math.max(rows, leastPx, picture.panels.length * PANEL_PX);
  // A ranking shows one measure: the others are no rows that had no room.
  const leftOut = picture.form === 'ranking' ? picture.leftOut - others(chart) : picture.leftOut;
  return (
    <figure className="chart-figure">
      <div className="chart-box" style={{ height }}>
        <Suspense fallback={null}>
          <OptionView draw={draw} label={chart.title} areas={areas} />
        </Suspense>
      </div>
      {leftOut > 0 && (
        <figcaption className="cell-note">
          {ANSWER_WORDS[language].leftOut(formatInteger(leftOut, language))}
        </figcaption>
      )}
    </figure>
  );
}

const others = ({ measures, query }: Chart) => (measures ?? query.measures).length - 1;
