import type { Language } from '../unit/format.ts';
import type { ChartLook, ChartOption } from './chart-look.ts';
import type { ChartPanel, ChartPicture } from './chart-picture.ts';
import { axisText, cutText, markText } from './chart-text.ts';
import {
  categoryAxisLook,
  FONT,
  legendLook,
  TEXT_SIZE,
  textStyle,
  valueAxisLook,
} from './look-parts.ts';
import { bars, dots, ticks, valueRoom } from './ranking-marks.ts';
import { isRate } from './series-of.ts';
import { liveTooltip } from './tooltip.ts';

const MOST_NAME = 40;

/** One bar a row, the value at its end; a comparison is a tick across the bar. */
export function rankingOption(
  picture: ChartPicture,
  language: Language,
  look: ChartLook,
): ChartOption {
  const { scale, width } = look;
  const panel = picture.panels[0];
  const base = panel?.series.find(({ manner }) => manner === 'base');
  const own = panel?.series.find(({ manner }) => manner === 'value');
  const text = (value: number) => markText(value, panel?.measure, language);
  const right = valueRoom(own?.values ?? [], text, look);
  const isCut = isNarrow(panel);
  const bottom = (isCut ? TEXT_SIZE * 1.7 : 2) * scale;
  const top = base ? TEXT_SIZE * 2.2 * scale : 2 * scale;
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    legend: legendLook(look, base && own ? [own.name, base.name] : []),
    grid: {
      left: 0,
      right,
      top,
      bottom,
      outerBoundsMode: 'same',
      outerBounds: { left: 0, right, top: 0, bottom: 0 },
      outerBoundsContain: 'axisLabel',
    },
    yAxis: {
      ...categoryAxisLook(look),
      inverse: true,
      data: picture.categories.map(({ label }) => cutText(label, MOST_NAME)),
      axisLabel: {
        margin: 10 * scale,
        width: width * 0.4,
        overflow: 'truncate',
        interval: 0,
        ...textStyle(look),
      },
    },
    xAxis: isCut ? cutAxis(panel, language, look) : barAxis(panel, look),
    series: [
      ...(own ? [isCut ? dots(own, text, look) : bars(own, text, look)] : []),
      ...(base ? [ticks(base, look)] : []),
    ],
    ...(look.isLive ? liveTooltip(picture, language, look) : {}),
  };
}

/** Rates near their limit: bars from zero would all look alike, so dots stand on a scale that is cut. */
function isNarrow(panel: ChartPanel | undefined): boolean {
  const values = (panel?.series ?? []).flatMap((series) => series.values);
  const known = values.filter((value) => value !== null);
  return isRate(panel?.measure) && Math.min(...known) > Math.max(...known) * 0.6;
}

function cutAxis(panel: ChartPanel | undefined, language: Language, look: ChartLook) {
  return {
    ...valueAxisLook(look),
    scale: true,
    axisLabel: {
      formatter: (value: number) => axisText(value, panel?.measure, language),
      ...textStyle(look, 'ink3'),
    },
  };
}

/** Bars begin at zero; negative ones reach to the left of it. */
function barAxis(panel: ChartPanel | undefined, look: ChartLook) {
  const values = (panel?.series ?? []).flatMap((series) => series.values);
  const min = Math.min(0, ...values.map((value) => value ?? 0));
  return { ...valueAxisLook(look), min, axisLabel: { show: false }, splitLine: { show: false } };
}
