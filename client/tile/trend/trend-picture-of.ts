import type { Tile } from '../../../shared/board/board.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { formatCompact, formatNumber } from '../../../shared/unit/format.ts';
import { formatDay, formatPeriodShort, formatSpan } from '../../../shared/unit/format-time.ts';
import { parseDay } from '../../../shared/unit/local-day.ts';
import { bucketStart, spanOfKey } from '../../../shared/unit/period.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import type { TrendBand, TrendPicture, TrendSeries } from '../../viz/trend-picture.ts';

type TrendTileSpec = Extract<Tile, { kind: 'trend' }>;

/** Rows with a `period` each become lines over time; `base` of a compared query becomes a quieter line. */
export function trendPictureOf(
  { rows, frame }: Pick<LiveAnswer, 'rows' | 'frame'>,
  tile: Pick<TrendTileSpec, 'query' | 'measures' | 'chart' | 'bands'>,
  measures: ReadonlyMap<string, Measure>,
  language: Language,
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
    categories: rows.map((row) => (row.period ? formatPeriodShort(row.period, language) : row.key)),
    series,
    bands: bandsOf(tile.bands, rows, language),
    formatValue: (value) => formatValue(value, first, language),
    isWhole: first?.decimals === 0,
    startsAtZero: !isRate || tile.chart !== 'line',
  };
}

/** Campaigns by the buckets they touch; one outside the axis is left out, one that reaches beyond it is cut. */
function bandsOf(
  bands: TrendTileSpec['bands'],
  rows: readonly Row[],
  language: Language,
): TrendBand[] {
  const spans = rows.map(({ period }) => (period ? spanOfKey(period) : undefined));
  return (bands ?? []).flatMap(({ label, from, to }) => {
    const [first, last] = [parseDay(from), parseDay(to)];
    if (first === undefined || last === undefined) return [];
    const touched = spans.flatMap((span, at) =>
      span && span.from <= last && span.to >= first ? [at] : [],
    );
    const [start, end] = [touched[0], touched.at(-1)];
    if (start === undefined || end === undefined) return [];
    return [{ name: label[language], from: start, to: end }];
  });
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
