import { useMemo } from 'react';
import type { Chart } from '../../../shared/chart/chart.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { type BoundaryLayer, layerFor } from '../../../shared/territory/boundary-layer.ts';
import { areasIn } from '../../tile/map/map-picture-of.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useRead } from '../../tile/use-read.ts';
import type { AreaCollection } from '../../viz/map-picture.ts';
import { ANSWER_WORDS } from './answer-words.ts';
import { ChartFigure } from './chart-figure.tsx';

interface MapFigureProps {
  /** Asked by units of one level, without steps of time. */
  readonly chart: Chart;
  readonly answer: Answer;
  readonly borders: Borders;
}

/** The units of an answer as areas, under the borders of its time. */
export function MapFigure({ chart, answer, borders }: MapFigureProps) {
  const { language, measures } = useTileSurroundings();
  const words = ANSWER_WORDS[language];
  const { layer, areas } = useAreas(chart, answer, borders);
  const [measure = ''] = chart.measures ?? chart.query.measures;
  if (layer === null || areas?.collection.features.length === 0) {
    return <p className="cell-note">{words.noAreas}</p>;
  }
  return (
    <section className="map-figure" aria-label={words.map}>
      <h2 className="figure-name">{measures.get(measure)?.shortName[language] ?? measure}</h2>
      {areas && <ChartFigure chart={chart} answer={answer} borders={borders} areas={areas} />}
      {layer?.schematic && <p className="cell-note">{words.schematic}</p>}
    </section>
  );
}

function useAreas({ query }: Chart, answer: Answer, borders: Borders) {
  const layers = useRead<readonly BoundaryLayer[]>('/api/v1/boundaries');
  const day = answer.period.to;
  const layer = layers && query.level ? (layerFor(layers, query.level, day) ?? null) : undefined;
  const file = useRead<AreaCollection>(layer ? `/api/v1/boundaries/${layer.name}` : null);
  const { unit } = query;
  const areas = useMemo(() => {
    if (!file || !layer) return undefined;
    const collection = areasIn(file, borders, unit);
    return { name: `${layer.name} ${borders.name} ${unit}`, collection };
  }, [file, layer, borders, unit]);
  return { layer, areas };
}
