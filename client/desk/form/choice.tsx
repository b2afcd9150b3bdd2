import './form.css';

export interface Option {
  readonly value: string;
  readonly text: string;
  /** How many it would show. */
  readonly count?: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface SelectProps extends ChoiceProps {
  /** The label is for who cannot see what stands beside it. */
  readonly isSaidOnly?: boolean;
}

/** A few values of which one holds, side by side. */
export function Segments({ label, options, value, onChange }: ChoiceProps) {
  return (
    <fieldset className="segments" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.text}
          {option.count !== undefined && <b>{option.count}</b>}
        </button>
      ))}
    </fieldset>
  );
}

/** One of many values; the label stands before it, or is `isSaidOnly`. */
export function Select({ label, options, value, onChange, isSaidOnly = false }: SelectProps) {
  return (
    <label className="select">
      <span className={isSaidOnly ? 'unseen' : undefined}>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
