import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Answer, Cell, Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import type { IndicatorDefinition, Pack } from '../../shared/territory/pack.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import type { DossierFlow } from '../fold/flows.ts';
import type { CubeView, FoldView } from '../fold/view.ts';
import type { QueryContext } from './context.ts';
import { evaluate } from './evaluate.ts';

const named = (code: string, vi: string) => ({ code, name: { vi, en: vi } });
const below = (
  code: string,
  shortName: string,
  level: 'district' | 'commune' | 'department',
  parent: string,
) => ({ code, name: shortName, shortName, level, parent });
const site = (code: string, unit: string) => ({
  code,
  name: code,
  shortName: code,
  unit,
  lon: 106.7,
  lat: 11,
});

/** A small province: two districts with a commune each, a third that is not connected, one department. */
export const PACK: Pack = {
  slug: 'mau',
  name: { vi: 'Tỉnh mẫu', en: 'Sample province' },
  root: '74',
  units: [
    { code: '74', name: 'Tỉnh Bình Dương', shortName: 'Bình Dương', level: 'province' },
    below('718', 'Thủ Dầu Một', 'district', '74'),
    below('719', 'Bàu Bàng', 'district', '74'),
    below('726', 'Bắc Tân Uyên', 'district', '74'),
    below('25747', 'Phú Cường', 'commune', '718'),
    below('25819', 'Lai Uyên', 'commune', '719'),
    below('74-so', 'Sở Nội vụ', 'department', '74'),
  ],
  agencies: [],
  fields: [named('dat-dai', 'Đất đai'), named('ho-tich', 'Hộ tịch')],
  zones: [site('kcn-1', '718'), site('kcn-2', '719')],
  junctions: [site('nut-1', '718')],
  owners: [],
  programmes: [],
};

const indicator = (
  code: string,
  unit: string,
  rest: Pick<IndicatorDefinition, 'kind' | 'acrossUnits' | 'acrossTime'> &
    Partial<Pick<IndicatorDefinition, 'parts'>>,
): IndicatorDefinition => ({
  code,
  name: { vi: code, en: code },
  unit: { vi: unit, en: unit },
  decimals: 2,
  direction: 'higher',
  formula: { vi: code, en: code },
  publisher: 'Cục Thống kê tỉnh',
  ...rest,
});

const INDICATORS: readonly IndicatorDefinition[] = [
  indicator('GRDP_GROWTH', '%', { kind: 'rate', acrossUnits: 'none', acrossTime: 'none' }),
  indicator('IIP', '%', { kind: 'index', acrossUnits: 'none', acrossTime: 'published' }),
  indicator('RETAIL', 'tỷ đồng', { kind: 'flow', acrossUnits: 'sum', acrossTime: 'sum' }),
  indicator('HEALTH', '%', { kind: 'ratio', acrossUnits: 'recompute', acrossTime: 'last' }),
  indicator('SPENDING', 'tỷ đồng', {
    kind: 'flow',
    acrossUnits: 'sum-net-of-transfers',
    acrossTime: 'sum',
  }),
  indicator('STRUCTURE', '%', {
    kind: 'composition',
    acrossUnits: 'recompute',
    acrossTime: 'none',
    parts: [named('NLTS', 'Nông lâm thủy sản'), named('CNXD', 'Công nghiệp, xây dựng')],
  }),
];

export const CATALOGUE = createCatalogue(INDICATORS);
const TERRITORY = createTerritory(PACK);

export const day = (text: string) => parseDay(text) as LocalDay;
export const at = (text: string) => Date.parse(text);
export const YEAR_2023 = { from: '2023-01-01', to: '2023-12-31' } as const;

export function contextOf(view: FoldView, own: Partial<QueryContext> = {}): QueryContext {
  return {
    view,
    catalogue: CATALOGUE,
    territory: TERRITORY,
    targets: [],
    now: at('2024-01-05T09:00:00+07:00'),
    bordersDay: day('2026-11-25'),
    scope: ['74'],
    epoch: 'e1',
    ...own,
  };
}

export type Asking = Partial<Query> & Pick<Query, 'measures'>;

/** The answer to a query about the province in 2023 where nothing else is said. */
export function ask(context: QueryContext, query: Asking): Answer {
  const result = evaluate({ unit: '74', period: YEAR_2023, ...query }, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.answer;
}

export function refusal(context: QueryContext, query: Asking): string | undefined {
  const result = evaluate({ unit: '74', period: YEAR_2023, ...query }, context);
  return result.ok ? undefined : `${result.error.code} ${result.error.where ?? ''}`.trim();
}

/** The only cell of a one-row answer. */
export function cell(context: QueryContext, measure: string, query: Partial<Query> = {}): Cell {
  return cellIn(ask(context, { measures: [measure], ...query }).rows[0], measure);
}

export function cellIn(row: Row | undefined, measure: string): Cell {
  const found = row?.values[measure];
  if (!found) throw new Error(`no cell ${measure}`);
  return found;
}

/** `key: value` of each row, for a measure. */
export function column(answer: Answer, measure: string): Record<string, number | null> {
  return Object.fromEntries(answer.rows.map((row) => [row.key, cellIn(row, measure).value]));
}

export interface Posted extends Partial<Record<DossierFlow, number>> {
  readonly on: string;
  readonly unit?: string;
  readonly field?: string;
  readonly channel?: string;
}

interface WritableCube extends CubeView<DossierFlow> {
  series(values: readonly string[]): number;
  add(flow: number, series: number, day: LocalDay, amount: number): void;
}

/** Totals of dossiers put straight into a cube, without dossiers. */
export function post<Cube extends WritableCube>(cube: Cube, posted: readonly Posted[]): Cube {
  for (const { on, unit = '718', field = 'dat-dai', channel = 'direct', ...totals } of posted) {
    const series = cube.series([unit, 'district', field, 'H09', channel, '9']);
    for (const [flow, n] of Object.entries(totals))
      cube.add(cube.flowId(flow), series, day(on), n as number);
  }
  return cube;
}

export const timeOf = (text: string | null) => (text === null ? null : at(text));

/** A few dossiers in two districts, a department and a unit the pack does not know. */
export const SPREAD_EVENTS: readonly Posted[] = [
  { on: '2023-02-10', unit: '25747', received: 5, early: 4 },
  { on: '2023-02-11', unit: '718', field: 'ho-tich', received: 3, late: 2 },
  { on: '2023-05-20', unit: '25819', channel: 'online-full', received: 7, onTime: 7 },
  { on: '2023-05-20', unit: '74-so', received: 1 },
  { on: '2023-05-21', unit: 'unheard-of', received: 2 },
];
