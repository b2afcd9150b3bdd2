import { type FormEvent, useState } from 'react';
import type { Rule, Rules } from '../../../shared/alarm/rule.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../form/dialog.tsx';
import { DryRunView } from './dry-run-view.tsx';
import {
  ANSWER_FIELDS,
  conditionFields,
  faultsOf,
  freeIdOf,
  newDraft,
  type RuleField,
  ruleOf,
  WAIT_FIELDS,
} from './new-rule.ts';
import { NewRuleField } from './new-rule-field.tsx';
import { NEW_RULE_WORDS } from './new-rule-words.ts';

interface NewRuleDialogProps {
  readonly rules: Rules;
  readonly onAdd: (rule: Rule) => void;
  readonly onClose: () => void;
}

/** Once what is wrong has been marked: to the first of it. */
function focusFault(form: HTMLFormElement): void {
  setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

/** A new rule in fields, tried over the days gone by before it stands in the list. */
export function NewRuleDialog({ rules, onAdd, onClose }: NewRuleDialogProps) {
  const { language, measures, top } = useDesk();
  const words = NEW_RULE_WORDS[language];
  const [draft, setDraft] = useState(() => newDraft(top));
  const [touched, setTouched] = useState<ReadonlySet<RuleField>>(new Set());
  const [isTold, setTold] = useState(false);
  const faults = faultsOf(draft, measures);
  const isSound = Object.keys(faults).length === 0;
  const rule = ruleOf(draft, freeIdOf(draft, rules));
  const change = (field: RuleField, value: string) => {
    setDraft((last) => ({ ...last, [field]: value }));
    setTouched((last) => new Set([...last, field]));
  };
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTold(true);
    if (!isSound) return focusFault(event.currentTarget);
    onAdd(rule);
    onClose();
  };
  const part = (title: string, fields: readonly RuleField[]) => (
    <fieldset>
      <legend>{title}</legend>
      {fields.map((field) => (
        <NewRuleField
          key={field}
          field={field}
          value={draft[field]}
          fault={isTold || touched.has(field) ? faults[field] : undefined}
          onChange={change}
        />
      ))}
    </fieldset>
  );
  return (
    <Dialog title={words.title} onClose={onClose} className="new-rule">
      <form onSubmit={add} noValidate>
        {part(words.condition, ['title', 'kind', ...conditionFields(draft)])}
        {part(words.wait, WAIT_FIELDS)}
        {part(words.answer, ANSWER_FIELDS)}
        <p className="new-rule-note">{isSound ? words.both : words.tryAfter}</p>
        {isSound && <DryRunView rule={rule} />}
        <p className="new-rule-end">
          <button type="submit" className="action" data-main="true">
            {words.add}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
