import type { Rule, RuleCondition, Rules } from '../../../shared/alarm/rule.ts';

/** Numbers of a rule that stand in fields of their own. */
export type RuleNumber =
  | 'onDelaySeconds'
  | 'offDelaySeconds'
  | 'minimumClearSeconds'
  | 'responseMinutes';
export const RULE_NUMBERS: readonly RuleNumber[] = [
  'onDelaySeconds',
  'offDelaySeconds',
  'minimumClearSeconds',
  'responseMinutes',
];

/** Numbers of a condition, by its kind; a limit that is the target is none. */
export type ConditionNumber =
  | 'limit'
  | 'deadBand'
  | 'cadences'
  | 'minCameras'
  | 'overDays'
  | 'overMinutes';

export function numbersOf(
  condition: RuleCondition,
): readonly (readonly [ConditionNumber, number])[] {
  switch (condition.kind) {
    case 'threshold': {
      const { limit, deadBand = 0 } = condition;
      return [...(limit === 'target' ? [] : [['limit', limit] as const]), ['deadBand', deadBand]];
    }
    case 'change':
    case 'rate': {
      const { limit, deadBand = 0 } = condition;
      return [
        ['limit', limit],
        ['deadBand', deadBand],
        condition.kind === 'rate'
          ? ['overMinutes', condition.overMinutes]
          : ['overDays', condition.overDays],
      ];
    }
    case 'stale-source':
      return [['cadences', condition.cadences]];
    case 'outage':
      return [['minCameras', condition.minCameras]];
    case 'missing':
      return [];
  }
}

/** The list with one rule changed. */
export function withRule(rules: Rules, id: string, change: (rule: Rule) => Rule): Rules {
  return rules.map((rule) => (rule.id === id ? change(rule) : rule));
}

export function withConditionNumber(rule: Rule, name: ConditionNumber, value: number): Rule {
  return { ...rule, condition: { ...rule.condition, [name]: value } as RuleCondition };
}

/** A rule switched off says so; one that is on says nothing. */
export function switched(rule: Rule, isOff: boolean): Rule {
  const { off: _, ...on } = rule;
  return isOff ? { ...on, off: true } : on;
}

/** A copy stands behind its rule, off, under a free name. */
export function withCopy(rules: Rules, id: string): { readonly rules: Rules; readonly id: string } {
  const place = rules.findIndex((rule) => rule.id === id);
  const rule = rules[place];
  if (!rule) return { rules, id };
  let count = 2;
  while (rules.some((each) => each.id === `${id}-${count}`)) count++;
  const copy = { ...rule, id: `${id}-${count}`, off: true };
  return { rules: rules.toSpliced(place + 1, 0, copy), id: copy.id };
}
