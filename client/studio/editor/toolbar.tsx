import type { ReactNode } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams } from '../../ui/use-place.ts';
import type { Editor } from './use-editor.ts';
import { EDITOR_WORDS } from './words.ts';

interface ToolbarProps {
  readonly editor: Editor;
  readonly boards: readonly Board[];
  /** What was done last, or why it was not. */
  readonly said: string;
  readonly children: ReactNode;
}

export function Toolbar({ editor, boards, said, children }: ToolbarProps) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  return (
    <div className="ed-bar">
      <label className="unseen" htmlFor="ed-board">
        {words.boards}
      </label>
      <select
        id="ed-board"
        className="ed-input ed-board-pick"
        value={editor.board.id}
        onChange={(event) => changeParams({ id: event.target.value })}
      >
        {boards.map(({ id, title }) => (
          <option key={id} value={id}>
            {title[language]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="quiet-button"
        disabled={!editor.canUndo}
        onClick={editor.undo}
        title="Ctrl Z"
      >
        {words.undo}
      </button>
      <button
        type="button"
        className="quiet-button"
        disabled={!editor.canRedo}
        onClick={editor.redo}
        title="Ctrl Y"
      >
        {words.redo}
      </button>
      <p className="ed-said" aria-live="polite" title={said}>
        {said}
      </p>
      {children}
    </div>
  );
}
