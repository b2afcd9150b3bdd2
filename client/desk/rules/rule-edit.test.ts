import { expect, test } from 'vitest';
import type { Rule } from '../../../shared/alarm/rule.ts';
import { numbersOf, switched, withConditionNumber, withCopy, withRule } from './rule-edit.ts';

const text = { vi: 'x', en: 'x' };
const rule: Rule = {
  ...{ id: 'open-late', title: text, priority: 3, latches: false, owner: { unit: '74' } },
  condition: {
    kind: 'threshold',
    query: { measure: 'dossier.openLate', unit: '74', period: { relative: 'today' } },
    is: 'above',
    limit: 10,
  },
  ...{ onDelaySeconds: 0, offDelaySeconds: 0, minimumClearSeconds: 0, responseMinutes: 60 },
  ...{ cause: text, consequence: text, action: text },
};

test('a condition offers the numbers of its kind, a limit that is the target is none', () => {
  expect(numbersOf(rule.condition)).toEqual([
    ['limit', 10],
    ['deadBand', 0],
  ]);
  expect(numbersOf({ ...rule.condition, limit: 'target' } as Rule['condition'])).toEqual([
    ['deadBand', 0],
  ]);
  expect(numbersOf({ kind: 'stale-source', cadences: 4 })).toEqual([['cadences', 4]]);
  const { query } = rule.condition as Extract<Rule['condition'], { kind: 'threshold' }>;
  const rate = { kind: 'rate', query, is: 'above', limit: 5, as: 'percent' } as const;
  expect(numbersOf({ ...rate, overMinutes: 30 }).at(-1)).toEqual(['overMinutes', 30]);
});

test('one rule of the list changes, the others stay the same objects', () => {
  const other = { ...rule, id: 'other' };
  const changed = withRule([rule, other], 'open-late', (each) =>
    withConditionNumber(each, 'limit', 12),
  );
  expect(numbersOf(changed[0]?.condition ?? rule.condition)[0]).toEqual(['limit', 12]);
  expect(changed[1]).toBe(other);
});

test('a copy stands behind its rule, off, under a free name', () => {
  const { rules, id } = withCopy([rule, { ...rule, id: 'open-late-2' }], 'open-late');
  expect(id).toBe('open-late-3');
  expect(rules.map((each) => each.id)).toEqual(['open-late', 'open-late-3', 'open-late-2']);
  expect(rules[1]?.off).toBe(true);
});

test('switched on again a rule is as it was', () => {
  expect(switched(switched(rule, true), false)).toEqual(rule);
});
