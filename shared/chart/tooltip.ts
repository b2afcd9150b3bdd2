import { type Language, NO_VALUE } from '../unit/format.ts';
import type { ChartLook, ChartOption } from './chart-look.ts';
import type { ChartPicture } from './chart-picture.ts';
import { markText } from './chart-text.ts';
import { FONT, TEXT_SIZE } from './look-parts.ts';

/** All that is known at the category under the pointer; drawn on the canvas, so that no text becomes markup. */
export function liveTooltip(
  picture: ChartPicture,
  language: Language,
  { theme, scale }: ChartLook,
): Pick<ChartOption, 'tooltip'> {
  return {
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: theme.ground,
      borderColor: theme.line,
      borderWidth: scale,
      textStyle: { color: theme.ink, fontFamily: FONT, fontSize: TEXT_SIZE * scale },
      axisPointer: { type: 'line', lineStyle: { color: theme.ink3, width: scale } },
      formatter: (hit) => {
        const first = Array.isArray(hit) ? hit[0] : hit;
        return linesAt(picture, first?.dataIndex ?? -1, language).join('\n');
      },
    },
  };
}

/** `T3 2023` and below it a line a series; also what a reader of the screen is told. */
export function linesAt(picture: ChartPicture, at: number, language: Language): string[] {
  const category = picture.categories[at];
  if (!category) return [];
  const lines = picture.panels.flatMap((panel) =>
    panel.series.map(({ name, values }) => {
      const value = values[at];
      const text = typeof value === 'number' ? markText(value, panel.measure, language) : NO_VALUE;
      return [name || panel.title, text].filter(Boolean).join(': ');
    }),
  );
  const notes = picture.notes.filter((note) => note.at === at).map(({ text }) => text);
  return [[category.label, category.under].filter(Boolean).join(' '), ...lines, ...notes];
}
