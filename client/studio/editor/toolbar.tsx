import { type ReactNode, useState } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams } from '../../ui/use-place.ts';
import { NewBoardDialog } from './new-board-dialog.tsx';
import { SAVE_WORDS } from './save-words.ts';
import type { Editor } from './use-editor.ts';
import type { Shelf } from './use-shelf.ts';
import { EDITOR_WORDS } from './words.ts';

interface ToolbarProps {
  readonly editor: Editor;
  readonly shelf: Shelf;
  readonly children: ReactNode;
}

export function Toolbar({ editor, shelf, children }: ToolbarProps) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  return (
    <div className="ed-bar">
      <BoardPick editor={editor} shelf={shelf} />
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
      <span className="ed-gap" />
      {children}
    </div>
  );
}

const NEW = '+';

/** The pack's boards, and those that were saved or begun beside them. */
function BoardPick({ editor, shelf }: Pick<ToolbarProps, 'editor' | 'shelf'>) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  const [isNew, setNew] = useState(false);
  const titles = new Map([
    ...shelf.pack.map(({ id, title }) => [id, title[language]] as const),
    ...shelf.saved.map(({ id, title }) => [id, title] as const),
    [editor.board.id, editor.board.title[language]] as const,
  ]);
  return (
    <>
      <label className="unseen" htmlFor="ed-board">
        {words.boards}
      </label>
      <select
        id="ed-board"
        className="ed-input ed-board-pick"
        value={editor.board.id}
        onChange={({ target }) =>
          target.value === NEW ? setNew(true) : changeParams({ id: target.value })
        }
      >
        {[...titles].map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value={NEW}>{SAVE_WORDS[language].newBoard}</option>
      </select>
      {isNew && <NewBoardDialog taken={[...titles.keys()]} onClose={() => setNew(false)} />}
    </>
  );
}
