import { useId } from 'react';

interface TextLineProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly type?: 'text' | 'time' | 'datetime-local';
  /** In the empty field. */
  readonly hint?: string;
  readonly most?: number;
  /** Below the field, and read aloud with it. */
  readonly told?: string;
  readonly isWrong?: boolean;
}

/** One line of text with its name above it. */
export function TextLine({
  name,
  value,
  onChange,
  type = 'text',
  hint,
  most,
  told,
  isWrong,
}: TextLineProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-name" htmlFor={id}>
        {name}
      </label>
      <input
        id={id}
        type={type}
        className="text-field"
        placeholder={hint}
        maxLength={most}
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
