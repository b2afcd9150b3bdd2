import type { Path } from '../../../../shared/board/edit/set-at.ts';
import { settingWord } from '../../../../shared/board/edit/setting-words.ts';
import { blankOf, type Field } from '../../../../shared/board/form/field.ts';
import { EDITOR_WORDS } from '../words.ts';
import { type RenderField, useForm } from './form-context.ts';

interface ListFieldProps {
  readonly name: string;
  readonly path: Path;
  readonly value: unknown;
  readonly field: Extract<Field, { kind: 'list' }>;
  readonly renderField: RenderField;
}

/** Entries one below the other, each movable and removable as far as the schema lets it. */
export function ListField({ name, path, value, field, renderField }: ListFieldProps) {
  const { language, set, blanks } = useForm();
  const words = EDITOR_WORDS[language];
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const swap = (at: number, to: number) => {
    set(path, list.with(at, list[to]).with(to, list[at]));
  };
  const isOpen = field.most === undefined || list.length < field.most;
  return (
    <fieldset className="ed-list">
      <legend>{settingWord(name)[language]}</legend>
      <ol>
        {placed(list).map(({ place, entry, at }) => (
          <li key={place} className="ed-entry">
            {renderField(at, { name, field: field.item, path: [...path, at], value: entry, at })}
            <p className="ed-entry-tools">
              <EntryButton word={words.up} at={at} isOff={at === 0} act={() => swap(at, at - 1)} />
              <EntryButton
                word={words.down}
                at={at}
                isOff={at === list.length - 1}
                act={() => swap(at, at + 1)}
              />
              <EntryButton
                word="×"
                at={at}
                isOff={list.length <= field.least}
                act={() => set([...path, at], undefined)}
              />
            </p>
          </li>
        ))}
      </ol>
      {isOpen && (
        <button
          type="button"
          className="quiet-button ed-add"
          onClick={() => set([...path, list.length], list.at(-1) ?? blankOf(field.item, blanks))}
        >
          + {words.add}
        </button>
      )}
    </fieldset>
  );
}

/** An entry has no name of its own: its place is what it is known by. */
function placed(list: readonly unknown[]) {
  return list.map((entry, at) => ({ place: `place-${at}`, entry, at }));
}

interface EntryButtonProps {
  readonly word: string;
  readonly at: number;
  readonly isOff: boolean;
  readonly act: () => void;
}

const SIGNS: Readonly<Record<string, string>> = { Lên: '↑', Up: '↑', Xuống: '↓', Down: '↓' };

function EntryButton({ word, at, isOff, act }: EntryButtonProps) {
  const { language } = useForm();
  const spoken = word === '×' ? EDITOR_WORDS[language].takeAway : word;
  return (
    <button
      type="button"
      className="quiet-button"
      disabled={isOff}
      onClick={act}
      aria-label={`${spoken} ${at + 1}`}
    >
      {SIGNS[word] ?? word}
    </button>
  );
}
