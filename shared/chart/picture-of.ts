import { formatPeriodShort } from '../unit/format-time.ts';
import { parseDay } from '../unit/local-day.ts';
import { bucketKey } from '../unit/period.ts';
import type {
  ChartCategory,
  ChartInput,
  ChartPanel,
  ChartPicture,
  ChartSeries,
} from './chart-picture.ts';
import { distributionOf } from './distribution.ts';
import { rankedKeys, ranksOf } from './ranks.ts';
import {
  axisDimension,
  axisKey,
  codeName,
  isByRow,
  isRate,
  rowName,
  seriesOf,
} from './series-of.ts';

/** Lays an answer out along its axis. Pure: the same input gives the same picture. */
export function pictureOf(input: ChartInput): ChartPicture {
  const { chart, answer } = input;
  if (chart.form === 'distribution') return distributionOf(input);
  const isTime = chart.query.grain !== undefined && !isByRow(input);
  const known = [...new Set(answer.rows.map((row) => axisKey(row, input)))];
  const later = (input.added ?? []).flatMap(({ points }) => points.map(({ key }) => key));
  const all = isTime ? [...new Set([...known, ...later])].sort() : known;
  const keys = chart.form === 'ranking' ? rankedKeys(input, all) : all;
  const { series, leftOut } = seriesOf(input, keys);
  const drawn = chart.form === 'bump' ? ranksOf(series, input) : series;
  return {
    form: chart.form,
    isTime,
    categories: keys.map((key, at) => categoryOf(input, key, keys[at - 1], isTime)),
    panels: panelsOf(drawn, input),
    notes: isTime ? notesOf(input, keys) : [],
    leftOut: leftOut + all.length - keys.length,
  };
}

const RANK = { vi: 'hạng', en: 'rank' } as const;
const YEAR = /^(\d{4})-/;

/** The year stands under the first label and under the first one of each later year. */
function categoryOf(
  input: ChartInput,
  key: string,
  before: string | undefined,
  isTime: boolean,
): ChartCategory {
  if (!isTime || isByRow(input)) return { key, label: nameAlong(input, key), under: '' };
  const year = YEAR.exec(key)?.[1] ?? '';
  const isFirst = year !== (YEAR.exec(before ?? '')?.[1] ?? '');
  return { key, label: formatPeriodShort(key, input.language), under: isFirst ? year : '' };
}

function nameAlong(input: ChartInput, key: string): string {
  const dimension = axisDimension(input);
  const row = input.answer.rows.find((each) => each.key === key);
  if (isByRow(input) || dimension === undefined) return row ? rowName(input, row) : key;
  return codeName(input, dimension, key);
}

/** One panel a unit of measure, in the order in which they come. */
function panelsOf(series: readonly ChartSeries[], input: ChartInput): ChartPanel[] {
  const { chart, language, measures } = input;
  const units = [...new Set(series.map(({ measure }) => measures.get(measure)?.unit.vi ?? ''))];
  return units.map((unit): ChartPanel => {
    const own = series.filter((each) => (measures.get(each.measure)?.unit.vi ?? '') === unit);
    const measure = measures.get(own[0]?.measure ?? '');
    const isLine = chart.form === 'line';
    const isRank = chart.form === 'bump';
    return {
      title: isRank ? RANK[language] : (measure?.unit[language] ?? ''),
      series: own,
      measure: isRank ? undefined : measure,
      isWhole: isRank || measure?.decimals === 0,
      startsAtZero: !(isLine && isRate(measure)),
    };
  });
}

/** A note stands at the bucket that holds its day; one outside the axis is not drawn. */
function notesOf({ chart }: ChartInput, keys: readonly string[]) {
  const { grain } = chart.query;
  return (chart.notes ?? []).flatMap(({ at, text }) => {
    const day = parseDay(at);
    const place = day === undefined || !grain ? -1 : keys.indexOf(bucketKey(day, grain));
    return place < 0 ? [] : [{ at: place, text }];
  });
}
