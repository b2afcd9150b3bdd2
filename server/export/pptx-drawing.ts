import { chartSvg } from './chart-svg.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import type { Naming } from './naming.ts';
import { themeOf } from './page-frame.ts';
import { pngFile } from './picture-file.ts';
import { slideChart } from './pptx-chart.ts';
import type { SlideMedia } from './pptx-parts.ts';
import { chartShape, pictureShape } from './pptx-shapes.ts';

/** Device pixels of a picture's pixel on a slide. */
const PICTURE_SCALE = 2;

export interface Drawing {
  readonly media: SlideMedia;
  readonly shape: typeof pictureShape;
}

interface Size {
  readonly width: number;
  readonly height: number;
  /** Of its text, beside that of a whole slide. */
  readonly scale?: number;
}

/** A chart of the presentation's own where it can be one, else a picture; undefined where there is nothing to draw. */
export async function drawingOf(
  item: ExportItem,
  { width, height, scale = 1.1 }: Size,
  job: ExportJob,
  naming: Naming,
): Promise<Drawing | undefined> {
  const theme = themeOf(job);
  const { language } = job;
  const chart = await slideChart(item, naming, { theme, language, fontSize: 9.5 * scale });
  if (chart) return { media: { kind: 'chart', chart }, shape: chartShape };
  const box = { width: Math.round(width), height: Math.max(40, Math.round(height)) };
  const svg = chartSvg(item, naming, { theme, ...box, language, scale });
  if (svg === undefined) return undefined;
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}">${svg}</svg>`;
  return {
    media: { kind: 'picture', png: await pngFile(page, PICTURE_SCALE) },
    shape: pictureShape,
  };
}
