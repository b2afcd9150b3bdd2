import type { Tile } from '../../../shared/board/board.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Row } from '../../../shared/query/answer.ts';

/** Rows in the tile's order, cut to its limit; rows without a value come last, equal ones keep their order. */
export function rankRows(
  rows: readonly Row[],
  tile: Pick<Extract<Tile, { kind: 'ranking' }>, 'order' | 'measure' | 'limit'>,
  measure: Pick<Measure, 'direction'> | undefined,
): Row[] {
  const isLowFirst =
    tile.order !== 'descending' &&
    (measure?.direction === 'lower') === (tile.order === 'best-first');
  const sign = isLowFirst ? 1 : -1;
  const figureOf = (row: Row) => row.values[tile.measure]?.value ?? null;
  return [...rows]
    .sort((a, b) => {
      const [x, y] = [figureOf(a), figureOf(b)];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return (x - y) * sign;
    })
    .slice(0, tile.limit);
}
