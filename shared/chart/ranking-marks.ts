import { textWidth } from '../board/text-width.ts';
import { NO_VALUE } from '../unit/format.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartSeries } from './chart-picture.ts';
import { lookOf } from './chart-theme.ts';
import { TEXT_SIZE, textStyle } from './look-parts.ts';

type TextOf = (value: number) => string;

/** Room for the values at the ends of bars. */
export function valueRoom(
  values: readonly (number | null)[],
  text: TextOf,
  { scale }: ChartLook,
): number {
  const widths = values.map((value) =>
    textWidth(value === null ? NO_VALUE : text(value), TEXT_SIZE * scale),
  );
  return Math.max(0, ...widths) + 20 * scale;
}

export function bars(series: ChartSeries, text: TextOf, look: ChartLook) {
  const { theme, scale } = look;
  return {
    id: series.id,
    name: series.name,
    type: 'bar' as const,
    // A row without a value has no bar but keeps its place and its dash.
    data: series.values.map((value) => value ?? 0),
    barCategoryGap: '36%',
    barMaxWidth: 26 * scale,
    itemStyle: { color: lookOf(theme, series.rank).color },
    label: {
      ...markLabel(series, text, look),
      distance: 6 * scale,
    },
  };
}

export function dots(series: ChartSeries, text: TextOf, look: ChartLook) {
  const { theme, scale } = look;
  return {
    id: series.id,
    name: series.name,
    type: 'line' as const,
    data: series.values.map((value) => value ?? '-'),
    symbol: 'circle',
    symbolSize: 12 * scale,
    showAllSymbol: true,
    lineStyle: { width: 0 },
    itemStyle: { color: lookOf(theme, series.rank).color },
    z: 5,
    label: { ...markLabel(series, text, look), distance: 8 * scale },
  };
}

function markLabel({ values }: ChartSeries, text: TextOf, look: ChartLook) {
  return {
    show: true,
    position: 'right' as const,
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      const value = values[dataIndex];
      return typeof value === 'number' ? text(value) : NO_VALUE;
    },
    ...textStyle(look, 'ink'),
  };
}

/** What a bar is compared with: a tick across it. */
export function ticks(series: ChartSeries, look: ChartLook) {
  return {
    id: series.id,
    name: series.name,
    type: 'line' as const,
    data: series.values.map((value) => value ?? '-'),
    symbol: 'rect',
    symbolSize: [3 * look.scale, 16 * look.scale] as [number, number],
    showAllSymbol: true,
    lineStyle: { width: 0 },
    itemStyle: { color: look.theme.ink3 },
    silent: true,
    z: 4,
  };
}
