import { ALARM_MEASURES } from '../../measure/alarm-measures.ts';
import type { Query } from '../../query/query.ts';
import type { Tile, TileKind } from '../board.ts';
import { KIND_WORDS } from './setting-words.ts';

/** What of a province a new tile may speak of. */
export interface TileGround {
  /** Root unit. */
  readonly unit: string;
  /** A layer of the pack's boundaries; undefined: a map cannot be drawn. */
  readonly boundaries: string | undefined;
  /** A printed figure; undefined: there is none to show. */
  readonly figure: string | undefined;
}

/** A tile to begin with, at the size it needs; null where the province has nothing for it to show. */
export function newTile(kind: TileKind, ground: TileGround): Tile | null {
  return STARTS[kind](ground);
}

type Start<K extends TileKind> = (ground: TileGround) => Extract<Tile, { kind: K }> | null;

const frame = (kind: TileKind, w: number, h: number) => ({
  id: kind,
  area: { x: 0, y: 0, w, h },
  title: { ...KIND_WORDS[kind] },
});
const ask = (unit: string, measure: string, over: Partial<Query> = {}): Query => ({
  measures: [measure],
  unit,
  period: { relative: 'last-12-months' },
  ...over,
});
const byDistrict = { by: ['unit'], level: 'district' } satisfies Partial<Query>;
const RECEIVED = 'dossier.received';
const ON_TIME = 'dossier.onTimeRate';
const named = { vi: 'Hồ sơ tiếp nhận', en: 'Dossiers received' } as const;

const STARTS: { readonly [K in TileKind]: Start<K> } = {
  number: ({ unit }) => ({
    ...frame('number', 8, 4),
    kind: 'number',
    query: ask(unit, RECEIVED),
    measure: RECEIVED,
    size: 'large',
  }),
  trend: ({ unit }) => ({
    ...frame('trend', 8, 5),
    kind: 'trend',
    query: ask(unit, RECEIVED, { grain: 'month' }),
    measures: [RECEIVED],
    chart: 'bar',
  }),
  ranking: ({ unit }) => ({
    ...frame('ranking', 7, 6),
    kind: 'ranking',
    query: ask(unit, ON_TIME, byDistrict),
    measure: ON_TIME,
    by: 'unit',
    order: 'worst-first',
    mark: 'bar',
    limit: 6,
  }),
  table: ({ unit }) => ({
    ...frame('table', 10, 6),
    kind: 'table',
    query: ask(unit, RECEIVED, byDistrict),
    by: 'unit',
    columns: [{ measure: RECEIVED, label: { vi: 'Tiếp nhận', en: 'Received' } }],
    limit: 5,
  }),
  bullet: ({ unit }) => ({
    ...frame('bullet', 8, 3),
    kind: 'bullet',
    rows: [
      {
        label: { vi: 'Đúng hạn', en: 'On time' },
        query: ask(unit, ON_TIME, { compare: 'target' }),
        measure: ON_TIME,
      },
    ],
  }),
  funnel: ({ unit }) => ({
    ...frame('funnel', 12, 4),
    kind: 'funnel',
    query: ask(unit, RECEIVED, { measures: [RECEIVED, 'dossier.resolved'] }),
    stages: [
      { label: { vi: 'Tiếp nhận', en: 'Received' }, measure: RECEIVED, count: 'sum' },
      { label: { vi: 'Giải quyết', en: 'Resolved' }, measure: 'dossier.resolved', count: 'sum' },
    ],
  }),
  composition: ({ unit }) => ({
    ...frame('composition', 12, 3),
    kind: 'composition',
    query: ask(unit, RECEIVED, { by: ['channel'] }),
    measure: RECEIVED,
    by: 'channel',
    parts: [
      { code: 'online-full', label: { vi: 'Toàn trình', en: 'Fully online' } },
      { code: 'online-partial', label: { vi: 'Một phần', en: 'Partly online' } },
      { code: 'direct', label: { vi: 'Trực tiếp', en: 'In person' } },
    ],
  }),
  'status-grid': ({ unit }) => ({
    ...frame('status-grid', 8, 3),
    kind: 'status-grid',
    query: ask(unit, ON_TIME, byDistrict),
    measure: ON_TIME,
    by: 'unit',
  }),
  indicators: ({ unit }) => ({
    ...frame('indicators', 8, 4),
    kind: 'indicators',
    rows: [{ query: ask(unit, RECEIVED), measure: RECEIVED, label: { ...named } }],
  }),
  map: ({ unit, boundaries }) =>
    boundaries === undefined
      ? null
      : {
          ...frame('map', 9, 8),
          kind: 'map',
          query: ask(unit, ON_TIME, byDistrict),
          measure: ON_TIME,
          boundaries,
        },
  facts: ({ figure }) =>
    figure === undefined ? null : { ...frame('facts', 8, 4), kind: 'facts', figures: [figure] },
  systems: () => ({
    ...frame('systems', 8, 3),
    kind: 'systems',
    systems: [{ label: { vi: 'Hệ thống', en: 'System' } }],
  }),
  situation: () => ({ ...frame('situation', 24, 12), kind: 'situation' }),
  'alarm-system': ({ unit }) => ({
    ...frame('alarm-system', 8, 6),
    kind: 'alarm-system',
    query: {
      measures: ALARM_MEASURES.map(({ id }) => id),
      ...{ unit, period: { relative: 'last-30-days' } },
    },
  }),
};
