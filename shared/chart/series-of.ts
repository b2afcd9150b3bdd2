import type { Measure } from '../measure/measure.ts';
import type { Row } from '../query/answer.ts';
import { formatPeriod } from '../unit/format-time.ts';
import { periodText } from '../words/figure.ts';
import { nameOf } from '../words/names.ts';
import type { AddedSeries, ChartInput, ChartSeries } from './chart-picture.ts';

type Dimension = NonNullable<ChartInput['chart']['query']['by']>[number];

export function measuresOf({ chart }: ChartInput): readonly string[] {
  return chart.measures ?? chart.query.measures;
}

/** A ranking and a distribution compare rows as they are; no dimension of theirs makes series. */
export function isByRow({ chart }: ChartInput): boolean {
  return chart.form === 'ranking' || chart.form === 'distribution';
}

/** The dimension along the axis where time is not; the rest make series. */
export function axisDimension({ chart }: ChartInput): Dimension | undefined {
  return chart.query.grain ? undefined : chart.query.by?.[0];
}

export function axisKey(row: Row, input: ChartInput): string {
  if (isByRow(input)) return row.key;
  const dimension = axisDimension(input);
  return (dimension ? row[dimension] : row.period) ?? row.programme ?? row.key;
}

function splitDimensions(input: ChartInput): readonly Dimension[] {
  const axis = axisDimension(input);
  if (isByRow(input)) return [];
  return (input.chart.query.by ?? []).filter((dimension) => dimension !== axis);
}

/** Names of a row's dimensions: `Thủ Dầu Một · Đất đai`. */
export function rowName(input: ChartInput, row: Row): string {
  const { query } = input.chart;
  const dimensions = [...(query.by ?? []), 'programme' as const];
  const names = dimensions.flatMap((dimension) => {
    const code = row[dimension];
    return code === undefined ? [] : [codeName(input, dimension, code)];
  });
  const period = row.period ? [formatPeriod(row.period, input.language)] : [];
  return [...names, ...period].join(' · ') || unitName(input);
}

function unitName(input: ChartInput): string {
  return codeName(input, 'unit', input.chart.query.unit);
}

export function codeName(input: ChartInput, dimension: string, code: string): string {
  return nameOf(input.names, dimension, code, input.language, input.borders);
}

/** Values of a measure by axis key, apart for each combination of the dimensions that make series. */
interface Strand {
  readonly id: string;
  readonly measure: string;
  readonly name: string;
  readonly rows: ReadonlyMap<string, Row>;
}

/** In the order of the rows; all strands of the first measure, then those of the second. */
function strandsOf(input: ChartInput): Strand[] {
  const dimensions = splitDimensions(input);
  const groups = new Map<string, { names: string[]; rows: Map<string, Row> }>();
  for (const row of input.answer.rows) {
    const codes = dimensions.map((dimension) => row[dimension] ?? '');
    const group = groups.get(codes.join('|')) ?? {
      names: dimensions.map((dimension, at) => codeName(input, dimension, codes[at] ?? '')),
      rows: new Map(),
    };
    group.rows.set(axisKey(row, input), row);
    groups.set(codes.join('|'), group);
  }
  const measures = measuresOf(input);
  return measures.flatMap((measure) =>
    [...groups].map(([codes, { names, rows }]) => ({
      id: codes ? `${measure}|${codes}` : measure,
      measure,
      name: [...(measures.length > 1 ? [measureName(input, measure)] : []), ...names].join(' · '),
      rows,
    })),
  );
}

export function measureName({ measures, language }: ChartInput, id: string): string {
  return measures.get(id)?.shortName[language] ?? id;
}

/** The most series of one panel that can still be told apart. */
export const MOST_SERIES = 12;

/** Series along the axis, comparisons before what they are compared with; `leftOut` counts strands without room. */
export function seriesOf(input: ChartInput, keys: readonly string[]) {
  const all = strandsOf(input);
  const strands = input.chart.form === 'ranking' ? all.slice(0, 1) : strongest(all, input);
  const own = strands.flatMap((strand, rank): ChartSeries[] => {
    const { id, measure, name, rows } = strand;
    const read = (part: 'value' | 'base') =>
      keys.map((key) => rows.get(key)?.values[measure]?.[part] ?? null);
    const series = { measure, rank };
    const bases = read('base');
    const loud = { ...series, id, name, values: read('value'), manner: 'value' as const };
    if (bases.every((base) => base === null)) return [loud];
    const quiet = { ...series, id: `${id} base`, values: bases, manner: 'base' as const };
    return [
      { ...quiet, name: [name, baseName(input)].filter(Boolean).join(' · ') },
      { ...loud, name: name || ownName(input) },
    ];
  });
  const added = (input.added ?? []).map((each) => addedSeries(each, own, keys));
  return { series: [...own, ...added], leftOut: all.length - strands.length };
}

/** Where there are too many, those with the largest values stay, in their order. */
function strongest(strands: readonly Strand[], input: ChartInput): readonly Strand[] {
  const most = Math.max(1, Math.floor(MOST_SERIES / measuresOf(input).length)) || 1;
  return measuresOf(input).flatMap((measure) => {
    const own = strands.filter((strand) => strand.measure === measure);
    const kept = new Set(own.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, most));
    return own.filter((strand) => kept.has(strand));
  });
}

function weightOf({ rows, measure }: Strand): number {
  let sum = 0;
  for (const row of rows.values()) sum += Math.abs(row.values[measure]?.value ?? 0);
  return sum;
}

function ownName({ answer, language }: ChartInput): string {
  return periodText(`${answer.period.from}/${answer.period.to}`, language);
}

/** By the name of its period where that has a short one. */
function baseName({ answer, chart, language }: ChartInput): string {
  const { compare } = chart.query;
  const span = answer.comparedPeriod;
  const name = span ? periodText(`${span.from}/${span.to}`, language) : '';
  if (!compare || (name !== '' && !name.includes(' – '))) return name;
  return BASE_WORDS[language][compare];
}

const BASE_WORDS = {
  vi: {
    'previous-period': 'kỳ trước',
    'same-period-last-year': 'cùng kỳ năm trước',
    target: 'mục tiêu',
    plan: 'kế hoạch',
  },
  en: {
    'previous-period': 'period before',
    'same-period-last-year': 'a year before',
    target: 'target',
    plan: 'plan',
  },
} as const;

function addedSeries(
  { id, name, measure, of, manner, points }: AddedSeries,
  own: readonly ChartSeries[],
  keys: readonly string[],
): ChartSeries {
  const byKey = new Map(points.map((point) => [point.key, point]));
  const read = (part: 'value' | 'low' | 'high') =>
    keys.map((key) => byKey.get(key)?.[part] ?? null);
  const owner = own.find((each) =>
    of === undefined ? each.measure === measure && each.manner === 'value' : each.id === of,
  );
  const series = { id, name, measure, manner, rank: owner?.rank ?? 0, values: read('value') };
  const hasBand = points.some(({ low, high }) => low !== undefined && high !== undefined);
  return hasBand ? { ...series, low: read('low'), high: read('high') } : series;
}

/** Rates near their limit are cut to their span; counts start at zero. */
export function isRate(measure: Measure | undefined): boolean {
  return measure?.kind !== 'flow' && measure?.kind !== 'stock';
}
