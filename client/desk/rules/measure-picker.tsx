import { useId, useState } from 'react';
import { matchesSearch } from '../../../shared/unit/text.ts';
import { useDesk } from '../desk-context.ts';
import { NEW_RULE_WORDS } from './new-rule-words.ts';

interface MeasurePickerProps {
  readonly value: string;
  /** Id of what says that none is chosen. */
  readonly describedBy: string | undefined;
  readonly onPick: (measure: string) => void;
}

/** All measures, narrowed by a text in either language, accents aside. */
export function MeasurePicker({ value, describedBy, onPick }: MeasurePickerProps) {
  const { language, measures } = useDesk();
  const words = NEW_RULE_WORDS[language];
  const id = useId();
  const [search, setSearch] = useState('');
  const found = [...measures.values()].filter(
    ({ id: code, name }) =>
      code === value || matchesSearch(`${name.vi} ${name.en} ${code}`, search),
  );
  return (
    <div className="new-rule-wide">
      <label htmlFor={`${id}-search`}>{words.search}</label>
      <input
        id={`${id}-search`}
        type="search"
        className="field-input"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <select
        className="field-input"
        aria-label={words.fields.measure}
        aria-invalid={describedBy !== undefined}
        aria-describedby={describedBy}
        size={5}
        value={value}
        onChange={({ target }) => onPick(target.value)}
      >
        {/* Else the first one would look chosen before anything is. */}
        <option value="" hidden />
        {found.map(({ id: code, name }) => (
          <option key={code} value={code}>
            {name[language]}
          </option>
        ))}
      </select>
    </div>
  );
}
