import { useId } from 'react';
import type { Language } from '../../../shared/unit/format.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { PRIORITY_WORDS } from '../alarms/alarms-words.ts';
import { type DeskSurroundings, unitName, useDesk } from '../desk-context.ts';
import { MeasurePicker } from './measure-picker.tsx';
import { type DraftFault, PRIORITIES, RANGES, type RuleField } from './new-rule.ts';
import { faultText, NEW_RULE_WORDS } from './new-rule-words.ts';

export interface RuleFieldProps {
  readonly field: RuleField;
  readonly value: string;
  readonly fault: DraftFault | undefined;
  readonly onChange: (field: RuleField, value: string) => void;
}

const LONG: ReadonlySet<RuleField> = new Set(['cause', 'consequence', 'action']);

/** One setting of a new rule; what is wrong with it stands below it. */
export function NewRuleField(props: RuleFieldProps) {
  const { language } = useDesk();
  const { field, fault } = props;
  const id = useId();
  const described = fault && `${id}-fault`;
  const isWide = LONG.has(field) || field === 'title' || field === 'measure';
  return (
    <div className={isWide ? 'new-rule-wide' : undefined}>
      {field !== 'measure' && <label htmlFor={id}>{NEW_RULE_WORDS[language].fields[field]}</label>}
      <Control {...props} id={id} described={described} />
      {fault && (
        <p id={described} className="warn">
          {faultText(fault, language)}
        </p>
      )}
    </div>
  );
}

interface ControlProps extends RuleFieldProps {
  readonly id: string;
  readonly described: string | undefined;
}

function Control({ field, value, onChange, id, described }: ControlProps) {
  const desk = useDesk();
  if (field === 'measure')
    return (
      <MeasurePicker
        value={value}
        describedBy={described}
        onPick={(measure) => onChange(field, measure)}
      />
    );
  const shared = {
    ...{ id, value, className: 'field-input' },
    ...{ 'aria-invalid': described !== undefined, 'aria-describedby': described },
  };
  const options = optionsOf(field, desk);
  if (options)
    return (
      <select {...shared} onChange={({ target }) => onChange(field, target.value)}>
        {options.map(({ code, text }) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    );
  if (LONG.has(field))
    return (
      <textarea {...shared} rows={2} onChange={({ target }) => onChange(field, target.value)} />
    );
  const isNumber = RANGES[field] !== undefined;
  return (
    <input
      {...shared}
      inputMode={isNumber ? 'decimal' : undefined}
      maxLength={isNumber ? 16 : 120}
      data-first={field === 'title' || undefined}
      onChange={({ target }) => onChange(field, target.value)}
    />
  );
}

interface Option {
  readonly code: string;
  readonly text: string;
}

/** Undefined: it is written, not chosen. */
function optionsOf(field: RuleField, desk: DeskSurroundings): readonly Option[] | undefined {
  const { language, borders, top, names } = desk;
  const words = NEW_RULE_WORDS[language];
  const units = () => borders.below(top).map(({ code }) => ({ code, text: unitName(desk, code) }));
  switch (field) {
    case 'unit':
      return units();
    case 'ownerUnit':
      return [{ code: '', text: words.noUnit }, ...units()];
    case 'source': {
      const codes = [...(names.get('source')?.keys() ?? [])];
      const named = codes.map((code) => ({ code, text: nameOf(names, 'source', code, language) }));
      return [{ code: '', text: words.allSources }, ...named];
    }
    case 'priority':
      return PRIORITIES.map((each) => ({
        code: String(each),
        text: PRIORITY_WORDS[language][each],
      }));
    default:
      return choicesOf(field, language);
  }
}

function choicesOf(field: RuleField, language: Language): readonly Option[] | undefined {
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> =
    NEW_RULE_WORDS[language].choices;
  const own = choices[field];
  return own && Object.entries(own).map(([code, text]) => ({ code, text }));
}
