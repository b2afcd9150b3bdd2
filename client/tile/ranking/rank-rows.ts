import type { Tile } from '../../../shared/board/board.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { type Limits, severityOf } from '../severity.ts';

type Ranked = Pick<Extract<Tile, { kind: 'ranking' }>, 'order' | 'measure' | 'limit'> & Limits;

function isLowFirst(
  { order }: Pick<Ranked, 'order'>,
  measure: Pick<Measure, 'direction'> | undefined,
): boolean {
  return order !== 'descending' && (measure?.direction === 'lower') === (order === 'best-first');
}

/** That rows are left out, and which are shown; '' where all are. */
export function cutText(
  shown: number,
  all: number,
  tile: Pick<Ranked, 'order'>,
  measure: Pick<Measure, 'direction'> | undefined,
  language: Language,
): string {
  if (shown >= all) return '';
  const isVi = language === 'vi';
  // Other orders are shown with whatever is abnormal: neither the highest nor the lowest.
  if (tile.order !== 'worst-first') return isVi ? `${shown} trên ${all}` : `${shown} of ${all}`;
  const isLow = isLowFirst(tile, measure);
  if (isVi) return `${shown} ${isLow ? 'thấp' : 'cao'} nhất/${all}`;
  return `${isLow ? 'lowest' : 'highest'} ${shown} of ${all}`;
}

/**
 * Rows in the tile's order, cut to its limit; rows without a value come last, equal ones keep their order. The
 * abnormal are never what is cut: a district with more communes than lines still shows its late ones.
 */
export function rankRows(
  rows: readonly Row[],
  tile: Ranked,
  measure: Pick<Measure, 'direction'> | undefined,
): Row[] {
  const sign = isLowFirst(tile, measure) ? 1 : -1;
  const figureOf = (row: Row) => row.values[tile.measure]?.value ?? null;
  const sorted = [...rows].sort((a, b) => {
    const [x, y] = [figureOf(a), figureOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return (x - y) * sign;
  });
  if (sorted.length <= tile.limit) return sorted;
  const isNormal = (row: Row) => severityOf(figureOf(row), tile) === 'normal';
  const abnormal = sorted.filter((row) => !isNormal(row));
  const worst = tile.order === 'best-first' ? abnormal.slice(-tile.limit) : abnormal;
  const kept = new Set([...worst, ...sorted.filter(isNormal)].slice(0, tile.limit));
  return sorted.filter((row) => kept.has(row));
}
