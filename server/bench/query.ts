import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Query } from '../../shared/query/query.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { type LocalDay, localDayOf, parseDay } from '../../shared/unit/local-day.ts';
import { FlowCube } from '../fold/cube.ts';
import { DOSSIER_FLOWS, type DossierFlow } from '../fold/flows.ts';
import { createFold } from '../fold/fold.ts';
import type { FoldView } from '../fold/view.ts';
import type { QueryContext } from '../query/context.ts';
import { evaluate } from '../query/evaluate.ts';
import { type Line, milliseconds, numberFlag, printTable, quantile } from './report/table.ts';

/**
 * Queries over the totals of `--dossiers` (default 10,000,000) dossiers of five years in `--series` (default 20,000)
 * combinations of unit, field, channel and status, as the fold would hold them.
 */
const DOSSIERS = numberFlag('dossiers', 10_000_000);
const SERIES = numberFlag('series', 20_000);
const ROUNDS = numberFlag('rounds', 60);
const FIRST = parseDay('2019-01-01') as LocalDay;
const DAYS = 1826;

const named = (code: string) => ({ code, name: { vi: code, en: code } });
const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const unit = (code: string, level: 'district' | 'commune' | 'department', parent: string) => ({
  code,
  name: code,
  shortName: code,
  level,
  parent,
});
const DISTRICTS = range(9).map((i) => `d${i}`);
const COMMUNES = range(91).map((i) => `c${i}`);
const DEPARTMENTS = range(21).map((i) => `s${i}`);
const FIELDS = range(24).map((i) => `f${i}`);
const CHANNELS = ['online-full', 'online-partial', 'post', 'direct'];

const PACK: Pack = {
  slug: 'bench',
  name: { vi: 'Tỉnh', en: 'Province' },
  root: '74',
  units: [
    { code: '74', name: '74', shortName: '74', level: 'province' },
    ...DISTRICTS.map((code) => unit(code, 'district', '74')),
    ...COMMUNES.map((code, i) => unit(code, 'commune', `d${i % 9}`)),
    ...DEPARTMENTS.map((code) => unit(code, 'department', '74')),
  ],
  agencies: [],
  fields: FIELDS.map(named),
  zones: [],
  junctions: [],
  owners: [],
  programmes: [],
};

