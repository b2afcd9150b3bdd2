import { useState } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { KeepDialog } from '../keep/keep-dialog.tsx';
import { TextLine } from '../question/text-line.tsx';
import { boardIdOf, idFault, openNewBoard } from './new-board.ts';
import { SAVE_WORDS } from './save-words.ts';
import '../question/question.css';
import '../keep/keep.css';

interface NewBoardDialogProps {
  /** Ids of all boards there are. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

const MOST_LETTERS = 120;

/** A title in both languages and the address that comes of it, until another one is typed. */
export function NewBoardDialog({ taken, onClose }: NewBoardDialogProps) {
  const { language, root } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  const [vi, setVi] = useState('');
  const [en, setEn] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const id = own ?? boardIdOf(vi, taken);
  const fault = idFault(id, taken);
  const isReady = vi.trim() !== '' && fault === null;
  return (
    <KeepDialog title={words.newTitle} onClose={onClose}>
      <form
        className="keep-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          onClose();
          const title = { vi: vi.trim(), en: en.trim() || vi.trim() };
          openNewBoard({ id, title }, root, taken.length);
        }}
      >
        <TextLine name={words.titleVi} value={vi} onChange={setVi} most={MOST_LETTERS} />
        <TextLine
          name={words.titleEn}
          value={en}
          onChange={setEn}
          hint={words.asVi}
          most={MOST_LETTERS}
        />
        <TextLine
          name={words.address}
          value={id}
          onChange={setOwn}
          most={MOST_LETTERS}
          told={fault ? words.idFaults[fault] : `/wall/${id}`}
          isWrong={fault !== null}
        />
        <div className="keep-buttons">
          <button type="submit" className="strong-button" disabled={!isReady}>
            {words.begin}
          </button>
        </div>
      </form>
    </KeepDialog>
  );
}
