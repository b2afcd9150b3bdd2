import { lazy, Suspense, useMemo } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { localDayOf } from '../../../shared/unit/local-day.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { lastPoint } from '../../viz/trend-picture.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useServerNow } from '../use-now.ts';
import { Legend } from './legend.tsx';
import { trendPictureOf } from './trend-picture-of.ts';

type TrendTileSpec = Extract<Tile, { kind: 'trend' }>;

/** The chart library is by far the biggest part of a trend, so it comes in a chunk of its own. */
const ChartView = lazy(() =>
  import('./chart-view.tsx').then(({ ChartView }) => ({ default: ChartView })),
);

const CLOCK_STEP_MS = 60_000;

export function TrendTile({ tile }: { tile: TrendTileSpec }) {
  const { measures, language } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  const today = localDayOf(useServerNow(CLOCK_STEP_MS));
  const picture = useMemo(
    () =>
      trendPictureOf({ rows: answer.rows, frame: answer.frame }, tile, measures, {
        language,
        today,
      }),
    [answer.rows, answer.frame, tile, measures, language, today],
  );
  const spoken = picture.series
    .map(({ name, values }) => {
      const last = lastPoint(values);
      return `${name} ${last ? picture.formatValue(last.value) : '—'}`.trim();
    })
    .join(', ');
  const [measure = ''] = tile.measures;
  return (
    <TileFrame
      tile={tile}
      answers={tile.measures.map((each) => ({ answer, measure: each }))}
      figure={{ measure, query: tile.query, title: tile.title[language] }}
    >
      <Legend picture={picture} />
      <figure className="chart" role="img" aria-label={`${tile.title[language]}: ${spoken}`}>
        <Suspense fallback={null}>
          <ChartView picture={picture} />
        </Suspense>
      </figure>
    </TileFrame>
  );
}
