import { formatNumber } from '../unit/format.ts';
import type { ChartInput, ChartPicture } from './chart-picture.ts';
import { measureName, measuresOf } from './series-of.ts';

/** How many rows lie in each bin of the first measure; the last bin holds its upper end as well. */
export function distributionOf(input: ChartInput): ChartPicture {
  const { answer, measures, language } = input;
  const [id = ''] = measuresOf(input);
  const known = answer.rows.flatMap((row) => {
    const value = row.values[id]?.value;
    return typeof value === 'number' ? [value] : [];
  });
  const edges = binEdges(known);
  const counts = edges.slice(1).map((high, at) => {
    const low = edges[at] ?? 0;
    const isLast = at === edges.length - 2;
    return known.filter((value) => value >= low && (value < high || (isLast && value <= high)))
      .length;
  });
  const measure = measures.get(id);
  const decimals = Math.min(4, Math.max(0, -Math.floor(Math.log10(binWidth(edges)))));
  const text = (value: number) => formatNumber(value, decimals, language);
  const name = measureName(input, id);
  return {
    form: 'distribution',
    isTime: false,
    categories: edges.slice(1).map((high, at) => {
      const label = `${text(edges[at] ?? 0)}–${text(high)}`;
      return { key: label, label, under: '' };
    }),
    panels: [
      {
        title: `${rowWord(input)} · ${name}${measure?.unit[language] ? ` (${measure.unit[language]})` : ''}`,
        measure: undefined,
        isWhole: true,
        startsAtZero: true,
        series: [{ id, measure: id, name, values: counts, manner: 'value', rank: 0 }],
      },
    ],
    notes: [],
    leftOut: answer.rows.length - known.length,
  };
}

function rowWord({ chart, language }: ChartInput): string {
  const isUnits = chart.query.by?.length === 1 && chart.query.by[0] === 'unit';
  if (language === 'vi') return isUnits ? 'Số đơn vị theo khoảng' : 'Số giá trị theo khoảng';
  return isUnits ? 'Number of units by range' : 'Number of values by range';
}

const binWidth = (edges: readonly number[]) => (edges[1] ?? 1) - (edges[0] ?? 0);

/** As many bins as Sturges' rule says, on a width of 1, 2 or 5 times a power of ten. */
export function binEdges(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const bins = Math.ceil(Math.log2(values.length)) + 1;
  const width = niceWidth((most - least) / bins || 1);
  const first = Math.floor(least / width);
  const last = Math.max(first + 1, Math.ceil(most / width));
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * width).toPrecision(12)),
  );
}

function niceWidth(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((each) => raw <= each * power * (1 + 1e-9)) ?? 10;
  return step * power;
}
