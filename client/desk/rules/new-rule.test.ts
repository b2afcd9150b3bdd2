import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { Rule } from '../../../shared/alarm/rule.ts';
import { createCatalogue } from '../../../shared/measure/catalogue.ts';
import { faultsOf, freeIdOf, newDraft, RULE_KINDS, type RuleDraft, ruleOf } from './new-rule.ts';

const measures = new Map(createCatalogue([]).measures.map((measure) => [measure.id, measure]));
const draft = (own: Partial<RuleDraft> = {}): RuleDraft => ({
  ...newDraft('74'),
  ...{ title: 'Hồ sơ quá hạn tăng', measure: 'dossier.openLate', limit: '10' },
  ...{
    cause: 'Thiếu người',
    consequence: 'Chậm trả',
    action: 'Điều người',
    ownerRole: 'Trưởng ca',
  },
  ...own,
});

test('a form that is filled in is a rule of each kind, as the schema has it', () => {
  for (const kind of RULE_KINDS) {
    const filled = draft({ kind, split: 'district', source: 'mot-cua', silence: 'yes' });
    expect(faultsOf(filled, measures), kind).toEqual({});
    expect(Value.Check(Rule, ruleOf(filled, 'mot')), kind).toBe(true);
  }
});

test('an empty form says what is missing at each field, of its own kind only', () => {
  expect(Object.keys(faultsOf(newDraft('74'), measures)).sort()).toEqual([
    ...['action', 'cause', 'consequence', 'limit', 'measure', 'ownerRole', 'title'],
  ]);
  const outage = { ...newDraft('74'), kind: 'outage' };
  expect(faultsOf(outage, measures)).not.toHaveProperty('measure');
});

test('a number outside its range and a split that the measure does not know are said', () => {
  const faults = faultsOf(
    draft({ limit: 'x', responseMinutes: '0', onDelaySeconds: '1.5', split: 'district' }),
    measures,
  );
  expect(Object.keys(faults).sort()).toEqual(['limit', 'onDelaySeconds', 'responseMinutes']);
  const linked = draft({ measure: 'link.silent', split: 'district' });
  expect(faultsOf(linked, measures)).toEqual({ split: { kind: 'no-units' } });
});

test('a limit that is the target asks for no number, and a window is of five minutes to a day', () => {
  const target = draft({ against: 'target', limit: '' });
  expect(faultsOf(target, measures)).toEqual({});
  expect(ruleOf(target, 'a').condition).toMatchObject({ kind: 'threshold', limit: 'target' });
  expect(faultsOf(draft({ kind: 'rate', against: 'target', limit: '' }), measures)).toHaveProperty(
    'limit',
  );
  for (const overMinutes of ['4', '1441', '7.5'])
    expect(faultsOf(draft({ kind: 'rate', overMinutes }), measures)).toHaveProperty('overMinutes');
  expect(ruleOf(draft({ kind: 'rate', overMinutes: '90' }), 'a').condition).toMatchObject({
    ...{ kind: 'rate', overMinutes: 90, as: 'percent', limit: 10 },
  });
});

test('the name comes from the title and is free', () => {
  const first = ruleOf(draft(), freeIdOf(draft(), []));
  expect(first.id).toBe('ho-so-qua-han-tang');
  expect(freeIdOf(draft(), [first])).toBe('ho-so-qua-han-tang-2');
});
