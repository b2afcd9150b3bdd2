import { type KeyboardEvent, useCallback, useEffect } from 'react';
import type { Edit, Outcome } from '../../../shared/board/edit/edits.ts';
import type { Area } from '../../../shared/board/tile-parts.ts';
import type { Editor } from './use-editor.ts';

const MOVES: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Keys on a tile of the drawing board; the same edits as by hand. */
export function useTileKeys(
  editor: Editor,
  act: (edit: Edit) => Outcome,
): (event: KeyboardEvent) => void {
  return useCallback(
    (event: KeyboardEvent) => {
      const tile = editor.board.tiles.find(({ id }) => id === editor.selected);
      if (!tile || event.altKey || event.metaKey) return;
      const edit = editFor(event, tile.id, tile.area);
      if (edit) act(edit);
      else if (event.key === 'Enter') focusSettings();
      else return;
      event.preventDefault();
      if (edit?.kind === 'remove') document.querySelector<HTMLElement>('.ed-tile')?.focus();
    },
    [editor, act],
  );
}

function editFor({ key, shiftKey, ctrlKey }: KeyboardEvent, tile: string, area: Area): Edit | null {
  if (ctrlKey) return key === 'd' ? { kind: 'duplicate', tile } : null;
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove', tile };
  const move = MOVES[key];
  if (!move) return null;
  const [dx, dy] = move;
  const { x, y, w, h } = area;
  const to = shiftKey ? { x, y, w: w + dx, h: h + dy } : { x: x + dx, y: y + dy, w, h };
  return { kind: 'place', tile, area: to };
}

function focusSettings(): void {
  document.querySelector<HTMLElement>('.ed-settings input')?.focus();
}

const TYPES_TEXT = 'input:not([type="checkbox"], [type="radio"]), textarea';

/** Undo and redo from anywhere but a field that has an undo of its own; Escape leaves the settings for the tile. */
export function useHistoryKeys({ undo, redo }: Pick<Editor, 'undo' | 'redo'>): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const act = actionFor(event, undo, redo);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo, redo]);
}

function actionFor(
  { key, ctrlKey, metaKey, shiftKey, target }: globalThis.KeyboardEvent,
  undo: () => void,
  redo: () => void,
): (() => void) | undefined {
  if (!(target instanceof Element) || document.querySelector('dialog[open]')) return undefined;
  if (key === 'Escape' && target.closest('.ed-settings')) return focusTile;
  if (!(ctrlKey || metaKey) || target.closest(TYPES_TEXT)) return undefined;
  return { z: shiftKey ? redo : undo, y: redo }[key.toLowerCase()];
}

function focusTile(): void {
  document.querySelector<HTMLElement>('.ed-tile[aria-pressed="true"]')?.focus();
}
