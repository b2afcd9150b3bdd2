import { type Static, Type } from 'typebox';
import { Query } from '../query/query.ts';

const Bilingual = Type.Object(
  { vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);

/** Cells of the board's 24 × 12 grid: left, top, width, height. */
export const Area = Type.Object(
  {
    x: Type.Integer({ minimum: 0, maximum: 23 }),
    y: Type.Integer({ minimum: 0, maximum: 11 }),
    w: Type.Integer({ minimum: 1, maximum: 24 }),
    h: Type.Integer({ minimum: 1, maximum: 12 }),
  },
  { additionalProperties: false },
);

const frame = {
  id: Type.String({ pattern: '^[a-z0-9-]+$' }),
  area: Area,
  /** Measure, scope, period and base in words: "Tỷ lệ đúng hạn (trên hồ sơ đã giải quyết)". */
  title: Bilingual,
  /** Scope and period line, e.g. "Sở, ban, ngành · năm 2023". */
  scope: Type.Optional(Bilingual),
};
const limits = {
  /** Beyond these the value is abnormal (amber, red), with a mark and a word. */
  warnBelow: Type.Optional(Type.Number()),
  warnAbove: Type.Optional(Type.Number()),
  alarmBelow: Type.Optional(Type.Number()),
  alarmAbove: Type.Optional(Type.Number()),
};
const closed = { additionalProperties: false };

/** A second figure under a number: "{value} trễ hạn". */
const Note = Type.Object(
  {
    measure: Type.String(),
    label: Bilingual,
    part: Type.Optional(Type.Enum(['value', 'num', 'den'])),
  },
  closed,
);

export const NumberTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('number'),
    query: Query,
    measure: Type.String(),
    size: Type.Enum(['hero', 'large', 'medium', 'small']),
    compareLabel: Type.Optional(Bilingual),
    notes: Type.Optional(Type.Array(Note, { maxItems: 3 })),
    /** A query with a grain over the same measure. */
    sparkline: Type.Optional(Query),
    /** Id in `published.json`; printed and computed are both shown where they differ. */
    published: Type.Optional(Type.String()),
    ...limits,
  },
  closed,
);

export const TrendTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('trend'),
    query: Query,
    /** Lines share one axis; `compare` in the query draws the other period as a quieter line. */
    measures: Type.Array(Type.String(), { minItems: 1, maxItems: 4 }),
    chart: Type.Enum(['line', 'bar', 'stacked']),
  },
  closed,
);

export const RankingTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('ranking'),
    query: Query,
    measure: Type.String(),
    by: Type.String(),
    order: Type.Enum(['best-first', 'worst-first', 'descending']),
    /** `dot` for rates near their limit: a dot on a cut scale instead of a bar. */
    mark: Type.Enum(['bar', 'dot']),
    limit: Type.Integer({ minimum: 1, maximum: 20 }),
    ...limits,
  },
  closed,
);

export const TableTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('table'),
    query: Query,
    by: Type.String(),
    columns: Type.Array(Type.Object({ measure: Type.String(), label: Bilingual }, closed), {
      minItems: 1,
      maxItems: 6,
    }),
    limit: Type.Integer({ minimum: 1, maximum: 24 }),
  },
  closed,
);

export const BulletTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('bullet'),
    rows: Type.Array(
      Type.Object({ label: Bilingual, query: Query, measure: Type.String() }, closed),
      { minItems: 1, maxItems: 8 },
    ),
    ...limits,
  },
  closed,
);

/** Stages of a roll-out; each stage counts a measure's sum or the rows in which it is above zero. */
export const FunnelTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('funnel'),
    query: Query,
    stages: Type.Array(
      Type.Object(
        {
          label: Bilingual,
          measure: Type.String(),
          filter: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
          count: Type.Enum(['sum', 'rows']),
          /** A second count in small: "trong 11 KCN". */
          within: Type.Optional(Bilingual),
        },
        closed,
      ),
      { minItems: 2, maxItems: 7 },
    ),
  },
  closed,
);

export const CompositionTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('composition'),
    query: Query,
    measure: Type.String(),
    by: Type.String(),
    /** Parts in drawing order with their names; others are summed as "Khác". */
    parts: Type.Array(Type.Object({ code: Type.String(), label: Bilingual }, closed), {
      minItems: 1,
      maxItems: 8,
    }),
  },
  closed,
);

/** One mark a thing (zone, junction, source …), coloured only when abnormal. */
export const StatusGridTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('status-grid'),
    query: Query,
    measure: Type.String(),
    by: Type.String(),
    ...limits,
  },
  closed,
);

export const IndicatorsTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('indicators'),
    /** One query an indicator: value, vintage, period, comparison. */
    rows: Type.Array(Type.Object({ query: Query, measure: Type.String() }, closed), {
      minItems: 1,
      maxItems: 24,
    }),
  },
  closed,
);

export const MapTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('map'),
    /** Choropleth: one row a unit. */
    query: Type.Optional(Query),
    measure: Type.Optional(Type.String()),
    /** A layer in `boundaries/` that must be there; the one drawn follows the rows' level and the time asked. */
    boundaries: Type.String({ pattern: '^[a-z0-9-]+$' }),
    zones: Type.Optional(Type.Boolean()),
    junctions: Type.Optional(Type.Boolean()),
    /** Cameras by state, clustered. */
    cameras: Type.Optional(Type.Boolean()),
    /** A click on a district goes to its URL. */
    drill: Type.Optional(Type.Boolean()),
    ...limits,
  },
  closed,
);

export const Tile = Type.Union([
  NumberTile,
  TrendTile,
  RankingTile,
  TableTile,
  BulletTile,
  FunnelTile,
  CompositionTile,
  StatusGridTile,
  IndicatorsTile,
  MapTile,
]);
export type Tile = Static<typeof Tile>;
export type TileKind = Tile['kind'];

/** A scene of the wall: `boards/<id>.json`. */
export const Board = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    title: Bilingual,
    order: Type.Integer({ minimum: 0 }),
    /** Seconds a scene stays when rotating. */
    dwellSeconds: Type.Integer({ minimum: 15, maximum: 3600 }),
    /** Grid rows above which a hairline crosses the scene. */
    rules: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 11 }), { maxItems: 4 })),
    tiles: Type.Array(Tile, { minItems: 1, maxItems: 24 }),
  },
  closed,
);
export type Board = Static<typeof Board>;
