import { expect, test } from 'vitest';
import type { Targets } from './pack.ts';
import { findTargetFaults } from './target-faults.ts';

const target: Targets[number] = {
  measure: 'dossier.onlineShare',
  kind: 'target',
  value: 80,
  unit: '74',
  validFrom: '2023-01-01',
  validTo: '2023-12-31',
  setBy: { vi: 'UBND tỉnh', en: 'Provincial committee' },
};
const faults = (...targets: Targets) => findTargetFaults(targets).map(({ where }) => where);

test('a later decision about the same days is a version, two of the same day are a fault', () => {
  const first = { ...target, decidedOn: '2023-01-15' };
  expect(faults(first, { ...target, value: 85, decidedOn: '2023-06-30' })).toEqual([]);
  expect(faults(first, { ...target, value: 85, decidedOn: '2023-01-15' })).toEqual(['1/validFrom']);
  expect(faults(target, { ...target, validFrom: '2023-12-31', validTo: '2024-12-31' })).toEqual([
    '1/validFrom',
  ]);
});

test('other units, kinds, levels and days do not stand in one another’s way', () => {
  const next = { ...target, validFrom: '2024-01-01', validTo: '2024-12-31' };
  const others: Targets = [
    { ...target, unit: '718' },
    { ...target, kind: 'plan' },
    { ...target, filter: { level: ['commune'] } },
    { ...target, measure: 'dossier.onTimeRate' },
    next,
  ];
  expect(faults(target, ...others)).toEqual([]);
});

test('days that no calendar has, and ends before beginnings, are faults', () => {
  expect(faults({ ...target, validFrom: '2023-02-30' })).toEqual(['0/validFrom']);
  expect(faults({ ...target, decidedOn: '2023-13-01' })).toEqual(['0/decidedOn']);
  expect(faults({ ...target, validTo: '2022-12-31' })).toEqual(['0/validTo']);
});
