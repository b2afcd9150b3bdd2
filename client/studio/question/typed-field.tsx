import { useEffect, useId, useState } from 'react';

interface TypedFieldProps {
  readonly name: string;
  /** '' for none yet. */
  readonly value: string;
  readonly hint: string;
  /** As it is written, and what was typed; undefined: it is none. */
  readonly shown: (value: string) => string;
  readonly typed: (text: string) => string | undefined;
  readonly onChange: (value: string) => void;
  /** Told below, and read aloud with the field. */
  readonly note?: string;
}

/** A text with a form of its own, told on once it is whole; nothing typed is told on where `typed` takes it. */
export function TypedField({ name, value, hint, shown, typed, onChange, note }: TypedFieldProps) {
  const id = useId();
  const [text, setText] = useState(() => shown(value));
  useEffect(() => setText(shown(value)), [value, shown]);
  const isWrong = text.trim() !== '' && typed(text) === undefined;
  const finish = () => {
    const next = typed(text);
    if (next !== undefined && next !== value) onChange(next);
  };
  return (
    <div className="day-field">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        inputMode="numeric"
        className="text-field"
        placeholder={hint}
        value={text}
        aria-invalid={isWrong}
        {...(note && { 'aria-describedby': `${id}-note` })}
        onChange={({ target }) => setText(target.value)}
        onBlur={finish}
        onKeyDown={({ key }) => key === 'Enter' && finish()}
      />
      {note && (
        <p id={`${id}-note`} className="field-note">
          {note}
        </p>
      )}
    </div>
  );
}
