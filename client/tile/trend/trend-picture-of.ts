import type { Tile } from '../../../shared/board/board.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { formatCompact, formatNumber } from '../../../shared/unit/format.ts';
import { formatDay, formatPeriodShort, formatSpan } from '../../../shared/unit/format-time.ts';
import { type LocalDay, parseDay } from '../../../shared/unit/local-day.ts';
import { bucketStart, type DaySpan, spanOfKey } from '../../../shared/unit/period.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import type { TrendBand, TrendPicture, TrendSeries } from '../../viz/trend-picture.ts';

type TrendTileSpec = Extract<Tile, { kind: 'trend' }>;

/** Rows with a `period` each become lines over time; `base` of a compared query becomes a quieter line. */
export function trendPictureOf(
  { rows, frame }: Pick<LiveAnswer, 'rows' | 'frame'>,
  tile: Pick<TrendTileSpec, 'query' | 'measures' | 'chart' | 'bands'>,
  measures: ReadonlyMap<string, Measure>,
  { language, today }: { readonly language: Language; readonly today: LocalDay },
): TrendPicture {
  const first = measures.get(tile.measures[0] ?? '');
  const isRate = first?.kind === 'ratio' || first?.kind === 'published';
  const { compare } = tile.query;
  const series = tile.measures.flatMap((id): TrendSeries[] => {
    const name = tile.measures.length > 1 ? (measures.get(id)?.shortName[language] ?? id) : '';
    const values = rows.map((row) => row.values[id]?.value ?? null);
    const bases = rows.map((row) => row.values[id]?.base ?? null);
    if (!compare || bases.every((base) => base === null)) {
      return [{ id, name, values, isQuiet: false }];
    }
    const quiet = periodName(frame?.comparedPeriod, language) ?? QUIET[language][compare];
    const loud = name || (periodName(frame?.period, language) ?? '');
    return [
      { id: `${id} base`, name: quiet, values: bases, isQuiet: true },
      { id, name: loud, values, isQuiet: false },
    ];
  });
  return {
    chart: tile.chart,
    categories: categoriesOf(rows, language),
    series,
    bands: bandsOf(tile.bands, rows, today, language),
    formatValue: (value) => formatValue(value, first, language),
    isWhole: first?.decimals === 0,
    startsAtZero: !isRate || tile.chart !== 'line',
  };
}

/** `T1`, `T2` …; over several years each one's first period has the year below it. */
function categoriesOf(rows: readonly Row[], language: Language): string[] {
  const years = rows.map(({ period }) => period?.slice(0, 4));
  const isLong = new Set(years).size > 1;
  return rows.map(({ period, key }, at) => {
    if (period === undefined) return key;
    const short = formatPeriodShort(period, language);
    const isFirst = years[at] !== years[at - 1] && short !== years[at];
    return isLong && isFirst ? `${short}\n${years[at]}` : short;
  });
}

/** Campaigns where their days lie; one outside the axis is left out, one that reaches beyond it is cut. */
function bandsOf(
  bands: TrendTileSpec['bands'],
  rows: readonly Row[],
  today: LocalDay,
  language: Language,
): TrendBand[] {
  const spans = rows.map(({ period }) => (period ? spanOfKey(period) : undefined));
  return (bands ?? []).flatMap(({ label, from, to }) => {
    const [first, last] = [parseDay(from), parseDay(to)];
    if (first === undefined || last === undefined) return [];
    const [start, end] = [placeOf(first, spans), placeOf(last + 1, spans)];
    if (start === end) return [];
    return [
      { name: bandName(label[language], first, last, today, language), from: start, to: end },
    ];
  });
}

/** Where a day begins on the axis, in buckets; days before and after it lie at its ends. */
function placeOf(day: number, spans: readonly (DaySpan | undefined)[]): number {
  let place = 0;
  for (const [at, span] of spans.entries()) {
    if (span === undefined || day <= span.from) continue;
    place = at + Math.min((day - span.from) / (span.to + 1 - span.from), 1);
  }
  return place;
}

/** `90 ngày đêm`, and below it `ngày 69/90` while it runs. */
function bandName(
  label: string,
  first: LocalDay,
  last: LocalDay,
  today: LocalDay,
  language: Language,
): string {
  if (today < first || today > last) return label;
  const day = language === 'vi' ? 'ngày' : 'day';
  return `${label}\n${day} ${today - first + 1}/${last - first + 1}`;
}

function periodName(
  period: { from: string; to: string } | undefined,
  language: Language,
): string | undefined {
  const [from, to] = [parseDay(period?.from ?? ''), parseDay(period?.to ?? '')];
  if (from === undefined || to === undefined) return undefined;
  const name = formatSpan({ from, to }, language);
  // "01/01/2022 – 28/12/2022" is a year that is not over yet.
  const isYearToDate = name.includes(' – ') && bucketStart(to, 'year') === from;
  return isYearToDate ? `${language === 'vi' ? 'đến' : 'to'} ${formatDay(to)}` : name;
}

const QUIET = {
  vi: {
    'previous-period': 'kỳ trước',
    'same-period-last-year': 'cùng kỳ',
    target: 'mục tiêu',
    plan: 'kế hoạch',
  },
  en: {
    'previous-period': 'before',
    'same-period-last-year': 'year before',
    target: 'target',
    plan: 'plan',
  },
} as const;

function formatValue(value: number, measure: Measure | undefined, language: Language): string {
  if (measure?.unit.vi.startsWith('%')) {
    return `${formatNumber(value, Number.isInteger(value) ? 0 : Math.min(measure.decimals, 1), language)}%`;
  }
  return Math.abs(value) >= 1e6
    ? formatCompact(value, language)
    : formatNumber(value, Number.isInteger(value) ? 0 : (measure?.decimals ?? 0), language);
}
