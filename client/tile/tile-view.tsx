import { type ComponentType, lazy, Suspense } from 'react';
import type { Tile, TileKind } from '../../shared/board/board.ts';
import { ErrorFence } from '../ui/error-fence.tsx';
import { BulletTile } from './bullet/bullet-tile.tsx';
import { CompositionTile } from './composition/composition-tile.tsx';
import { FactsTile } from './facts/facts-tile.tsx';
import { FunnelTile } from './funnel/funnel-tile.tsx';
import { IndicatorsTile } from './indicators/indicators-tile.tsx';
import { NumberTile } from './number/number-tile.tsx';
import { RankingTile } from './ranking/ranking-tile.tsx';
import { StatusGridTile } from './status-grid/status-grid-tile.tsx';
import { SystemsTile } from './systems/systems-tile.tsx';
import { TableTile } from './table/table-tile.tsx';
import { useTileSurroundings } from './tile-context.ts';
import { TrendTile } from './trend/trend-tile.tsx';
import './tile.css';
import './lists.css';
import './shapes.css';

/** `place` is `board/tile`, unique on the wall. */
type TileComponents = {
  readonly [K in TileKind]: ComponentType<{
    readonly tile: Extract<Tile, { kind: K }>;
    readonly place: string;
  }>;
};

/** Every kind of tile. To add one: a folder beside this file, a schema in `shared/board`, a row here. */
const COMPONENTS: TileComponents = {
  number: NumberTile,
  trend: TrendTile,
  ranking: RankingTile,
  table: TableTile,
  bullet: BulletTile,
  funnel: FunnelTile,
  composition: CompositionTile,
  'status-grid': StatusGridTile,
  indicators: IndicatorsTile,
  facts: FactsTile,
  systems: SystemsTile,
  map: lazy(() => import('./map/map-tile.tsx').then(({ MapTile }) => ({ default: MapTile }))),
};

const RETRY_MS = 30_000;

export function TileView({ tile, place }: { tile: Tile; place: string }) {
  // The table holds for each kind the component of that kind; the compiler cannot follow the pairing.
  const Kind = COMPONENTS[tile.kind] as ComponentType<{ tile: Tile; place: string }>;
  return (
    <ErrorFence fallback={<BrokenTile tile={tile} />} retryMs={RETRY_MS}>
      <Suspense fallback={<div className="tile" />}>
        <Kind tile={tile} place={place} />
      </Suspense>
    </ErrorFence>
  );
}

function BrokenTile({ tile }: { tile: Tile }) {
  const { language } = useTileSurroundings();
  return (
    <article className="tile">
      <header className="tile-head">
        <h2 className="tile-title">{tile.title[language]}</h2>
        <p className="tile-scope">
          {language === 'vi'
            ? 'không hiển thị được, đang thử lại'
            : 'cannot be shown, trying again'}
        </p>
      </header>
    </article>
  );
}
