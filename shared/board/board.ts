import { type Static, Type } from 'typebox';
import {
  AlarmSystemTile,
  BulletTile,
  FactsTile,
  IndicatorsTile,
  NumberTile,
  SituationTile,
  SystemsTile,
} from './figure-tiles.ts';
import {
  CompositionTile,
  FunnelTile,
  MapTile,
  RankingTile,
  StatusGridTile,
  TableTile,
  TrendTile,
} from './picture-tiles.ts';
import { Bilingual, closed } from './tile-parts.ts';

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
  FactsTile,
  SystemsTile,
  SituationTile,
  AlarmSystemTile,
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
