import type { ChartInput, ChartSeries } from './chart-picture.ts';
import { measuresOf } from './series-of.ts';

const MOST_BARS = 20;

/** Keys of rows by the first measure, those without a value last; as many as the chart may show. */
export function rankedKeys(input: ChartInput, keys: readonly string[]): readonly string[] {
  const { chart, answer, measures } = input;
  const limit = chart.limit ?? MOST_BARS;
  const [id = ''] = measuresOf(input);
  if (chart.order === 'as-asked') return keys.slice(0, limit);
  const values = new Map(answer.rows.map((row) => [row.key, row.values[id]?.value ?? null]));
  const isLowBetter = measures.get(id)?.direction === 'lower';
  const isRising = chart.order === (isLowBetter ? 'best-first' : 'worst-first');
  return keys
    .toSorted((a, b) => {
      const [x, y] = [values.get(a) ?? null, values.get(b) ?? null];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return isRising ? x - y : y - x;
    })
    .slice(0, limit);
}

/** Places among the series at each point: 1 is the best, equal values share a place. */
export function ranksOf(series: readonly ChartSeries[], input: ChartInput): ChartSeries[] {
  const own = series.filter(({ manner }) => manner === 'value');
  return own.map((each) => {
    const isLowBetter = input.measures.get(each.measure)?.direction === 'lower';
    const values = each.values.map((value, at) => {
      if (value === null) return null;
      const isBetter = (other: number | null | undefined) =>
        typeof other === 'number' && (isLowBetter ? other < value : other > value);
      const rivals = own.filter(({ measure }) => measure === each.measure);
      return 1 + rivals.filter((rival) => isBetter(rival.values[at])).length;
    });
    return { ...each, values };
  });
}
