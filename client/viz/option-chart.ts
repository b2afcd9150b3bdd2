import { BarChart, LineChart, MapChart } from 'echarts/charts';
import {
  GridComponent,
  LegendScrollComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import type { ChartLook, ChartOption } from '../../shared/chart/chart-look.ts';
import { CHART_THEMES } from '../../shared/chart/chart-theme.ts';
import type { AreaCollection } from './map-picture.ts';
import { pixelRatio } from './pixel-ratio.ts';

use([
  BarChart,
  LineChart,
  MapChart,
  GridComponent,
  LegendScrollComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  LabelLayout,
  CanvasRenderer,
]);

/** Makes the option for the size and theme at hand; undefined draws nothing. */
export type DrawOption = (look: ChartLook) => ChartOption | undefined;

export interface OptionChart {
  /** Draws at once, and again when size or theme change. */
  show(draw: DrawOption): void;
  close(): void;
}

/** Text of 13 design pixels is as large as the page's own text of 14 px. */
const DESIGN_PX = 14;

/** Owns one canvas in `host`, for the charts that studio and server draw alike. */
export function createOptionChart(host: HTMLElement): OptionChart {
  const chart = init(host, undefined, {
    renderer: 'canvas',
    devicePixelRatio: pixelRatio(host),
  });
  let draw: DrawOption | undefined;
  const paint = () => {
    const { clientWidth: width, clientHeight: height } = host;
    if (!draw || width === 0 || height === 0) return;
    const option = draw({ ...lookNow(host), width, height, isLive: true });
    if (option) chart.setOption(option, { notMerge: true });
    else chart.clear();
  };
  const sizes = new ResizeObserver(() => {
    chart.resize();
    paint();
  });
  sizes.observe(host);
  const themes = new MutationObserver(paint);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  void document.fonts.ready.then(paint);
  return {
    show(next) {
      draw = next;
      paint();
    },
    close() {
      sizes.disconnect();
      themes.disconnect();
      draw = undefined;
      if (!chart.isDisposed()) chart.dispose();
    },
  };
}

function lookNow(host: HTMLElement): Pick<ChartLook, 'theme' | 'scale'> {
  const isLight = document.documentElement.dataset.theme === 'light';
  const textPx = Number.parseFloat(getComputedStyle(host).fontSize);
  return { theme: isLight ? CHART_THEMES.light : CHART_THEMES.dark, scale: textPx / DESIGN_PX };
}

/** Gives areas to ECharts under a name that `ChartLook.mapName` may then say; the same name again replaces them. */
export function registerAreas(name: string, areas: AreaCollection): void {
  registerMap(name, { geoJSON: areas, specialAreas: {} } as Parameters<typeof registerMap>[1]);
}
