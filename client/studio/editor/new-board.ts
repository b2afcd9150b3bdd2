import type { Board } from '../../../shared/board/board.ts';
import { newTile } from '../../../shared/board/edit/new-tile.ts';
import { searchKey } from '../../../shared/unit/text.ts';
import { changeParams } from '../../ui/use-place.ts';
import { beginBoard } from './drafts.ts';

export interface NewBoard {
  readonly id: string;
  readonly title: Board['title'];
}

/** Begins a board with one figure, last in the order of the wall, and opens it. */
export function openNewBoard({ id, title }: NewBoard, unit: string, order: number): void {
  const tile = newTile('number', { unit, boundaries: undefined, figure: undefined });
  if (!tile) return;
  beginBoard({ id, title, order, dwellSeconds: 30, tiles: [tile] });
  changeParams({ id });
}

const MOST_LETTERS = 40;

/** `Dịch vụ công quý I` → `dich-vu-cong-quy-i`, with a number behind it where another board has that id. */
export function boardIdOf(title: string, taken: readonly string[]): string {
  const words = searchKey(title).replace(/[^a-z0-9]+/g, '-');
  const id = words.slice(0, MOST_LETTERS).replace(/^-+|-+$/g, '') || 'board';
  let free = id;
  for (let n = 2; taken.includes(free); n++) free = `${id}-${n}`;
  return free;
}

export type IdFault = 'shape' | 'taken';

/** Why a board cannot have this id; null: it can. */
export function idFault(id: string, taken: readonly string[]): IdFault | null {
  if (!/^[a-z0-9-]{1,40}$/.test(id)) return 'shape';
  return taken.includes(id) ? 'taken' : null;
}
