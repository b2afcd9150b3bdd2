import { useMemo, useState } from 'react';
import type { RecordState } from '../../../shared/record/records.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { useDesk } from '../desk-context.ts';
import { Segments, Select } from '../form/choice.tsx';
import { FilterChips } from '../form/filter-chips.tsx';
import { changePlace, usePlace } from '../use-place.ts';
import { chipsOf, withoutChip } from './chips.ts';
import { FilterForm } from './filter-form.tsx';
import { COUNTED_STATES, countsQuery, stateChange, stateOf } from './list-filter.ts';
import { LIST_WORDS } from './list-words.ts';

const COUNTED = Object.keys(COUNTED_STATES) as (keyof typeof COUNTED_STATES)[];
const OTHERS: readonly RecordState[] = [
  'due-in',
  'open-in-term',
  'running',
  'due-soon',
  'resolved',
  'closed-early',
  'closed-in-time',
  'closed-late',
  'closed-other',
  'all',
  'uncounted',
];

/** What the list is of: one state with the live number of the usual ones, and what narrows it. */
export function ListTools() {
  const desk = useDesk();
  const place = usePlace();
  const words = LIST_WORDS[desk.language];
  const [isOpen, setOpen] = useState(false);
  const state = stateOf(place);
  const isOther = OTHERS.includes(state);
  const change = (next: string) => changePlace(stateChange(next as RecordState));
  return (
    <div className="list-tools">
      <Segments label={words.state} options={useCountedOptions()} value={state} onChange={change} />
      <Select
        label={words.state}
        isSaidOnly
        options={[
          ...(isOther ? [] : [{ value: '', text: words.otherStates }]),
          ...OTHERS.map((value) => ({ value, text: words.states[value] })),
        ]}
        value={isOther ? state : ''}
        onChange={(next) => next && change(next)}
      />
      <button type="button" className="action" onClick={() => setOpen(true)}>
        {words.more}
      </button>
      <FilterChips chips={chipsOf(place, desk)} onRemove={(id) => changePlace(withoutChip(id))} />
      {isOpen && <FilterForm onClose={() => setOpen(false)} />}
    </div>
  );
}

/** The usual states with their numbers, as long as measures can count what the list is narrowed to. */
function useCountedOptions() {
  const { unit, language } = useDesk();
  const place = usePlace();
  const query = useMemo(() => countsQuery(unit, place), [unit, place]);
  const { rows } = useAnswer(query);
  const cells = rows[0]?.values;
  return COUNTED.map((value) => {
    const text = LIST_WORDS[language].states[value];
    const count = query && cells?.[COUNTED_STATES[value]]?.value;
    return {
      value,
      text,
      ...(typeof count === 'number' && { count: formatInteger(count, language) }),
    };
  });
}
