import { useState } from 'react';
import type { Rule } from '../../../shared/alarm/rule.ts';
import { useDesk } from '../desk-context.ts';
import { RULES_WORDS } from './rules-words.ts';

interface RuleJsonProps {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}

/** The whole rule as text. What is JSON is taken at once; whether it is a rule the server says when it is saved or run. */
export function RuleJson({ rule, onChange }: RuleJsonProps) {
  const words = RULES_WORDS[useDesk().language];
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? JSON.stringify(rule, null, 2);
  const type = (next: string) => {
    const parsed = parse(next);
    // The name is how the list knows it: copies get theirs.
    if (parsed) onChange({ ...parsed, id: rule.id });
    setTyped(parsed ? null : next);
  };
  return (
    <details className="rule-json">
      <summary>{words.all}</summary>
      <textarea
        className="field-input"
        aria-label={words.all}
        aria-invalid={typed !== null}
        spellCheck={false}
        rows={18}
        value={text}
        onChange={({ target }) => type(target.value)}
      />
      {typed !== null && (
        <p className="warn" role="status">
          {words.notJson}
        </p>
      )}
    </details>
  );
}

/** Undefined: no JSON, or none that the fields could show. */
function parse(text: string): Rule | undefined {
  try {
    const value: Partial<Rule> | null = JSON.parse(text);
    const isShown = ['title', 'condition', 'cause', 'consequence', 'action', 'owner'].every(
      (name) => typeof Object(value)[name] === 'object',
    );
    return isShown && hasCondition(value?.condition) ? (value as Rule) : undefined;
  } catch {
    return undefined;
  }
}

const ASKING = ['threshold', 'change', 'rate', 'missing'];
const OTHER = ['stale-source', 'outage'];

function hasCondition(condition: unknown): boolean {
  const { kind, query }: { kind?: unknown; query?: unknown } = Object(condition);
  const isQuery = typeof query === 'object' && query !== null;
  return OTHER.includes(String(kind)) || (ASKING.includes(String(kind)) && isQuery);
}
