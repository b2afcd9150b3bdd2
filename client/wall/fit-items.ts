import { textWidth } from '../../shared/board/text-width.ts';
import { TEXT } from '../../shared/board/type-scale.ts';

/** How many of the texts, each behind a mark, fit into a line; lengths in design pixels. */
export function fitItems(texts: readonly string[], width: number): number {
  const { size } = TEXT.label;
  const [mark, gap, more] = [size * 1.2, size * 1.6, size * 6];
  let used = 0;
  for (const [at, text] of texts.entries()) {
    used += mark + textWidth(text, size) + (at > 0 ? gap : 0);
    const reserve = at < texts.length - 1 ? more : 0;
    if (used + reserve > width) return at;
  }
  return texts.length;
}
