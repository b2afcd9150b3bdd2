import type { BarSeriesOption, LineSeriesOption, MapSeriesOption } from 'echarts/charts';
import type {
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { ChartTheme } from './chart-theme.ts';

/**
 * Whoever draws it needs of ECharts: bar, line and map charts; grid, legend, mark line, tooltip and visual map
 * components; the label layout.
 */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | MapSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

export interface ChartLook {
  readonly theme: ChartTheme;
  /** Size of the picture, px. */
  readonly width: number;
  readonly height: number;
  /** Px of one design pixel; text is 13 design pixels. */
  readonly scale: number;
  /** What is under the pointer is told. */
  readonly isLive: boolean;
  /** Name under which the areas were given to ECharts, keyed by `code`; a map is drawn only with it. */
  readonly mapName?: string | undefined;
}
