import type { Board } from '../../../shared/board/board.ts';
import { newTile } from '../../../shared/board/edit/new-tile.ts';
import { changeParams } from '../../ui/use-place.ts';
import { beginBoard } from './drafts.ts';
import { SAVE_WORDS } from './save-words.ts';

/** Begins a board with one figure, under an id that no other has, and opens it. */
export function openNewBoard(taken: readonly string[], unit: string): void {
  const tile = newTile('number', { unit, boundaries: undefined, figure: undefined });
  if (!tile) return;
  let id = 'board';
  for (let n = 2; taken.includes(id); n++) id = `board-${n}`;
  const title = { vi: SAVE_WORDS.vi.newTitle, en: SAVE_WORDS.en.newTitle };
  const board: Board = { id, title, order: taken.length, dwellSeconds: 30, tiles: [tile] };
  beginBoard(board);
  changeParams({ id });
}
