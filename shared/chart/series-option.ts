import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { Language } from '../unit/format.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartPanel, ChartPicture, ChartSeries } from './chart-picture.ts';
import { cutText, markText } from './chart-text.ts';
import { lookOf } from './chart-theme.ts';
import { FONT, TEXT_SIZE, textStyle } from './look-parts.ts';

export interface SeriesPlace {
  readonly picture: ChartPicture;
  readonly panel: ChartPanel;
  /** Number of the panel, which is that of its axes. */
  readonly at: number;
  readonly language: Language;
  readonly look: ChartLook;
}

const MOST_NAME = 40;
const isGap = (value: number | null | undefined) => value === null || value === undefined;

export const isBars = ({ form }: ChartPicture) =>
  form === 'bar' || form === 'stacked' || form === 'distribution';

export const isAdded = (manner: ChartSeries['manner']) => manner !== 'value' && manner !== 'base';

/** A forecast follows the lines, so their ends are no place for names. */
export function goesOn({ panels }: ChartPicture): boolean {
  return panels.some(({ series }) => series.some(({ manner }) => manner === 'forecast'));
}

/** Measure-aware text; a rank has none of its measure's signs. */
export function panelText({ panel, language }: SeriesPlace, value: number): string {
  return markText(value, panel.measure, language);
}

/** At the end of a line: the last value and whose it is. */
export function endText(series: ChartSeries, place: SeriesPlace): string {
  const last = series.values.findLast((value) => !isGap(value));
  const value = typeof last === 'number' ? panelText(place, last) : '';
  const name = goesOn(place.picture) ? '' : cutText(series.name, MOST_NAME);
  return [value, name].filter(Boolean).join('  ');
}

export function lineSeries(series: ChartSeries, place: SeriesPlace): LineSeriesOption {
  const { at, look } = place;
  const { scale, theme } = look;
  const { color, dash, mark } = lookOf(theme, series.rank);
  const isLoud = series.manner === 'value';
  const shade = series.manner === 'base' ? theme.quiet : color;
  const width = (isLoud ? 2.5 : 1.75) * scale;
  return {
    ...frameOf(series, at),
    type: 'line',
    data: series.values.map((value) => value ?? '-'),
    connectNulls: false,
    z: isLoud ? 3 : 2,
    showSymbol: true,
    showAllSymbol: true,
    symbol: series.manner === 'anomaly' ? 'emptyCircle' : mark,
    symbolSize: symbolSizes(series, scale),
    itemStyle: { color: series.manner === 'anomaly' ? theme.alarm : shade },
    lineStyle: {
      color: shade,
      width: series.manner === 'anomaly' ? 0 : width,
      type: isLoud ? dashOf(dash, width) : [2 * width, 2 * width],
    },
    ...(series.manner === 'anomaly' ? {} : endLabelOf(series, place)),
  };
}

function frameOf({ id, name }: ChartSeries, at: number) {
  return { id: `${at}|${id}`, name, xAxisIndex: at, yAxisIndex: at, animation: false as const };
}

function dashOf(dash: readonly number[], width: number): 'solid' | number[] {
  return dash.length === 0 ? 'solid' : dash.map((each) => each * width);
}

/** Every point of a short line; of a long one only those between gaps, which no line shows. */
function symbolSizes({ values, manner }: ChartSeries, scale: number) {
  const isShort = values.length <= 16;
  return (_: unknown, { dataIndex }: { dataIndex: number }): number => {
    if (manner === 'anomaly') return 14 * scale;
    if (manner === 'base') return 0;
    const isLone = isGap(values[dataIndex - 1]) && isGap(values[dataIndex + 1]);
    return isShort || isLone ? 6 * scale : 0;
  };
}

