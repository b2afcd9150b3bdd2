import { useEffect, useId, useRef, useState } from 'react';
import type { Refusal } from '../../../../shared/board/edit/edits.ts';
import { refusalText } from '../../../../shared/board/edit/verdict-words.ts';
import { useTileSurroundings } from '../../../tile/tile-context.ts';
import { useListKeys } from '../../use-list-keys.ts';
import { EDITOR_WORDS } from '../words.ts';
import { type CodeChoice, codeChoices } from './code-choices.ts';

interface CodesFieldProps {
  readonly dimension: string;
  readonly label: string;
  readonly codes: readonly string[];
  /** Was just begun: its search has the focus. */
  readonly isBegun: boolean;
  readonly onChange: (codes: readonly string[]) => Refusal | null;
}

/** Values of a dimension: those chosen by their names, and a search for more, by name without accents or by code. */
export function CodesField({ dimension, label, codes, isBegun, onChange }: CodesFieldProps) {
  const { language, names } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  const known = names.get(dimension);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = (next: readonly string[]) => setRefusal(onChange(next));
  return (
    <fieldset className="ed-codes">
      <legend>{label}</legend>
      <ul>
        {codes.map((code) => (
          <li key={code} data-unknown={known !== undefined && !known.has(code)}>
            <span>
              {known?.get(code)?.[language] ?? code}
              {known && !known.has(code) && <small> {words.unknownCode}</small>}
            </span>
            <button
              type="button"
              className="quiet-button"
              aria-label={`${words.takeAway}: ${known?.get(code)?.[language] ?? code}`}
              onClick={() => take(codes.filter((each) => each !== code))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <CodeSearch
        {...{ dimension, label, codes, isBegun }}
        onPick={(code) => take([...codes, code])}
      />
      {refusal && (
        <p className="ed-refusal" role="alert">
          {refusalText(refusal, language)}
        </p>
      )}
    </fieldset>
  );
}

interface CodeSearchProps
  extends Pick<CodesFieldProps, 'dimension' | 'label' | 'codes' | 'isBegun'> {
  readonly onPick: (code: string) => void;
}

function CodeSearch({ dimension, label, codes, isBegun, onPick }: CodeSearchProps) {
  const { language, names } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  const id = useId();
  const box = useListKeys();
  const input = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  useEffect(() => {
    if (isBegun) input.current?.focus();
  }, [isBegun]);
  const isOpen = search.trim() !== '' || (isBegun && codes.length === 0);
  const choices = isOpen
    ? codeChoices({ known: names.get(dimension), language, codes, search })
    : [];
  const pick = ({ code }: CodeChoice) => {
    setSearch('');
    onPick(code);
    input.current?.focus();
  };
  return (
    <div ref={box}>
      <input
        ref={input}
        type="search"
        className="ed-input"
        aria-label={`${words.searchCode}: ${label}`}
        aria-describedby={`${id}-none`}
        placeholder={words.searchCode}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        onKeyDown={(event) => {
          const [first] = choices;
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          pick(first);
        }}
      />
      <p id={`${id}-none`} className="ed-told" role="status">
        {isOpen && choices.length === 0 ? words.noCode : ''}
      </p>
      <ul className="ed-choices">
        {choices.map((choice) => (
          <li key={choice.code}>
            <button type="button" className="list-item" data-stop onClick={() => pick(choice)}>
              {choice.name} <small>{choice.told}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
