import { useEffect, useId, useState } from 'react';
import { formatDay } from '../../../shared/unit/format-time.ts';
import { parseDay } from '../../../shared/unit/local-day.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { dayTyped } from './period-choices.ts';
import { QUESTION_WORDS } from './question-words.ts';

interface DayFieldProps {
  readonly name: string;
  /** `2023-12-31`, or '' for none yet. */
  readonly day: string;
  readonly onChange: (day: string) => void;
}

/** A day, day first whatever the browser's own language; told once it is a real one. */
export function DayField({ name, day, onChange }: DayFieldProps) {
  const { language } = useTileSurroundings();
  const id = useId();
  const [text, setText] = useState(() => shown(day));
  useEffect(() => setText(shown(day)), [day]);
  const isWrong = text.trim() !== '' && dayTyped(text) === undefined;
  const finish = () => {
    const typed = dayTyped(text);
    if (typed !== undefined && typed !== day) onChange(typed);
  };
  return (
    <div className="day-field">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        inputMode="numeric"
        className="text-field"
        placeholder={QUESTION_WORDS[language].dayHint}
        value={text}
        aria-invalid={isWrong}
        onChange={({ target }) => setText(target.value)}
        onBlur={finish}
        onKeyDown={({ key }) => key === 'Enter' && finish()}
      />
    </div>
  );
}

function shown(day: string): string {
  const known = parseDay(day);
  return known === undefined ? day : formatDay(known);
}
