import { type ChangeEvent, useRef, useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { pathText } from '../../../shared/board/edit/diff-words.ts';
import { checkBoard } from '../../../shared/board/edit/edits.ts';
import { refusalText } from '../../../shared/board/edit/verdict-words.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams } from '../../ui/use-place.ts';
import { FileDialog } from '../keep/export-dialog.tsx';
import { KEEP_WORDS } from '../keep/keep-words.ts';
import { readFile, saveAsFile } from './board-file.ts';
import { beginBoard } from './drafts.ts';
import type { Editor } from './use-editor.ts';
import { EDITOR_WORDS } from './words.ts';

/** A board as a picture, page or table; and as a file of a pack: out as one, in from one. */
export function FileMenu({ editor, say }: { editor: Editor; say: (text: string) => void }) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  const input = useRef<HTMLInputElement>(null);
  const [isDrawing, setDrawing] = useState(false);
  const takeIn = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = '';
    if (!file) return;
    const read = await boardIn(file, language);
    if (typeof read === 'string') return say(read);
    openBoard(editor, read);
    say(words.imported);
  };
  return (
    <>
      <button type="button" className="quiet-button" onClick={() => setDrawing(true)}>
        {KEEP_WORDS[language].export}
      </button>
      {isDrawing && (
        <FileDialog
          exported={{ kind: 'board', board: editor.board }}
          onClose={() => setDrawing(false)}
        />
      )}
      <button type="button" className="quiet-button" onClick={() => saveAsFile(editor.board)}>
        {words.export}
      </button>
      <button type="button" className="quiet-button" onClick={() => input.current?.click()}>
        {words.import}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => void takeIn(event)}
      />
    </>
  );
}

/** The board that a file holds, or what is wrong with the file. */
async function boardIn(file: File, language: Language): Promise<Board | string> {
  const words = EDITOR_WORDS[language];
  const json = await readFile(file);
  if (json === undefined) return words.notJson;
  const outcome = checkBoard(json);
  if ('board' in outcome) return outcome.board;
  const { refused } = outcome;
  const [fault] = refused.reason === 'invalid' ? refused.faults : [];
  const where = fault ? ` ${words.refusedAt} ${pathText(fault.path, language)}` : '';
  return `${words.notBoard}${where}: ${refusalText(refused, language)}`;
}

/** The board at hand in a step that can be undone; another one beside it. */
function openBoard(editor: Editor, board: Board): void {
  if (board.id === editor.board.id) {
    editor.take({ board });
    return;
  }
  beginBoard(board);
  changeParams({ id: board.id });
}
