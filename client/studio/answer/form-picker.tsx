import type { Query } from '../../../shared/query/query.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { ANSWER_WORDS } from './answer-words.ts';
import { formFault, PICKED_FORMS, type PickedForm } from './forms.ts';

interface FormPickerProps {
  readonly query: Query;
  readonly shown: PickedForm;
  readonly onPick: (form: PickedForm) => void;
}

/** The forms of a chart; one that does not suit the question says why. */
export function FormPicker({ query, shown, onPick }: FormPickerProps) {
  const { language, measures } = useTileSurroundings();
  const words = ANSWER_WORDS[language];
  return (
    <fieldset className="form-picker">
      <legend className="unseen">{words.form}</legend>
      {PICKED_FORMS.map((form) => {
        const fault = formFault(form, query, measures);
        return (
          <button
            key={form}
            type="button"
            aria-pressed={form === shown}
            aria-disabled={fault !== undefined}
            title={fault && words.faults[fault]}
            onClick={() => fault === undefined && onPick(form)}
          >
            {words.forms[form]}
            {fault && <span className="unseen"> ({words.faults[fault]})</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
