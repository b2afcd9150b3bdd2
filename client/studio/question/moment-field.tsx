import { useTileSurroundings } from '../../tile/tile-context.ts';
import { momentShown, momentTyped } from './moment.ts';
import { QUESTION_WORDS } from './question-words.ts';
import { TypedField } from './typed-field.tsx';

interface MomentFieldProps {
  /** RFC 3339; null or undefined: now, and live. */
  readonly asOf: string | null | undefined;
  readonly onChange: (asOf: string | undefined) => void;
}

/** What was known then: empty for now. */
export function MomentField({ asOf, onChange }: MomentFieldProps) {
  const words = QUESTION_WORDS[useTileSurroundings().language];
  return (
    <section className="field">
      <TypedField
        name={words.lookBack}
        value={asOf ?? ''}
        hint={words.lookBackHint}
        shown={momentShown}
        typed={momentTyped}
        onChange={(moment) => onChange(moment === '' ? undefined : moment)}
        note={words.lookBackNote}
      />
    </section>
  );
}
