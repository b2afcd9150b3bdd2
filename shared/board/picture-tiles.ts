import { Type } from 'typebox';
import { Query } from '../query/query.ts';
import { Bilingual, closed, Day, frame, limits } from './tile-parts.ts';

export const TrendTile = Type.Object(
  {
    ...frame,
    kind: Type.Literal('trend'),
    query: Query,
    /** Lines share one axis; `compare` in the query draws the other period as a quieter line. */
    measures: Type.Array(Type.String(), { minItems: 1, maxItems: 4 }),
    chart: Type.Enum(['line', 'bar', 'stacked']),
    /** Campaigns, drawn as bands behind the lines; both days belong to them. */
    bands: Type.Optional(
      Type.Array(Type.Object({ label: Bilingual, from: Day, to: Day }, closed), { maxItems: 4 }),
    ),
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
