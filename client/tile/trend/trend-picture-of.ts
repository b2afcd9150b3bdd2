import type { Tile } from '../../../shared/board/board.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { formatCompact, formatNumber } from '../../../shared/unit/format.ts';
import { formatPeriodShort } from '../../../shared/unit/format-time.ts';
import type { TrendPicture, TrendSeries } from '../../viz/trend-picture.ts';

type TrendTileSpec = Extract<Tile, { kind: 'trend' }>;

/** Rows with a `period` each become lines over time; `base` of a compared query becomes a quieter line. */
export function trendPictureOf(
  rows: readonly Row[],
  tile: Pick<TrendTileSpec, 'query' | 'measures' | 'chart'>,
  measures: ReadonlyMap<string, Measure>,
  language: Language,
): TrendPicture {
  const first = measures.get(tile.measures[0] ?? '');
  const isRate = first?.kind === 'ratio' || first?.kind === 'published';
  const quiet = language === 'vi' ? QUIET_VI : QUIET_EN;
  const series = tile.measures.flatMap((id): TrendSeries[] => {
    const values = rows.map((row) => row.values[id]?.value ?? null);
    const name = tile.measures.length > 1 ? (measures.get(id)?.shortName[language] ?? id) : '';
    const line: TrendSeries = { id, name, values, isQuiet: false };
    const compare = tile.query.compare;
    const bases = rows.map((row) => row.values[id]?.base ?? null);
    if (!compare || bases.every((base) => base === null)) return [line];
    return [{ id: `${id} base`, name: quiet[compare], values: bases, isQuiet: true }, line];
  });
  return {
    chart: tile.chart,
    categories: rows.map((row) => (row.period ? formatPeriodShort(row.period, language) : row.key)),
    series,
    formatValue: (value) => formatValue(value, first, language),
    startsAtZero: !isRate || tile.chart !== 'line',
  };
}

const QUIET_VI = {
  'previous-period': 'kỳ trước',
  'same-period-last-year': 'cùng kỳ',
  target: 'mục tiêu',
  plan: 'kế hoạch',
} as const;
const QUIET_EN = {
  'previous-period': 'before',
  'same-period-last-year': 'year before',
  target: 'target',
  plan: 'plan',
} as const;

function formatValue(value: number, measure: Measure | undefined, language: Language): string {
  if (measure?.unit.vi.startsWith('%')) {
    return `${formatNumber(value, Number.isInteger(value) ? 0 : Math.min(measure.decimals, 1), language)}%`;
  }
  return Math.abs(value) >= 1e6
    ? formatCompact(value, language)
    : formatNumber(value, Number.isInteger(value) ? 0 : (measure?.decimals ?? 0), language);
}