/** A dot in the line's colour says whose label it is where labels had to give way to each other. */
function endLabelOf(series: ChartSeries, place: SeriesPlace) {
  const { look, panel } = place;
  const isLoud = series.manner === 'value';
  const text = textStyle(look, isLoud ? 'ink' : 'ink2');
  const isOneOfMany = panel.series.length > 1 && isLoud;
  const { color } = lookOf(look.theme, series.rank);
  return {
    endLabel: {
      show: series.values.some((value) => !isGap(value)),
      distance: 10 * look.scale,
      // What ECharts takes for the height of a line is less than a line.
      minMargin: 5 * look.scale,
      // Where a forecast goes on to the right, the last value is told above its point.
      offset: (isLoud && goesOn(place.picture) ? [-30, -16] : [0, 0]).map(
        (each) => each * look.scale,
      ),
      formatter: () => {
        const name = `{main|${endText(series, place).replace(/[{}]/g, '')}}`;
        return isOneOfMany ? `{dot|•}${name}` : name;
      },
      padding: [2 * look.scale, 0] as [number, number],
      // Outside of a named style text would have a size of its own.
      rich: {
        main: text,
        dot: {
          ...text,
          color,
          fontSize: TEXT_SIZE * 1.4 * look.scale,
          lineHeight: TEXT_SIZE * look.scale,
          padding: [0, 6 * look.scale, 0, 0],
        },
      },
      ...text,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
  };
}

/** The span in which a value may lie: two lines that nobody sees and what is between them. */
export function bandSeries(series: ChartSeries, { at, look }: SeriesPlace): LineSeriesOption[] {
  const { low, high } = series;
  if (!low || !high) return [];
  const { color } = lookOf(look.theme, series.rank);
  const width = (index: number) => (high[index] ?? 0) - (low[index] ?? 0);
  const line = (part: string, data: readonly (number | null)[]): LineSeriesOption => ({
    id: `${at}|${series.id} ${part}`,
    xAxisIndex: at,
    yAxisIndex: at,
    animation: false,
    type: 'line',
    stack: `${series.id} band`,
    stackStrategy: 'all',
    data: data.map((value) => value ?? '-'),
    symbol: 'none',
    silent: true,
    lineStyle: { width: 0 },
    tooltip: { show: false },
    z: 1,
  });
  return [
    line('low', low),
    {
      ...line(
        'high',
        low.map((value, index) => (value === null ? null : width(index))),
      ),
      areaStyle: { color, opacity: 0.16 },
    },
  ];
}

export function barSeries(series: ChartSeries, place: SeriesPlace): BarSeriesOption {
  const { picture, panel, at, look } = place;
  const { theme, scale, width } = look;
  const own = panel.series.filter(({ manner }) => manner === 'value' || manner === 'base');
  const isStacked = picture.form === 'stacked' && series.manner === 'value';
  const room = (width * 0.8) / Math.max(1, picture.categories.length * own.length);
  const widest = Math.max(
    0,
    ...series.values.map((value) => (value === null ? 0 : panelText(place, value).length)),
  );
  const fits = widest * TEXT_SIZE * scale * 0.62 < room;
  return {
    ...frameOf(series, at),
    type: 'bar',
    ...(isStacked ? { stack: 'all' } : {}),
    data: series.values.map((value) => value ?? '-'),
    barGap: '10%',
    barCategoryGap: picture.form === 'distribution' ? '4%' : '34%',
    ...(picture.form === 'distribution' ? {} : { barMaxWidth: 72 * scale }),
    itemStyle: {
      color: series.manner === 'base' ? theme.quiet : lookOf(theme, series.rank).color,
      ...(isStacked ? { borderColor: theme.ground, borderWidth: scale / 2 } : {}),
    },
    label: {
      show: fits && !isStacked && series.manner === 'value',
      position: 'top',
      distance: 4 * scale,
      formatter: ({ value }) => (typeof value === 'number' ? panelText(place, value) : ''),
      color: theme.ink,
      fontFamily: FONT,
      fontSize: TEXT_SIZE * scale,
    },
  };
}
