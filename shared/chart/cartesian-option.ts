import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import { textWidth } from '../board/text-width.ts';
import { formatInteger, type Language } from '../unit/format.ts';
import type { ChartLook, ChartOption } from './chart-look.ts';
import type { ChartPicture, ChartSeries } from './chart-picture.ts';
import { axisText, cutText } from './chart-text.ts';
import {
  categoryAxisLook,
  FONT,
  legendLook,
  TEXT_SIZE,
  textStyle,
  valueAxisLook,
} from './look-parts.ts';
import {
  bandSeries,
  barSeries,
  endText,
  goesOn,
  isAdded,
  isBars,
  lineSeries,
  type SeriesPlace,
} from './series-option.ts';
import { liveTooltip } from './tooltip.ts';

/** Lines and bars along an axis of categories, one panel a unit of measure. */
export function cartesianOption(
  picture: ChartPicture,
  language: Language,
  look: ChartLook,
): ChartOption {
  const places = picture.panels.map(
    (panel, at): SeriesPlace => ({ picture, panel, at, language, look }),
  );
  const grids = gridsOf(places, look);
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    legend: legendLook(look, legendNames(picture)),
    grid: grids,
    xAxis: places.map((place) => categoryAxis(place, places.length)),
    yAxis: places.map(valueAxis),
    series: places.flatMap((place) =>
      place.panel.series.flatMap((series, order) => seriesOptions(series, order, place)),
    ),
    ...(look.isLive ? liveTooltip(picture, language, look) : {}),
  };
}

function seriesOptions(
  series: ChartSeries,
  order: number,
  place: SeriesPlace,
): (BarSeriesOption | LineSeriesOption)[] {
  const asBar = isBars(place.picture) && !isAdded(series.manner);
  const notes = order === 0 ? { markLine: noteLines(place) } : {};
  if (asBar) return [{ ...barSeries(series, place), ...notes }];
  const line: LineSeriesOption = { ...lineSeries(series, place), ...notes };
  return [...bandSeries(series, place), line];
}

/** Lines are named at their ends; bars, lines over bars, and lines that go on as a forecast in a legend. */
function legendNames(picture: ChartPicture): string[] {
  const all = picture.panels.flatMap(({ series }) => series).filter(({ name }) => name !== '');
  const isNeeded = all.length > 1 && (isBars(picture) || goesOn(picture));
  return isNeeded ? [...new Set(all.map(({ name }) => name))] : [];
}

function gridsOf(places: readonly SeriesPlace[], look: ChartLook) {
  const { scale, height } = look;
  const line = TEXT_SIZE * 1.5 * scale;
  const { picture } = places[0] ?? {};
  const top = picture && legendNames(picture).length > 0 ? line * 1.3 : 0;
  const noteRoom = picture && picture.notes.length > 0 ? line * 1.8 : 0;
  const bottom = line * (picture?.categories.some(({ under }) => under !== '') ? 2.5 : 1.6);
  const gap = line * 1.5;
  const free = height - top - noteRoom - bottom - gap * places.length;
  const each = free / Math.max(1, places.length);
  const left = Math.max(0, ...places.map(axisRoom));
  const right = Math.max(12 * scale, ...places.map(endRoom));
  return places.map((_, at) => ({
    left,
    right,
    top: top + noteRoom + gap * (at + 1) + each * at,
    height: each,
    outerBoundsMode: 'none' as const,
  }));
}

/** Room for the numbers of a value axis. */
function axisRoom({ picture, panel, language, look }: SeriesPlace): number {
  const values = panel.series.flatMap((each) => [...each.values, ...(each.high ?? [])]);
  const stacked = picture.form === 'stacked' ? panel.series.length : 1;
  const most = Math.max(1, ...values.map((value) => Math.abs(value ?? 0))) * stacked;
  const texts = [most * 1.2, 99.5].map((value) =>
    axisText(
      value >= 1000 ? Math.round(value) : Math.round(value * 2) / 2,
      panel.measure,
      language,
    ),
  );
  return (
    Math.max(...texts.map((text) => textWidth(text, TEXT_SIZE * look.scale))) + 12 * look.scale
  );
}

/** Room for the names at the ends of lines. */
function endRoom(place: SeriesPlace): number {
  const { panel, picture, look } = place;
  const ends = panel.series.filter(({ manner }) => manner !== 'anomaly');
  const lines = isBars(picture) ? ends.filter(({ manner }) => isAdded(manner)) : ends;
  const widths = lines.map((series) => textWidth(endText(series, place), TEXT_SIZE * look.scale));
  return Math.min(look.width * 0.34, Math.max(0, ...widths) + 34 * look.scale);
}

/** Where something was noted: a hairline through all panels, its words above the first. */
function noteLines({ picture, at, look }: SeriesPlace) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: look.theme.ink3, width: look.scale, type: 'dashed' as const },
    data: picture.notes.map((note, order) => ({
      xAxis: note.at,
      label: {
        show: at === 0,
        position: 'end' as const,
        align: note.at > picture.categories.length * 0.8 ? ('right' as const) : ('left' as const),
        distance: (4 + (order % 2) * TEXT_SIZE * 1.3) * look.scale,
        formatter: cutText(note.text, 36),
        ...textStyle(look, 'ink2'),
      },
    })),
  };
}

function categoryAxis({ picture, at, look }: SeriesPlace, count: number) {
  const { scale } = look;
  const labels = picture.categories.map(({ label, under }) =>
    under ? `${label}\n${under}` : cutText(label, 24),
  );
  return {
    ...categoryAxisLook(look),
    gridIndex: at,
    data: labels,
    boundaryGap: isBars(picture),
    axisLabel: {
      show: at === count - 1,
      margin: 8 * scale,
      hideOverlap: true,
      lineHeight: TEXT_SIZE * 1.4 * scale,
      ...textStyle(look, 'ink3'),
    },
    axisPointer: { show: look.isLive, type: 'line' as const, label: { show: false } },
  };
}

function valueAxis({ picture, panel, at, language, look }: SeriesPlace) {
  const isRank = picture.form === 'bump';
  const format = (value: number) =>
    isRank ? formatInteger(value, language) : axisText(value, panel.measure, language);
  return {
    ...valueAxisLook(look),
    gridIndex: at,
    name: panel.title,
    nameLocation: isRank ? ('start' as const) : ('end' as const),
    nameGap: 10 * look.scale,
    nameTextStyle: { ...textStyle(look, 'ink3'), align: 'left' as const },
    scale: !panel.startsAtZero,
    // The value above the tallest bar would stand in the axis' name.
    ...(isBars(picture) ? { boundaryGap: [0, '6%'] as [number, string] } : {}),
    inverse: isRank,
    ...(isRank ? { min: 1, max: panel.series.length, interval: 1 } : {}),
    ...(panel.isWhole ? { minInterval: 1 } : {}),
    axisLabel: { formatter: format, margin: 10 * look.scale, ...textStyle(look, 'ink3') },
  };
}
