import type { Measure } from '../measure/measure.ts';
import type { Answer } from '../query/answer.ts';
import type { Borders } from '../territory/borders.ts';
import type { Language } from '../unit/format.ts';
import type { Names } from '../words/names.ts';
import type { Chart, ChartForm } from './chart.ts';

/** What a chart is drawn from; nothing of it is changed. */
export interface ChartInput {
  readonly chart: Chart;
  readonly answer: Pick<Answer, 'rows' | 'period' | 'comparedPeriod'>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly names: Names;
  /** Under which units are named; without them as the pack names them. */
  readonly borders?: Borders | undefined;
  readonly language: Language;
  /** Series that somebody else computed from the answer: a forecast, what was expected, what stands out. */
  readonly added?: readonly AddedSeries[] | undefined;
}

/**
 * Points by period key or by the key of the first dimension; keys that the answer does not have come after its own, so
 * a forecast lengthens the axis. `low` and `high` draw a band. Never drawn as a fact: `forecast` and `expected` are
 * dashed, `anomaly` is marks without a line.
 */
export interface AddedSeries {
  readonly id: string;
  readonly name: string;
  readonly measure: string;
  /** Id of the series it belongs to; the first one of its measure without it. */
  readonly of?: string;
  readonly manner: 'forecast' | 'expected' | 'anomaly';
  readonly points: readonly {
    readonly key: string;
    readonly value: number | null;
    readonly low?: number;
    readonly high?: number;
  }[];
}

export interface ChartSeries {
  /** `measure` or `measure|code|code`; a comparison's ends in ` base`. */
  readonly id: string;
  readonly measure: string;
  readonly name: string;
  /** One value a category; null is a gap and is drawn as one. */
  readonly values: readonly (number | null)[];
  readonly manner: 'value' | 'base' | AddedSeries['manner'];
  /** Which colour, dash and mark; a comparison and an added series have those of the series they belong to. */
  readonly rank: number;
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
}

/** Series of one unit of measure; every panel has a value axis of its own, and all share the axis of categories. */
export interface ChartPanel {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly measure: Measure | undefined;
  readonly isWhole: boolean;
  readonly startsAtZero: boolean;
}

export interface ChartCategory {
  readonly key: string;
  readonly label: string;
  /** Second line under the first label of a year. */
  readonly under: string;
}

/** What a chart shows, free of any chart library. */
export interface ChartPicture {
  readonly form: ChartForm;
  readonly isTime: boolean;
  readonly categories: readonly ChartCategory[];
  readonly panels: readonly ChartPanel[];
  /** Place on the axis and what is said there. */
  readonly notes: readonly { readonly at: number; readonly text: string }[];
  /** Series or rows that had no room. */
  readonly leftOut: number;
}
