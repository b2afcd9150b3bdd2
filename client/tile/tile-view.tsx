import { type ComponentType, lazy, Suspense } from 'react';
import type { Tile, TileKind } from '../../shared/board/board.ts';
import { ErrorFence } from '../ui/error-fence.tsx';
import { NumberTile } from './number/number-tile.tsx';
import { RankingTile } from './ranking/ranking-tile.tsx';
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

/** A kind that not every wall has is loaded where a board has it. */
const load = <P,>(get: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await get() }));

/** Every kind of tile. To add one: a folder beside this file, a schema in `shared/board`, a row here. */
const COMPONENTS: TileComponents = {
  number: NumberTile,
  trend: TrendTile,
  ranking: RankingTile,
  bullet: load(async () => (await import('./bullet/bullet-tile.tsx')).BulletTile),
  table: load(async () => (await import('./table/table-tile.tsx')).TableTile),
  funnel: load(async () => (await import('./funnel/funnel-tile.tsx')).FunnelTile),
  composition: load(
    async () => (await import('./composition/composition-tile.tsx')).CompositionTile,
  ),
  'status-grid': load(
    async () => (await import('./status-grid/status-grid-tile.tsx')).StatusGridTile,
  ),
  indicators: load(async () => (await import('./indicators/indicators-tile.tsx')).IndicatorsTile),
  facts: load(async () => (await import('./facts/facts-tile.tsx')).FactsTile),
  systems: load(async () => (await import('./systems/systems-tile.tsx')).SystemsTile),
  situation: load(async () => (await import('./situation/situation-tile.tsx')).SituationTile),
  'alarm-system': load(
    async () => (await import('./alarm-system/alarm-system-tile.tsx')).AlarmSystemTile,
  ),
  map: load(async () => (await import('./map/map-tile.tsx')).MapTile),
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
