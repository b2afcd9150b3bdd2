import { useMemo } from 'react';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import { useAnswer } from '../../store/use-answer.ts';
import type { FigureAsk } from '../figure-ask.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { rowOf } from './row-of.ts';

/** How often reports that came later changed what the figure stands on, in its scope and period. */
export function useRestated(figure: FigureAsk, measure: Measure | undefined): Cell | undefined {
  const { measures } = useTileSurroundings();
  const counted = measures.get(`${measure?.source}.restated`)?.id;
  const query = useMemo(() => counted && restatedQuery(figure, counted), [figure, counted]);
  const { rows } = useAnswer(query || undefined);
  const row = figure.row === undefined ? rows[0] : rowOf(rows, figure);
  return counted === undefined ? undefined : row?.values[counted];
}

/** The figure's own question without what it is compared with; of a whole chart or map, the total. */
export function restatedQuery({ query, row }: FigureAsk, counted: string): Query | undefined {
  if (!query) return undefined;
  const { compare: _, top: __, by, level, grain, ...scope } = query;
  const split = { ...(by && { by }), ...(level && { level }), ...(grain && { grain }) };
  return { ...scope, measures: [counted], ...(row === undefined ? {} : split) };
}
