import { useId } from 'react';
import { sentence } from '../sentence.ts';

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly isDisabled?: boolean;
}

interface ChoiceFieldProps {
  readonly name: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** One of a few, by name. */
export function ChoiceField({ name, value, choices, onChange }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-name" htmlFor={id}>
        {name}
      </label>
      <select
        id={id}
        className="select-field"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {choices.map((each) => (
          <option key={each.value} value={each.value} disabled={each.isDisabled === true}>
            {sentence(each.name)}
          </option>
        ))}
      </select>
    </div>
  );
}
