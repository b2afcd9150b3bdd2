import { useId } from 'react';
import type { Refusal } from '../../../../shared/board/edit/edits.ts';
import type { Path } from '../../../../shared/board/edit/set-at.ts';
import { faultText, refusalText } from '../../../../shared/board/edit/verdict-words.ts';
import type { Register } from '../../../../shared/board/form/field.ts';
import { EDITOR_WORDS } from '../words.ts';
import { useForm } from './form-context.ts';
import { useDraft } from './use-draft.ts';

interface LeafProps {
  readonly label: string;
  readonly path: Path;
  readonly value: unknown;
}

interface TextInputProps {
  readonly label: string;
  readonly shown: string;
  readonly commit: (text: string) => Refusal | null;
  readonly list?: string | undefined;
  /** A second line below: the name of a code. */
  readonly told?: string | undefined;
  readonly isNumber?: boolean;
}

/** One line of text with its label, and below it why it is not taken. */
export function TextInput({ label, shown, commit, list, told, isNumber }: TextInputProps) {
  const { language } = useForm();
  const id = useId();
  const draft = useDraft(shown, commit);
  return (
    <div className="ed-field" data-number={isNumber}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="ed-input"
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        list={list}
        inputMode={isNumber ? 'decimal' : undefined}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={draft.refusal !== null}
        aria-describedby={draft.refusal || told ? `${id}-told` : undefined}
      />
      {draft.refusal ? (
        <p id={`${id}-told`} className="ed-refusal" role="alert">
          {refusalText(draft.refusal, language)}
        </p>
      ) : (
        told && (
          <p id={`${id}-told`} className="ed-told">
            {told}
          </p>
        )
      )}
    </div>
  );
}

/** A text, or a code of a register with the names it goes by. */
export function TextField({
  label,
  path,
  value,
  register,
}: LeafProps & { readonly register: Register | undefined }) {
  const { set, entriesOf } = useForm();
  const text = typeof value === 'string' ? value : '';
  const name = register && entriesOf(register).find(({ code }) => code === text)?.name;
  return (
    <TextInput
      label={label}
      shown={text}
      commit={(typed) => set(path, typed)}
      list={register && `ed-${register}`}
      told={name}
    />
  );
}

/** Both languages, one below the other. */
export function BilingualField({ label, path, value }: LeafProps) {
  const { set, language } = useForm();
  const words = EDITOR_WORDS[language];
  const texts = Object(value) as Partial<Record<'vi' | 'en', string>>;
  return (
    <fieldset className="ed-pair">
      <legend>{label}</legend>
      {(['vi', 'en'] as const).map((tongue) => (
        <TextInput
          key={tongue}
          label={words[tongue]}
          shown={texts[tongue] ?? ''}
          commit={(typed) => set([...path, tongue], typed)}
        />
      ))}
    </fieldset>
  );
}

/** A decimal comma and a decimal point are both understood. */
export function NumberField({ label, path, value }: LeafProps) {
  const { set, language } = useForm();
  const text = typeof value === 'number' ? String(value) : '';
  const shown = language === 'vi' ? text.replace('.', ',') : text;
  const commit = (typed: string) => {
    const number = Number(typed.trim().replace(',', '.'));
    if (typed.trim() !== '' && Number.isFinite(number)) return set(path, number);
    const fault = { path, keyword: 'type', asked: 'number' };
    return { reason: 'invalid' as const, faults: [fault] };
  };
  return <TextInput label={label} shown={shown} commit={commit} isNumber />;
}

export function DayField({ label, path, value }: LeafProps) {
  const { set, language } = useForm();
  const id = useId();
  const draft = useDraft(String(value ?? ''), (typed) => set(path, typed));
  const [fault] = draft.refusal?.reason === 'invalid' ? draft.refusal.faults : [];
  return (
    <div className="ed-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="ed-input"
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        aria-invalid={draft.refusal !== null}
      />
      {fault && (
        <p className="ed-refusal" role="alert">
          {faultText(fault, language)}
        </p>
      )}
    </div>
  );
}
