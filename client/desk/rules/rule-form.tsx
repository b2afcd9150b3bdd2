import type { Rule } from '../../../shared/alarm/rule.ts';
import { PRIORITY_WORDS } from '../alarms/alarms-words.ts';
import { useDesk } from '../desk-context.ts';
import { DryRunView } from './dry-run-view.tsx';
import { numbersOf, RULE_NUMBERS, switched, withConditionNumber } from './rule-edit.ts';
import { RuleJson } from './rule-json.tsx';
import { conditionText } from './rule-text.ts';
import { RULES_WORDS } from './rules-words.ts';

interface RuleFormProps {
  readonly rule: Rule;
  readonly mayEdit: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

const PRIORITIES = [1, 2, 3, 'diagnostic'] as const;
const TEXTS = ['cause', 'consequence', 'action'] as const;

/** One rule in fields, all of it as JSON, and what it would have said. */
export function RuleForm({ rule, mayEdit, onChange, onCopy, onRemove }: RuleFormProps) {
  const desk = useDesk();
  const words = RULES_WORDS[desk.language];
  return (
    <section className="rule-form" aria-labelledby="rule-title">
      <h2 id="rule-title">{rule.title[desk.language]}</h2>
      <p className="rule-when">{conditionText(rule, desk)}</p>
      {rule.condition.kind === 'rate' && <p className="dry-run-note">{words.rateNote}</p>}
      <fieldset disabled={!mayEdit}>
        <Switches rule={rule} onChange={onChange} />
        <Numbers rule={rule} onChange={onChange} />
        <Texts rule={rule} onChange={onChange} />
        <RuleJson key={rule.id} rule={rule} onChange={onChange} />
        {mayEdit && (
          <p className="rule-doings">
            <button type="button" className="action" onClick={onCopy}>
              {words.copy}
            </button>
            <button type="button" className="action" onClick={onRemove}>
              {words.remove}
            </button>
          </p>
        )}
      </fieldset>
      {mayEdit && <DryRunView rule={rule} />}
    </section>
  );
}

type PartProps = Pick<RuleFormProps, 'rule' | 'onChange'>;

function Switches({ rule, onChange }: PartProps) {
  const { language } = useDesk();
  const words = RULES_WORDS[language];
  return (
    <div className="rule-switches">
      <label>
        {words.priority}
        <select
          className="field-input"
          value={String(rule.priority)}
          onChange={({ target }) => {
            const priority = PRIORITIES.find((each) => String(each) === target.value);
            if (priority) onChange({ ...rule, priority });
          }}
        >
          {PRIORITIES.map((each) => (
            <option key={each} value={String(each)}>
              {PRIORITY_WORDS[language][each]}
            </option>
          ))}
        </select>
      </label>
      <Check
        label={words.latches}
        isOn={rule.latches}
        onTurn={(latches) => onChange({ ...rule, latches })}
      />
      <Check
        label={words.isOff}
        isOn={rule.off === true}
        onTurn={(isOff) => onChange(switched(rule, isOff))}
      />
    </div>
  );
}

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

function Check({ label, isOn, onTurn }: CheckProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onTurn(target.checked)} />
      {label}
    </label>
  );
}

function Numbers({ rule, onChange }: PartProps) {
  const words = RULES_WORDS[useDesk().language];
  return (
    <div className="rule-numbers">
      <Against rule={rule} onChange={onChange} />
      {numbersOf(rule.condition).map(([name, value]) => (
        <NumberField
          key={name}
          label={words[name]}
          value={value}
          step="any"
          onNumber={(next) => onChange(withConditionNumber(rule, name, next))}
        />
      ))}
      {RULE_NUMBERS.map((name) => (
        <NumberField
          key={name}
          label={words[name]}
          value={rule[name]}
          step="1"
          onNumber={(next) => onChange({ ...rule, [name]: next })}
        />
      ))}
    </div>
  );
}

/** A threshold is held against a number, or against the target set for that figure. */
function Against({ rule, onChange }: PartProps) {
  const words = RULES_WORDS[useDesk().language];
  const { condition } = rule;
  if (condition.kind !== 'threshold') return null;
  return (
    <label>
      <span>{words.against}</span>
      <select
        className="field-input"
        value={condition.limit === 'target' ? 'target' : 'number'}
        onChange={({ target }) =>
          onChange({
            ...rule,
            condition: { ...condition, limit: target.value === 'target' ? 'target' : 0 },
          })
        }
      >
        <option value="number">{words.aNumber}</option>
        <option value="target">{words.theTarget}</option>
      </select>
    </label>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly step: string;
  readonly onNumber: (value: number) => void;
}

/** What is no number is left as it was; what the rule may not have the server says. */
function NumberField({ label, value, step, onNumber }: NumberFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        className="field-input"
        type="number"
        step={step}
        value={value}
        onChange={({ target }) => {
          if (target.value !== '') onNumber(target.valueAsNumber);
        }}
      />
    </label>
  );
}

/** In the language of the desk; the other one stands in the JSON. */
function Texts({ rule, onChange }: PartProps) {
  const { language } = useDesk();
  const words = RULES_WORDS[language];
  return (
    <div className="rule-texts">
      {TEXTS.map((name) => (
        <label key={name}>
          <span>{words[name]}</span>
          <textarea
            className="field-input"
            rows={2}
            value={rule[name][language]}
            onChange={({ target }) =>
              onChange({ ...rule, [name]: { ...rule[name], [language]: target.value } })
            }
          />
        </label>
      ))}
    </div>
  );
}
