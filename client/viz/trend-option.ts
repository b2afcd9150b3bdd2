import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { textWidth } from '../../shared/board/text-width.ts';
import { TEXT } from '../../shared/board/type-scale.ts';
import type { ChartPalette } from './chart-palette.ts';
import { lastPoint, type TrendPicture, type TrendSeries } from './trend-picture.ts';

export type TrendOption = ComposeOption<LineSeriesOption | BarSeriesOption | GridComponentOption>;

/** Device pixels of the box and of one design pixel. */
export interface ChartBox {
  readonly width: number;
  readonly scale: number;
}

const FONT = 'Inter, sans-serif';

export function trendOption(
  picture: TrendPicture,
  palette: ChartPalette,
  box: ChartBox,
): TrendOption {
  const { scale } = box;
  const fine = TEXT.fine.size * scale;
  const isLine = picture.chart === 'line';
  const right = (isLine ? endLabelWidth(picture) : TEXT.fine.size) * scale;
  const axisText = {
    color: palette.ink3,
    fontSize: fine,
    fontFamily: FONT,
    lineHeight: fine * 1.25,
  };
  return {
    animation: false,
    grid: {
      left: 0,
      right: right + 4 * scale,
      top: (30 + nameHeight(picture)) * scale,
      bottom: 8 * scale,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: [
      {
        type: 'category',
        data: [...picture.categories],
        boundaryGap: !isLine,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.line, width: scale } },
        axisLabel: { ...axisText, margin: 10 * scale, hideOverlap: true },
      },
      { type: 'value', show: false, ...bandAxis(picture) },
    ],
    yAxis: {
      type: 'value',
      scale: !picture.startsAtZero,
      splitNumber: 3,
      ...(picture.isWhole ? { minInterval: 1 } : {}),
      axisLabel: { ...axisText, margin: 14 * scale, formatter: picture.formatValue },
      splitLine: { lineStyle: { color: palette.line, width: scale } },
    },
    series: [
      ...picture.series.map((series) =>
        isLine ? lineOf(series, picture, palette, scale) : barOf(series, picture, palette, box),
      ),
      ...bandsOf(picture, palette, scale),
    ],
  };
}

/** Categories as numbers, so that a band may begin inside one. The points of lines stand in the middle of theirs. */
function bandAxis({ chart, categories }: TrendPicture): { min: number; max: number } {
  const edge = chart === 'line' ? 0.5 : 0;
  return { min: edge, max: Math.max(categories.length - edge, 1) };
}

/** Behind the series; a campaign is named above its band and above the values of bars. */
function bandsOf(picture: TrendPicture, palette: ChartPalette, scale: number): LineSeriesOption[] {
  if (picture.bands.length === 0) return [];
  const { min, max } = bandAxis(picture);
  const within = (at: number) => Math.min(Math.max(at, min), max);
  const label = {
    position: 'top' as const,
    distance: (picture.chart === 'line' ? 6 : TEXT.fine.size + 10) * scale,
    color: palette.ink2,
    fontFamily: FONT,
    fontSize: TEXT.fine.size * scale,
    lineHeight: NAME_LINE * scale,
  };
  const data = picture.bands.map(
    ({ name, from, to }): [{ name: string; xAxis: number }, { xAxis: number }] => [
      { name, xAxis: within(from) },
      { xAxis: within(to) },
    ],
  );
  const markArea = { silent: true, itemStyle: { color: palette.line }, label, data };
  return [{ id: 'bands', type: 'line', xAxisIndex: 1, data: [], silent: true, z: 0, markArea }];
}

const NAME_LINE = TEXT.fine.size * 1.25;

/** Of the names above the bands, in design pixels. */
function nameHeight({ bands }: TrendPicture): number {
  return NAME_LINE * Math.max(0, ...bands.map(({ name }) => name.split('\n').length));
}

function lineOf(
  series: TrendSeries,
  picture: TrendPicture,
  palette: ChartPalette,
  scale: number,
): LineSeriesOption {
  const { formatValue } = picture;
  const color = palette.data[series.isQuiet ? 2 : loudRank(series, picture)];
  const last = lastPoint(series.values);
  return {
    id: series.id,
    type: 'line',
    data: series.values.map((value) => value ?? '-'),
    connectNulls: false,
    symbol: 'circle',
    symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
      dataIndex === last?.at && !series.isQuiet
        ? 11 * scale
        : isLone(series.values, dataIndex)
          ? 6 * scale
          : 0,
    showAllSymbol: true,
    z: series.isQuiet ? 1 : 3,
    itemStyle: { color: color ?? palette.ink2 },
    lineStyle: {
      color: color ?? palette.ink2,
      width: (series.isQuiet ? 2 : 3.5) * scale,
      type: series.isQuiet ? [6 * scale, 6 * scale] : 'solid',
    },
    endLabel: {
      show: last !== undefined,
      distance: 12 * scale,
      formatter: () => endLabel(series, formatValue),
      color: series.isQuiet ? palette.ink3 : palette.ink,
      fontFamily: FONT,
      fontWeight: series.isQuiet ? 400 : 600,
      fontSize: TEXT.label.size * scale,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

function barOf(
  series: TrendSeries,
  picture: TrendPicture,
  palette: ChartPalette,
  { width, scale }: ChartBox,
): BarSeriesOption {
  const { chart, formatValue } = picture;
  const last = lastPoint(series.values);
  const most = Math.max(...series.values.map((value) => value ?? 0));
  const room = (width * 0.9) / Math.max(series.values.length, 1);
  const widest = Math.max(
    ...series.values.map((value) =>
      value === null ? 0 : textWidth(formatValue(value), TEXT.fine.size) * scale,
    ),
  );
  const showsAll = widest + 8 * scale < room;
  return {
    id: series.id,
    type: 'bar',
    ...(chart === 'stacked' ? { stack: 'all' } : {}),
    data: series.values.map((value) => value ?? '-'),
    barGap: '12%',
    barCategoryGap: '38%',
    itemStyle: {
      color: palette.data[series.isQuiet ? 3 : loudRank(series, picture)] ?? palette.ink2,
    },
    label: {
      show: chart === 'bar' && !series.isQuiet,
      position: 'top',
      distance: 6 * scale,
      formatter: ({ dataIndex, value }) =>
        typeof value === 'number' && (showsAll || dataIndex === last?.at || value === most)
          ? formatValue(value)
          : '',
      color: palette.ink,
      // The bar of the year before may be taller and stand behind it.
      textBorderColor: palette.ground,
      textBorderWidth: 5 * scale,
      fontFamily: FONT,
      fontSize: TEXT.fine.size * scale,
    },
  };
}

/** Place of a series among those that are not quiet, which decides its colour. */
function loudRank(series: TrendSeries, { series: all }: TrendPicture): number {
  return all.filter(({ isQuiet }) => !isQuiet).indexOf(series);
}

/** A value between two gaps has no line to be seen by. */
function isLone(values: readonly (number | null)[], at: number): boolean {
  const isKnown = (index: number) => typeof values[index] === 'number';
  return isKnown(at) && !isKnown(at - 1) && !isKnown(at + 1);
}

function endLabel({ name, values }: TrendSeries, formatValue: (value: number) => string): string {
  const last = lastPoint(values);
  return [last && formatValue(last.value), name].filter(Boolean).join(' ');
}

/** In design pixels. */
function endLabelWidth({ series, formatValue }: TrendPicture): number {
  const widths = series.map((each) => textWidth(endLabel(each, formatValue), TEXT.label.size));
  return Math.max(0, ...widths) + 20;
}
