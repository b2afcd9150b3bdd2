import type { ChartLook } from './chart-look.ts';

export const FONT = 'Inter, sans-serif';
/** Design pixels. */
export const TEXT_SIZE = 13;

export function textStyle({ theme, scale }: ChartLook, tone: 'ink' | 'ink2' | 'ink3' = 'ink2') {
  return {
    color: theme[tone],
    fontFamily: FONT,
    fontSize: TEXT_SIZE * scale,
    fontWeight: tone === 'ink' ? (600 as const) : (400 as const),
  };
}

export function valueAxisLook(look: ChartLook) {
  const { theme, scale } = look;
  return {
    type: 'value' as const,
    splitNumber: 4,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.line, width: scale } },
  };
}

export function categoryAxisLook(look: ChartLook) {
  const { theme, scale } = look;
  return {
    type: 'category' as const,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.line, width: scale } },
  };
}

export function legendLook(look: ChartLook, names: readonly string[]) {
  const { scale } = look;
  return {
    show: names.length > 0,
    data: [...names],
    type: 'scroll' as const,
    left: 0,
    top: 2 * scale,
    itemWidth: 22 * scale,
    itemHeight: 10 * scale,
    itemGap: 18 * scale,
    padding: 0,
    textStyle: textStyle(look),
    animation: false,
  };
}