/** The same numbers on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

function fillCube(dossiers: number, seriesCount: number): FlowCube<DossierFlow> {
  const cube = new FlowCube(
    ['unit', 'level', 'field', 'agency', 'channel', 'status'],
    DOSSIER_FLOWS,
  );
  const random = createRandom(2023);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const units = [...DISTRICTS, ...COMMUNES, ...DEPARTMENTS];
  while (cube.seriesCount < seriesCount) {
    const code = pick(units);
    cube.series([code, 'district', pick(FIELDS), code, pick(CHANNELS), pick(['4', '9', '10'])]);
  }
  const flow = (name: DossierFlow) => cube.flowId(name);
  for (let n = 0; n < dossiers; n++) {
    const series = Math.floor(random() * seriesCount);
    const received = (FIRST + Math.floor(random() * DAYS)) as LocalDay;
    const resolved = (received + Math.floor(random() * 20)) as LocalDay;
    cube.add(flow('received'), series, received, 1);
    if (random() < 0.015) continue;
    cube.add(flow(random() < 0.98 ? 'onTime' : 'late'), series, resolved, 1);
    if (random() < 0.29) cube.add(flow('returnedByPost'), series, resolved, 1);
  }
  return cube;
}

function contextOf(cube: FlowCube<DossierFlow>): QueryContext {
  const now = Date.parse('2023-12-29T16:42:00+07:00');
  const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  const view: FoldView = { ...fold, seq: 1, dossiers: cube, dataTo: () => now };
  return {
    view,
    catalogue: createCatalogue([]),
    territory: createTerritory(PACK),
    targets: [],
    now,
    bordersDay: localDayOf(now),
    scope: ['74'],
    epoch: 'bench',
  };
}

const year = { from: '2023-01-01', to: '2023-12-31' };
const yearToDate = { from: '2023-01-01', to: '2023-12-29' };
const query = (own: Partial<Query> & Pick<Query, 'measures'>): Query => ({
  unit: '74',
  period: year,
  ...own,
});
const received = ['dossier.received'];
const rate = ['dossier.onTimeRate'];

const WALL: readonly (readonly [string, Query])[] = [
  ['received in the year', query({ measures: received })],
  [
    'on-time rate to date against last year',
    query({ measures: rate, period: yearToDate, compare: 'same-period-last-year' }),
  ],
  [
    'open, in term, late and due soon today',
    query({
      measures: ['dossier.open', 'dossier.openInTerm', 'dossier.openLate', 'dossier.dueSoon'],
      period: { relative: 'today' },
    }),
  ],
  ['rate by district', query({ measures: rate, by: ['unit'], level: 'district' })],
  ['received by channel', query({ measures: received, by: ['channel'] })],
  [
    'four figures by field, first eight',
    query({
      measures: [...received, 'dossier.resolved', ...rate, 'dossier.open'],
      by: ['field'],
      top: { n: 8, order: 'descending' },
    }),
  ],
  [
    'received by month against last year',
    query({ measures: received, grain: 'month', compare: 'same-period-last-year' }),
  ],
];

const DESK: readonly (readonly [string, Query])[] = [
  [
    'four figures of each of 121 units',
    query({ measures: [...received, 'dossier.resolved', ...rate, 'dossier.open'], by: ['unit'] }),
  ],
  [
    'one district by commune',
    query({ measures: [...received, ...rate], unit: 'd3', by: ['unit'], level: 'commune' }),
  ],
  ['rate by field and channel', query({ measures: rate, by: ['field', 'channel'] })],
  [
    'rate by month against last year',
    query({ measures: rate, grain: 'month', compare: 'same-period-last-year' }),
  ],
];

const STUDIO: readonly (readonly [string, Query])[] = [
  ['received by day of a year', query({ measures: received, grain: 'day' })],
  ['rate by week of a year', query({ measures: rate, grain: 'week' })],
  [
    'open by month of five years',
    query({
      measures: ['dossier.open'],
      grain: 'month',
      period: { from: '2019-01-01', to: '2023-12-31' },
    }),
  ],
  ['received by field and month', query({ measures: received, by: ['field'], grain: 'month' })],
];

function measure(asked: Query, context: QueryContext, rounds: number): number[] {
  return range(rounds).map(() => {
    const start = performance.now();
    const { ok } = evaluate(asked, context);
    const ms = performance.now() - start;
    if (!ok) throw new Error('refused');
    return ms;
  });
}

const lines: Line[] = [];
const all: number[] = [];

function measureAll(group: string, queries: readonly (readonly [string, Query])[]): void {
  for (const [name, asked] of queries) {
    const [first = 0, ...rest] = measure(asked, context, ROUNDS);
    all.push(first, ...rest);
    const spread = `p50 ${milliseconds(quantile(rest, 0.5))}, p99 ${milliseconds(quantile(rest, 0.99))}, first ${milliseconds(first)}`;
    lines.push({ what: `${group}: ${name}`, measured: spread });
  }
}

/** The wall's questions once more after each batch: what they keep follows the cube. */
function measureFollowing(): void {
  const cube = context.view.dossiers as FlowCube<DossierFlow>;
  const times = range(ROUNDS).map((round) => {
    for (let n = 0; n < 4000; n++)
      cube.add(cube.flowId('received'), (n * 7919 + round) % SERIES, (FIRST + 1800) as LocalDay, 1);
    return WALL.reduce((ms, [, asked]) => ms + (measure(asked, context, 1)[0] ?? 0), 0);
  });
  lines.push({
    what: `the ${WALL.length} wall queries after every 4,000 changes`,
    measured: `p50 ${milliseconds(quantile(times, 0.5))}, p99 ${milliseconds(quantile(times, 0.99))}`,
  });
}

const small = contextOf(fillCube(Math.min(DOSSIERS, 500_000), Math.min(SERIES, 5000)));
const plain = measure(query({ measures: received }), small, 300).slice(20);
lines.push({
  what: 'a plain wall query over 5,000 series',
  measured: `p50 ${milliseconds(quantile(plain, 0.5))}, p99 ${milliseconds(quantile(plain, 0.99))}`,
  budget: '≤ 1 ms',
});
const context = contextOf(fillCube(DOSSIERS, SERIES));
measureAll('wall', WALL);
measureAll('desk', DESK);
measureAll('studio', STUDIO);
measureFollowing();
lines.push({
  what: 'all of these, first ones included',
  measured: `p99 ${milliseconds(quantile(all, 0.99))}, max ${milliseconds(quantile(all, 1))}`,
  budget: 'p99 ≤ 50 ms',
});
printTable(
  `queries over ${DOSSIERS.toLocaleString('en')} dossiers in ${SERIES.toLocaleString('en')} series`,
  lines,
);
