import { createHash } from 'node:crypto';
import { BarChart, LineChart, MapChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, registerMap, setPlatformAPI, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { textWidth } from '../../shared/board/text-width.ts';
import { chartOption } from '../../shared/chart/chart-option.ts';
import type { ChartTheme } from '../../shared/chart/chart-theme.ts';
import { type BoundaryLayer, layerFor } from '../../shared/territory/boundary-layer.ts';
import type { Language } from '../../shared/unit/format.ts';
import type { ExportItem } from './export-job.ts';
import { bordersOf, type Naming } from './naming.ts';

use([
  BarChart,
  LineChart,
  MapChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  SVGRenderer,
]);
// Without a canvas ECharts guesses that every Vietnamese letter is a square.
setPlatformAPI({
  measureText: (text, font) => ({ width: textWidth(text, fontSizeOf(font)) }),
});

function fontSizeOf(font = ''): number {
  return Number(/(\d+(?:[.]\d+)?)px/.exec(font)?.[1] ?? 12);
}

export interface DrawnBox {
  readonly theme: ChartTheme;
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  /** Px of a design pixel of the text. */
  readonly scale?: number;
}

/**
 * The chart of an item as the inside of an SVG, without ids that depend on what was drawn before; undefined where the
 * form is no drawing, or nothing has come to draw.
 */
export function chartSvg(
  item: ExportItem,
  naming: Naming,
  { theme, width, height, language, scale = 1 }: DrawnBox,
): string | undefined {
  const { chart, answer, added } = item;
  if (answer.rows.length === 0) return undefined;
  const option = chartOption(
    {
      chart,
      answer,
      measures: naming.measures,
      names: naming.names,
      borders: bordersOf(naming, item),
      language,
      added,
    },
    { theme, width, height, scale, isLive: false, mapName: mapOf(item, naming) },
  );
  if (!option) return undefined;
  const drawn = init(null, undefined, { renderer: 'svg', ssr: true, width, height });
  drawn.setOption(option);
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  return insideOf(svg);
}

/**
 * The same drawing has the same text, whatever was drawn before it in this process, and ids that no other drawing has: they
 * may stand on one page.
 */
function insideOf(svg: string): string {
  const drawn = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|pointer-events|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replace(/zr\d+-/g, ID_PREFIX)
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>/g, '')
    .trim();
  const own = createHash('sha256').update(drawn).digest('hex').slice(0, 12);
  return drawn.replaceAll(ID_PREFIX, `d${own}-`);
}

const ID_PREFIX = 'zr-';

/** Areas of the units of an answer, where its map has any. */
export function layerOf(item: ExportItem, { pack, territory }: Naming): BoundaryLayer | undefined {
  const { chart, answer } = item;
  if (chart.form !== 'map') return undefined;
  const borders = bordersOf({ territory }, item);
  const level = chart.query.level ?? borders.unit(answer.rows[0]?.unit ?? '')?.level;
  return level && layerFor(pack.layers, level, answer.period.to);
}

/** Gives ECharts those areas; the name under which it keeps them. */
function mapOf(item: ExportItem, naming: Naming): string | undefined {
  const layer = layerOf(item, naming);
  const areas = layer && naming.pack.boundaries[layer.name];
  if (!layer || !areas) return undefined;
  registerMap(layer.name, JSON.stringify(areas));
  return layer.name;
}
