import type { CameraOutage } from '../../shared/alarm/outage.ts';
import type { Rule, Rules } from '../../shared/alarm/rule.ts';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Answer, Cell } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import { type AlarmJournal, Alarms, type RulesInForce } from './alarms.ts';
import type { SourceSilence } from './other-readings.ts';

const text = (words: string) => ({ vi: words, en: words });

/** A rule without delays about open late dossiers of each district. */
export const SAMPLE_RULE: Rule = {
  id: 'open-late',
  title: text('Hồ sơ trễ hạn'),
  condition: {
    kind: 'threshold',
    query: {
      measure: 'dossier.openLate',
      unit: '74',
      by: ['unit'],
      level: 'district',
      period: { relative: 'today' },
    },
    is: 'above',
    limit: 10,
    deadBand: 2,
  },
  priority: 3,
  onDelaySeconds: 0,
  offDelaySeconds: 0,
  minimumClearSeconds: 0,
  latches: false,
  cause: text('Hồ sơ tồn'),
  consequence: text('Dân chờ'),
  action: text('Đôn đốc'),
  owner: { unit: '74' },
  responseMinutes: 60,
};

/** What the core would answer, set by a test. */
export interface SampleWorld {
  nowMs: number;
  rules: Rules;
  /** By measure, then unit. */
  values: Record<string, Record<string, number | null>>;
  sources: SourceSilence[];
  outages: CameraOutage[];
  /** Code of a refusal instead of answers. */
  refused: string | undefined;
  asked: Query[];
}

export function newWorld(rules: Rules): SampleWorld {
  const nothing = { values: {}, sources: [], outages: [], refused: undefined, asked: [] };
  return { nowMs: Date.parse('2024-01-02T08:00:00+07:00'), rules, ...nothing };
}

const catalogue = createCatalogue([]);

/** The alarms of a world, standing where the journal says. */
export function openSampleAlarms(
  world: SampleWorld,
  journal: AlarmJournal,
  rules: () => RulesInForce = () => ({ version: 0, rules: world.rules }),
): Promise<Alarms> {
  return Alarms.open({
    finding: {
      measure: catalogue.get,
      query: async (query) => {
        world.asked.push(query);
        return world.refused ? { refused: { code: world.refused } } : answerOf(world, query);
      },
      sources: async () => world.sources,
      outages: async () => world.outages,
      root: '74',
    },
    journal,
    rules,
    now: () => world.nowMs,
    realNow: () => world.nowMs,
    onUnanswered: () => undefined,
  });
}

function answerOf({ values, nowMs }: SampleWorld, { measures, by = [] }: Query): Answer {
  const [measure = ''] = measures;
  const rows = Object.entries(values[measure] ?? {}).map(([unit, value]) => {
    const cell: Cell = value === null ? { value, reason: 'IOC_QUERY_NO_DATA' } : { value };
    return { key: unit, values: { [measure]: cell }, ...(by.includes('unit') ? { unit } : {}) };
  });
  const frame = { epoch: 'e', seq: 1, asOf: new Date(nowMs).toISOString() };
  const period = { from: '2024-01-02', to: '2024-01-02' };
  return { ...frame, period, freshness: { dataTo: nowMs, closed: false }, rows };
}
