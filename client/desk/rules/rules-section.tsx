import { type FormEvent, useMemo, useState } from 'react';
import type { Rule, Rules } from '../../../shared/alarm/rule.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { ownerText } from '../alarms/alarm-text.ts';
import { PriorityMark } from '../alarms/priority-mark.tsx';
import { useMayOperate } from '../alarms/use-alarms.ts';
import { type DeskSurroundings, useDesk } from '../desk-context.ts';
import { SectionHead } from '../section-head.tsx';
import { type Column, rowsOf } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changePlace, usePlace } from '../use-place.ts';
import { NewRuleDialog } from './new-rule-dialog.tsx';
import { NEW_RULE_WORDS } from './new-rule-words.ts';
import { withCopy, withRule } from './rule-edit.ts';
import { RuleForm } from './rule-form.tsx';
import { conditionText, waitText } from './rule-text.ts';
import { RuleVersions } from './rule-versions.tsx';
import { RULES_WORDS } from './rules-words.ts';
import { type RulesDesk, useRules } from './use-rules.ts';
import '../alarms/alarms.css';
import './rules.css';

/** The rules of alarms: what they say, changing them as a new version, and trying them on the days gone by. */
export function RulesSection() {
  const { language } = useDesk();
  const words = RULES_WORDS[language];
  const desk = useRules();
  const mayEdit = useMayOperate();
  const [isAdding, setAdding] = useState(false);
  const asked = usePlace().get('rule');
  const rule = desk.rules.find(({ id }) => id === asked) ?? desk.rules[0];
  return (
    <>
      <SectionHead title={words.title} detail={detailOf(desk, language)}>
        {desk.isChanged && mayEdit && <SaveBar desk={desk} />}
        {mayEdit && desk.told && (
          <button type="button" className="action" onClick={() => setAdding(true)}>
            {NEW_RULE_WORDS[language].title}
          </button>
        )}
      </SectionHead>
      <div className="rules">
        <div className="rules-list">
          <RulesTable rules={desk.rules} isOld={desk.told === null} />
          <Said desk={desk} />
          <RuleVersions desk={desk} />
        </div>
        {rule && (
          <RuleForm
            rule={rule}
            mayEdit={mayEdit}
            onChange={(next) => desk.change(withRule(desk.rules, rule.id, () => next))}
            onCopy={() => {
              const { rules, id } = withCopy(desk.rules, rule.id);
              desk.change(rules);
              changePlace({ rule: id }, 'replace');
            }}
            onRemove={() => desk.change(desk.rules.filter((each) => each !== rule))}
          />
        )}
      </div>
      {isAdding && (
        <NewRuleDialog
          rules={desk.rules}
          onAdd={(added) => {
            desk.change([...desk.rules, added]);
            changePlace({ rule: added.id }, 'replace');
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

function detailOf({ told }: RulesDesk, language: 'vi' | 'en'): string {
  const words = RULES_WORDS[language];
  if (!told) return words.opening;
  if (told.version === 0) return words.shipped;
  const at = told.at === undefined ? '' : formatDateTime(told.at);
  return words.version(formatInteger(told.version, language), told.by ?? '', at);
}

/** A change says why; only then it can be saved. */
function SaveBar({ desk }: { desk: RulesDesk }) {
  const words = RULES_WORDS[useDesk().language];
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void desk.save(String(new FormData(event.currentTarget).get('reason') ?? '').trim());
  };
  return (
    <form className="rules-save" onSubmit={save}>
      <input
        className="field-input"
        name="reason"
        aria-label={words.reason}
        placeholder={words.reason}
        required
        minLength={3}
        maxLength={300}
        autoComplete="off"
      />
      <button type="submit" className="action" data-main="true" disabled={desk.faults.length > 0}>
        {words.save}
      </button>
      <button type="button" className="action" onClick={desk.revert}>
        {words.revert}
      </button>
    </form>
  );
}

/** What is wrong with the draft, or what became of it. */
function Said({ desk }: { desk: RulesDesk }) {
  const words = RULES_WORDS[useDesk().language];
  return (
    <div className="rules-said" role="status">
      {desk.isSaved && <p>{words.saved}</p>}
      {desk.isChanged && <p>{words.changed}</p>}
      {desk.faults.map(({ where, expected, came }) => (
        <p key={where} className="warn">
          {words.faults}: {where}: {expected} ≠ {came}
        </p>
      ))}
      {desk.refusal && (
        <p className="warn">
          {words.faults}: {desk.refusal}
        </p>
      )}
    </div>
  );
}

function RulesTable({ rules, isOld }: { rules: Rules; isOld: boolean }) {
  const desk = useDesk();
  const words = RULES_WORDS[desk.language];
  return (
    <DataTable
      label={words.title}
      columns={useMemo(() => columnsOf(desk), [desk])}
      rows={useMemo(() => rowsOf(rules), [rules])}
      onOpen={({ id }) => changePlace({ rule: id }, 'replace')}
      empty={words.opening}
      isOld={isOld}
      hasFocus
    />
  );
}

function columnsOf(desk: DeskSurroundings): readonly Column<Rule>[] {
  const { language } = desk;
  const words = RULES_WORDS[language];
  return [
    {
      id: 'priority',
      title: words.columns.priority,
      width: '96px',
      cell: ({ priority }) => <PriorityMark priority={priority} />,
    },
    {
      id: 'what',
      title: words.columns.what,
      width: 'minmax(180px, 1.4fr)',
      cell: ({ title, off }) => (off ? `${title[language]} (${words.off})` : title[language]),
    },
    {
      id: 'when',
      title: words.columns.when,
      width: 'minmax(180px, 1.4fr)',
      cell: (rule) => conditionText(rule, desk),
    },
    {
      id: 'wait',
      title: words.columns.wait,
      width: '72px',
      align: 'end',
      cell: ({ onDelaySeconds }) => waitText(onDelaySeconds, desk),
    },
    {
      id: 'owner',
      title: words.columns.owner,
      width: 'minmax(120px, 1fr)',
      cell: (rule) => ownerText(rule, desk),
    },
  ];
}
