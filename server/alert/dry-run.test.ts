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
  relive: async () => [],
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

const STALE: Rule = {
  ...{ ...SAMPLE_RULE, id: 'silent', condition: { kind: 'stale-source', cadences: 2 } },
  onDelaySeconds: 1800,
};
const HOUR_MS = 3_600_000;
/** A source of an hour's cadence that was silent from `fromHour` to `toHour` of the second of January. */
const silentFor = (fromHour: number, toHour: number): DryRunPorts => ({
  ...ports,
  relive: async ({ fromMs, toMs, stepMs }) => {
    const begunMs = Date.parse('2024-01-02T00:00:00+07:00');
    const [downMs, upMs] = [begunMs + fromHour * HOUR_MS, begunMs + toHour * HOUR_MS];
    return Array.from({ length: (toMs - fromMs) / stepMs + 1 }, (_, i) => {
      const atMs = fromMs + i * stepMs;
      const lastReceivedAt = atMs > downMs && atMs < upMs ? downMs : atMs;
      const sources = [{ source: 'mot-cua', cadenceSeconds: 3600, lastReceivedAt }];
      return { atMs, sources, outages: [] };
    });
  },
});

test('silent sources are lived through again step by step, with the delays of the rule', async () => {
  const run = await dryRun(STALE, 5, silentFor(8, 12));
  expect(run).toMatchObject({ raised: 1, stepMinutes: 10 });
  expect(run.days.map(({ day, raised, standing }) => `${day} ${raised} ${standing}`)).toEqual([
    ...['2024-01-01 0 0', '2024-01-02 1 0', '2024-01-03 0 0', '2024-01-04 0 0', '2024-01-05 0 0'],
  ]);
  expect(run.days[1]?.worst).toBeCloseTo(3.83, 2);
  // Beyond two cadences for twenty minutes only: within the delay.
  expect((await dryRun(STALE, 5, silentFor(8, 10.4))).raised).toBe(0);
  expect((await dryRun(STALE, 5, silentFor(22, 26))).days[2]).toMatchObject({ raised: 1 });
});

test('where the log holds nothing that could tell, the run is refused with its kind', async () => {
  await expect(dryRun(STALE, 5, ports)).rejects.toMatchObject({ code: 'IOC_ALARM_NO_HISTORY' });
});

const RATE: Rule = {
  ...SAMPLE_RULE,
  id: 'fast',
  condition: {
    ...{ kind: 'rate', is: 'above', limit: 5, overMinutes: 30, as: 'difference' },
    query: { measure: 'dossier.openLate', unit: '74', by: ['unit'], period: { relative: 'today' } },
  },
  ...{ onDelaySeconds: 0, offDelaySeconds: 0, minimumClearSeconds: 0 },
};

test('how fast a figure moves is lived through again, the window before the first day included', async () => {
  const jumpMs = Date.parse('2024-01-03T10:05:00+07:00');
  const asked: number[] = [];
  const run = await dryRun(RATE, 5, {
    ...ports,
    relive: async ({ fromMs, toMs, stepMs, ...what }) => {
      asked.push(fromMs, stepMs);
      expect(what).toMatchObject({ kind: 'figures', query: { measures: ['dossier.openLate'] } });
      return Array.from({ length: (toMs - fromMs) / stepMs + 1 }, (_, i) => {
        const atMs = fromMs + i * stepMs;
        const values = { 'dossier.openLate': { value: atMs < jumpMs ? 10 : 16 } };
        const figures = { from: '', rows: [{ key: '718', unit: '718', values }] };
        return { atMs, sources: [], outages: [], figures };
      });
    },
  });
  expect(asked).toEqual([Date.parse('2023-12-31T23:30:00+07:00'), 600_000]);
  expect(run).toMatchObject({ raised: 1, stepMinutes: 10 });
  expect(
    run.days.map(({ day, raised, standing, worst }) => [day, raised, standing, worst]),
  ).toEqual([
    ['2024-01-01', 0, 0, 0],
    ['2024-01-02', 0, 0, 0],
    ['2024-01-03', 1, 0, 6],
    ['2024-01-04', 0, 0, 0],
    ['2024-01-05', 0, 0, 0],
  ]);
});
