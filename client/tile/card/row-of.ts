import type { Row } from '../../../shared/query/answer.ts';
import { type FigureAsk, SOLE_ROW } from '../figure-ask.ts';

/** The figure's row in an answer; none where a whole chart or map is meant. */
export function rowOf(rows: readonly Row[], { row }: FigureAsk): Row | undefined {
  return row === SOLE_ROW ? rows[0] : rows.find(({ key }) => key === row);
}
