import { useId } from 'react';
import type { Path } from '../../../../shared/board/edit/set-at.ts';
import { choiceWord } from '../../../../shared/board/edit/setting-words.ts';
import { blankOf, type Field, shapeOf } from '../../../../shared/board/form/field.ts';
import { EDITOR_WORDS, type EditorWords } from '../words.ts';
import { type FieldViewProps, type RenderField, useForm } from './form-context.ts';

interface ChoiceProps {
  readonly label: string;
  readonly path: Path;
  readonly value: unknown;
}

export function ChoiceField({
  label,
  path,
  value,
  options,
}: ChoiceProps & { readonly options: readonly string[] }) {
  const { set, language } = useForm();
  return (
    <Select
      label={label}
      value={String(value)}
      options={options.map((option) => [option, choiceWord(option)[language]])}
      onPick={(option) => set(path, option)}
    />
  );
}

export function FlagField({ label, path, value }: ChoiceProps) {
  const { set } = useForm();
  const id = useId();
  return (
    <div className="ed-flag">
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        onChange={(event) => set(path, event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

interface EitherProps extends ChoiceProps {
  readonly options: readonly Field[];
  readonly renderField: RenderField;
}

/** Which of several shapes, and then its own fields. */
export function EitherField({ label, path, value, options, renderField }: EitherProps) {
  const { set, language, blanks } = useForm();
  const words = EDITOR_WORDS[language];
  const at = shapeOf(options, value);
  return (
    <div className="ed-either">
      <Select
        label={label}
        value={String(at)}
        options={options.map((option, index) => [String(index), shapeName(option, words)])}
        onPick={(index) => {
          const option = options[Number(index)];
          if (option) set(path, blankOf(option, blanks));
        }}
      />
      {innerFields(options[at], path, value).map((inner) => renderField(inner.name, inner))}
    </div>
  );
}

function innerFields(shape: Field | undefined, path: Path, value: unknown): FieldViewProps[] {
  if (!shape || shape.kind === 'fixed') return [];
  if (shape.kind !== 'group') return [{ name: '', field: shape, path, value }];
  return shape.members.map(({ key, field }) => ({
    name: key,
    field,
    path: [...path, key],
    value: Reflect.get(Object(value), key),
  }));
}

function shapeName(field: Field, words: EditorWords): string {
  if (field.kind === 'fixed') return words.none;
  if (field.kind !== 'group') return words.text;
  return field.members.some(({ key }) => key === 'relative') ? words.relative : words.day;
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onPick: (value: string) => void;
}

export function Select({ label, value, options, onPick }: SelectProps) {
  const id = useId();
  return (
    <div className="ed-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="ed-input"
        value={value}
        onChange={(event) => onPick(event.target.value)}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
