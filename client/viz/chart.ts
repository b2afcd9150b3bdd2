import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { readPalette } from './chart-palette.ts';
import { trendOption } from './trend-option.ts';
import type { TrendPicture } from './trend-picture.ts';

use([BarChart, LineChart, GridComponent, MarkAreaComponent, LabelLayout, CanvasRenderer]);

export interface Chart {
  /** Draws soon; of several pictures in a row only the last is drawn. */
  show(picture: TrendPicture): void;
  close(): void;
}

/** A redraw costs some 10 ms of main thread, so a chart takes at most two a second. */
const LEAST_INTERVAL_MS = 500;

/** Owns one chart in `host`; `designScale` says how many device pixels one design pixel has. */
export function createChart(host: HTMLElement, designScale: () => number): Chart {
  const chart = init(host, undefined, { renderer: 'canvas' });
  let picture: TrendPicture | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawnAt = 0;
  let shape = '';

  const draw = () => {
    timer = undefined;
    if (!picture) return;
    drawnAt = performance.now();
    const option = trendOption(picture, readPalette(host), {
      width: host.clientWidth,
      scale: designScale(),
    });
    // Merging keeps the chart's objects; a series that is gone must be taken away, though.
    const nextShape = picture.series.map(({ id }) => id).join();
    chart.setOption(option, { notMerge: nextShape !== shape, lazyUpdate: false });
    shape = nextShape;
  };
  const schedule = () => {
    timer ??= setTimeout(draw, Math.max(0, drawnAt + LEAST_INTERVAL_MS - performance.now()));
  };
  const sizes = new ResizeObserver(() => {
    chart.resize();
    schedule();
  });
  sizes.observe(host);
  // The canvas knows neither the theme nor late fonts by itself.
  const themes = new MutationObserver(schedule);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  void document.fonts.ready.then(schedule);
  return {
    show(next) {
      picture = next;
      schedule();
    },
    close() {
      clearTimeout(timer);
      sizes.disconnect();
      themes.disconnect();
      picture = undefined;
      if (!chart.isDisposed()) chart.dispose();
    },
  };
}
