import { formatInteger, type Language } from '../unit/format.ts';
import type { ChartLook, ChartOption } from './chart-look.ts';
import type { ChartPicture } from './chart-picture.ts';
import { markText } from './chart-text.ts';
import { FONT, TEXT_SIZE, textStyle } from './look-parts.ts';

type Values = readonly (number | null)[];

/** Areas by the first series; one without a value keeps the colour of nothing, which the legend names. */
export function mapOption(picture: ChartPicture, language: Language, look: ChartLook): ChartOption {
  const panel = picture.panels[0];
  const series = panel?.series.find(({ manner }) => manner === 'value');
  const values = series?.values ?? [];
  const text = (value: number) =>
    panel ? markText(value, panel.measure, language) : formatInteger(value, language);
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    visualMap: scaleOf(values, text, look),
    series: [areasOf(picture, values, text, look)],
  };
}

function scaleOf(values: Values, text: (value: number) => string, look: ChartLook) {
  const { theme, scale } = look;
  const known = values.filter((value) => value !== null);
  const [least, most] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1];
  return {
    type: 'continuous' as const,
    min: least,
    max: most === least ? least + 1 : most,
    left: 0,
    bottom: 0,
    itemWidth: 12 * scale,
    itemHeight: 110 * scale,
    calculable: false,
    hoverLink: false,
    text: [text(most), text(least)],
    textStyle: textStyle(look),
    inRange: { color: [...theme.ramp] },
    outOfRange: { color: theme.none },
  };
}

function areasOf(
  { categories }: ChartPicture,
  values: Values,
  text: (value: number) => string,
  look: ChartLook,
) {
  const { theme, scale, mapName = '' } = look;
  const names = new Map(categories.map(({ key, label }) => [key, label]));
  return {
    type: 'map' as const,
    map: mapName,
    nameProperty: 'code',
    selectedMode: false as const,
    roam: false,
    layoutCenter: ['50%', '50%'],
    layoutSize: Math.min(look.width, look.height),
    // At 11° north a degree of longitude is nearly as long as one of latitude.
    aspectScale: 0.98,
    data: categories.map(({ key }, at) => ({ name: key, value: values[at] ?? Number.NaN })),
    itemStyle: { areaColor: theme.none, borderColor: theme.ground, borderWidth: 1.2 * scale },
    emphasis: { disabled: true },
    label: {
      show: true,
      formatter: ({ name, value }: { name: string; value?: unknown }) => {
        const called = names.get(name) ?? name;
        return typeof value === 'number' && Number.isFinite(value)
          ? `${called}\n${text(value)}`
          : called;
      },
      ...textStyle(look, 'ink'),
      fontWeight: 400 as const,
      lineHeight: TEXT_SIZE * 1.35 * scale,
    },
    labelLayout: { hideOverlap: true },
  };
}
