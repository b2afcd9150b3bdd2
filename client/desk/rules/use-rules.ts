import { useMemo, useState } from 'react';
import type { Rules } from '../../../shared/alarm/rule.ts';
import { findRuleFaults, type RuleFault } from '../../../shared/alarm/rule-faults.ts';
import type { RulesTold } from '../../../shared/alarm/rules-desk.ts';
import { callErrorOf } from '../call-server.ts';
import { type DeskSurroundings, useDesk } from '../desk-context.ts';
import { useAsked } from '../use-asked.ts';
import { useNews } from '../use-news.ts';

export interface RulesDesk {
  /** In force; null before the first answer. */
  readonly told: RulesTold | null;
  /** As they would be saved. */
  readonly rules: Rules;
  readonly isChanged: boolean;
  /** What the pages' own checks find, before the server is asked. */
  readonly faults: readonly RuleFault[];
  /** What the server said to the last save: '' nothing. */
  readonly refusal: string;
  readonly isSaved: boolean;
  change(rules: Rules): void;
  revert(): void;
  save(reason: string): Promise<void>;
  readonly news: number;
}

const NONE: Rules = [];

/** The rules in force, a draft over them, and its saving as the next version. */
export function useRules(): RulesDesk {
  const desk = useDesk();
  const { version, renew } = useNews('document.rules');
  const { value: told } = useAsked<RulesTold>('/api/v1/rules', version);
  const [draft, setDraft] = useState<Rules | null>(null);
  const [refusal, setRefusal] = useState('');
  const [isSaved, setSaved] = useState(false);
  const rules = draft ?? told?.rules ?? NONE;
  const faults = useMemo(() => findRuleFaults(rules, surroundingsOf(desk)), [rules, desk]);
  const set = (next: Rules | null) => {
    setDraft(next);
    setRefusal('');
    setSaved(false);
  };
  const save = async (reason: string) => {
    try {
      const body = { ifVersion: told?.version ?? 0, reason, rules };
      await desk.server.json('/api/v1/rules', { method: 'PUT', body });
      set(null);
      setSaved(true);
    } catch (error) {
      const { code, message } = callErrorOf(error);
      setRefusal(`${code} ${message}`);
    }
    renew();
  };
  const state = { told, rules, isChanged: draft !== null, faults, refusal, isSaved, news: version };
  return { ...state, change: set, revert: () => set(null), save };
}

function surroundingsOf({ measures, borders, names }: DeskSurroundings) {
  return {
    measure: (id: string) => measures.get(id),
    hasUnit: (code: string) => borders.unit(code) !== undefined,
    hasSource: (code: string) => names.get('source')?.has(code) ?? false,
  };
}
