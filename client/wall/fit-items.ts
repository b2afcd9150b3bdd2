import { textWidth } from '../../shared/board/text-width.ts';
import { GRID, SCREEN, TEXT } from '../../shared/board/type-scale.ts';

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

const SCENE_MARK = 36;
const MOST_SCENE_MARKS = 256;
const FOOTER_GAP = 40;
const CONTROLS = 352;

/** Design pixels that the footer of `panes` scenes side by side has left of its scene marks and controls. */
export function attentionRoom(panes: number, scenes: number, hasControls: boolean): number {
  const width = panes * SCREEN.width - GRID.left - GRID.right;
  const marks = Math.min(scenes * SCENE_MARK, MOST_SCENE_MARKS) + FOOTER_GAP;
  return width - marks - (hasControls ? CONTROLS : 0);
}
