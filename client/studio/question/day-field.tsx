import { formatDay } from '../../../shared/unit/format-time.ts';
import { parseDay } from '../../../shared/unit/local-day.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { dayTyped } from './period-choices.ts';
import { QUESTION_WORDS } from './question-words.ts';
import { TypedField } from './typed-field.tsx';

interface DayFieldProps {
  readonly name: string;
  /** `2023-12-31`, or '' for none yet. */
  readonly day: string;
  readonly onChange: (day: string) => void;
}

/** A day, day first whatever the browser's own language; told once it is a real one. */
export function DayField({ name, day, onChange }: DayFieldProps) {
  const hint = QUESTION_WORDS[useTileSurroundings().language].dayHint;
  return <TypedField {...{ name, hint, shown, onChange }} value={day} typed={dayTyped} />;
}

function shown(day: string): string {
  const known = parseDay(day);
  return known === undefined ? day : formatDay(known);
}
