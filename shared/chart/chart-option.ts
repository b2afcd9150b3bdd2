import { cartesianOption } from './cartesian-option.ts';
import type { ChartLook, ChartOption } from './chart-look.ts';
import type { ChartInput, ChartPicture } from './chart-picture.ts';
import { mapOption } from './map-option.ts';
import { pictureOf } from './picture-of.ts';
import { rankingOption } from './ranking-option.ts';

/** An ECharts option, or undefined where the form is not drawn by ECharts. Pure. */
export function chartOption(input: ChartInput, look: ChartLook): ChartOption | undefined {
  return optionOf(pictureOf(input), input, look);
}

/** The same from a picture at hand. */
export function optionOf(
  picture: ChartPicture,
  { language }: Pick<ChartInput, 'language'>,
  look: ChartLook,
): ChartOption | undefined {
  if (picture.form === 'table') return undefined;
  if (picture.form === 'map') return look.mapName ? mapOption(picture, language, look) : undefined;
  if (picture.form === 'ranking') return rankingOption(picture, language, look);
  return cartesianOption(picture, language, look);
}
