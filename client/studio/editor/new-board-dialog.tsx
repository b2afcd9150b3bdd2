import { useId, useState } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { KeepDialog } from '../keep/keep-dialog.tsx';
import { boardIdOf, idFault, openNewBoard } from './new-board.ts';
import { SAVE_WORDS } from './save-words.ts';
import '../question/question.css';
import '../keep/keep.css';

interface NewBoardDialogProps {
  /** Ids of all boards there are. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

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
        <Line name={words.titleVi} value={vi} onChange={setVi} />
        <Line name={words.titleEn} value={en} onChange={setEn} hint={words.asVi} />
        <Line
          name={words.address}
          value={id}
          onChange={setOwn}
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

interface LineProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: string;
  readonly told?: string;
  readonly isWrong?: boolean;
}

function Line({ name, value, onChange, hint, told, isWrong }: LineProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-name" htmlFor={id}>
        {name}
      </label>
      <input
        id={id}
        className="text-field"
        maxLength={120}
        placeholder={hint}
        value={value}
        aria-invalid={isWrong}
        {...(told && { 'aria-describedby': `${id}-told` })}
        onChange={({ target }) => onChange(target.value)}
      />
      {told && (
        <p id={`${id}-told`} className="field-note" role="status">
          {told}
        </p>
      )}
    </div>
  );
}
