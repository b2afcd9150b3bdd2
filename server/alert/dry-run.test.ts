import { expect, test } from 'vitest';
import type { Rule } from '../../shared/alarm/rule.ts';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import { isoDay, type LocalDay } from '../../shared/unit/local-day.ts';
import { type DryRunPorts, dryRun } from './dry-run.ts';
import { SAMPLE_RULE } from './sample-alarms.ts';

const NOW_MS = Date.parse('2024-01-06T09:00:00+07:00');
/** Open late at the end of each day, by unit. */
const HISTORY: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '2023-12-31': { 718: 20, 719: 0 },
  '2024-01-01': { 718: 20, 719: 0 },
  '2024-01-02': { 718: 9, 719: 11 },
  '2024-01-03': { 718: 8, 719: 12 },
  '2024-01-04': { 718: 30, 719: 9 },
  '2024-01-05': { 718: 2, 719: 1 },
};

const ports: DryRunPorts = {
  measure: createCatalogue([]).get,
  root: '74',
  now: () => NOW_MS,
  spanOn: (_, day: LocalDay) => ({ from: isoDay(day), to: isoDay(day) }),
  query: async ({ measures, period }) => {
    const day = 'to' in period ? period.to : '';
    const rows = Object.entries(HISTORY[day] ?? {}).map(([unit, value]) => ({
      ...{ key: unit, unit },
      values: { [measures[0] ?? '']: { value } },
    }));
    const frame = { epoch: 'e', seq: 1, asOf: '', period: { from: day, to: day } };
    return { ...frame, freshness: { dataTo: null, closed: true }, rows };
  },
};

const told = async (rule: Rule, days: number) =>
  (await dryRun(rule, days, ports)).days.map(({ day, raised, standing, worst }) => [
    ...[day.slice(8), raised, standing, worst],
  ]);

test('alarms that would have come up, those that would have stood, and the worst value of each day', async () => {
  expect(await told(SAMPLE_RULE, 5)).toEqual([
    // What stood the day before has not come up again.
    ['01', 0, 1, 20],
    // Nine is still inside the dead band.
    ['02', 1, 2, 11],
    ['03', 0, 1, 12],
    ['04', 1, 2, 30],
    ['05', 0, 0, 2],
  ]);
});

test('a group is one alarm in a dry run as well', async () => {
  const grouped = await dryRun({ ...SAMPLE_RULE, groupBy: 'rule' }, 5, ports);
  expect(grouped.raised).toBe(0);
  expect(grouped.days.map(({ standing }) => standing)).toEqual([1, 1, 1, 1, 0]);
});

test('a rule without figures by day is refused with its kind', async () => {
  const condition = { kind: 'stale-source' as const, cadences: 3 };
  await expect(dryRun({ ...SAMPLE_RULE, condition }, 5, ports)).rejects.toMatchObject({
    code: 'IOC_ALARM_NO_HISTORY',
  });
});
