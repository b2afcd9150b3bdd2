import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { createCatalogue } from '../measure/catalogue.ts';
import { Rule, type Rules } from './rule.ts';
import { findRuleFaults } from './rule-faults.ts';

const text = (vi: string, en: string) => ({ vi, en });

const rule: Rule = {
  id: 'on-time-low',
  title: text('Tỷ lệ đúng hạn dưới chỉ tiêu', 'On-time rate below target'),
  condition: {
    kind: 'threshold',
    query: {
      measure: 'dossier.onTimeRate',
      unit: '74',
      by: ['unit'],
      level: 'district',
      period: { relative: 'this-month' },
    },
    is: 'below',
    limit: 'target',
    deadBand: 0.5,
  },
  priority: 2,
  onDelaySeconds: 600,
  offDelaySeconds: 600,
  minimumClearSeconds: 3600,
  latches: false,
  cause: text('Hồ sơ giải quyết trễ tăng', 'More dossiers are settled late'),
  consequence: text('Không đạt chỉ tiêu năm', 'The yearly target is missed'),
  action: text('Giao đơn vị rà soát hồ sơ sắp đến hạn', 'Have the unit check what is due soon'),
  owner: { unit: '74' },
  responseMinutes: 240,
};
const camera: Rule = {
  ...rule,
  id: 'camera-outage',
  condition: { kind: 'outage', unit: '74', silence: false, minCameras: 1 },
};

const catalogue = createCatalogue([]);
const faults = (...rules: Rules) =>
  findRuleFaults(rules, {
    measure: catalogue.get,
    hasUnit: (code) => code === '74',
    hasSource: (code) => code === 'mot-cua',
  }).map(({ where }) => where);

test('a rule of each kind of condition is taken, one with a field that nobody knows is not', () => {
  const { query } = rule.condition as Extract<Rule['condition'], { kind: 'threshold' }>;
  const conditions: Rule['condition'][] = [
    rule.condition,
    camera.condition,
    { kind: 'change', query, is: 'above', limit: 10, overDays: 7, as: 'percent' },
    { kind: 'missing', query },
    { kind: 'stale-source', cadences: 3, sources: ['mot-cua'] },
  ];
  for (const condition of conditions) {
    expect(Value.Check(Rule, { ...rule, condition })).toBe(true);
    expect(faults({ ...rule, condition })).toEqual([]);
  }
  expect(Value.Check(Rule, { ...rule, colour: 'red' })).toBe(false);
  const strange = { ...rule.condition, query: { ...query, compare: 'target' } };
  expect(Value.Check(Rule, { ...rule, condition: strange })).toBe(false);
  expect(Value.Check(Rule, { ...rule, owner: {} })).toBe(false);
});

test('codes that name nothing are told with their place', () => {
  const { query, ...rest } = rule.condition as Extract<Rule['condition'], { kind: 'threshold' }>;
  const asking = (changed: object): Rule => ({
    ...rule,
    condition: { ...rest, query: { ...query, ...changed } },
  });
  expect(faults(asking({ measure: 'dossier.none' }))).toEqual(['0/condition/query/measure']);
  expect(faults(asking({ unit: '99' }))).toEqual(['0/condition/query/unit']);
  expect(faults(asking({ by: ['camera'] }))).toEqual(['0/condition/query/by']);
  expect(faults({ ...rule, owner: { unit: '99' } })).toEqual(['0/owner/unit']);
  const stale: Rule = {
    ...rule,
    condition: { kind: 'stale-source', cadences: 2, sources: ['mot-cua', 'fax'] },
  };
  expect(faults(stale)).toEqual(['0/condition/sources/1']);
});

test('two rules of one name, and a cause that is no rule, are faults', () => {
  expect(faults(rule, rule)).toEqual(['1/id']);
  expect(faults({ ...rule, suppressedBy: [{ rule: 'flood' }] })).toEqual(['0/suppressedBy/0/rule']);
  expect(faults({ ...rule, suppressedBy: [{ rule: 'camera-outage' }] }, camera)).toEqual([]);
});

test('rules that would silence one another in a ring are faults', () => {
  const ring: Rules = [
    { ...rule, suppressedBy: [{ rule: 'camera-outage' }] },
    { ...camera, suppressedBy: [{ rule: 'on-time-low' }] },
  ];
  expect(faults(...ring)).toEqual(['0/suppressedBy/0/rule', '1/suppressedBy/0/rule']);
  expect(faults({ ...rule, suppressedBy: [{ rule: 'on-time-low' }] })).toEqual([
    '0/suppressedBy/0/rule',
  ]);
});

test('steps of an escalation follow one another in time', () => {
  const step = (afterMinutes: number) => ({ afterMinutes, to: text('Lãnh đạo ca', 'Shift lead') });
  expect(faults({ ...rule, escalation: [step(15), step(60)] })).toEqual([]);
  expect(faults({ ...rule, escalation: [step(60), step(15)] })).toEqual([
    '0/escalation/1/afterMinutes',
  ]);
});
