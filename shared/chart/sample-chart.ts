import { createCatalogue } from '../measure/catalogue.ts';
import type { Cell, Row } from '../query/answer.ts';
import type { Names } from '../words/names.ts';
import type { Chart } from './chart.ts';
import type { ChartInput } from './chart-picture.ts';

const { measures } = createCatalogue([]);
const NAMES: Names = new Map([
  [
    'unit',
    new Map([
      ['718', { vi: 'Thủ Dầu Một', en: 'Thủ Dầu Một' }],
      ['719', { vi: 'Bàu Bàng', en: 'Bàu Bàng' }],
      ['720', { vi: 'Dầu Tiếng', en: 'Dầu Tiếng' }],
    ]),
  ],
]);

export const cells = (values: Readonly<Record<string, Cell | number | null>>): Row['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([id, cell]) => [
      id,
      cell === null || typeof cell === 'number' ? { value: cell } : cell,
    ]),
  );

/** A chart over rows made by hand; the period is the year 2023 unless said otherwise. */
export function sampleInput(
  chart: Omit<Chart, 'title' | 'query'> & { readonly query: Partial<Chart['query']> },
  rows: readonly Row[],
  more: Partial<ChartInput> = {},
): ChartInput {
  const period = { from: '2023-01-01', to: '2023-12-31' };
  return {
    chart: {
      title: 'Tiếp nhận theo tháng',
      ...chart,
      query: { measures: ['dossier.received'], unit: '74', period, ...chart.query },
    },
    answer: { rows: [...rows], period },
    measures: new Map(measures.map((measure) => [measure.id, measure])),
    names: NAMES,
    language: 'vi',
    ...more,
  };
}
