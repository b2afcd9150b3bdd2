import type { Tile } from '../../../shared/board/board.ts';
import type { BoundaryLayer } from '../../../shared/territory/boundary-layer.ts';
import type { MapPicture } from '../../viz/map-picture.ts';
import { useTileSurroundings } from '../tile-context.ts';

type MapTileSpec = Extract<Tile, { kind: 'map' }>;

const TEXTS = {
  vi: {
    zone: 'khu công nghiệp',
    junction: 'giao lộ',
    cluster: 'nhóm camera',
    none: 'chưa có ranh giới của thời kỳ này',
    schematic: 'sơ đồ, không phải ranh giới chính thức',
  },
  en: {
    zone: 'industrial zone',
    junction: 'junction',
    cluster: 'group of cameras',
    none: 'no boundaries of that time yet',
    schematic: 'schematic, no official boundaries',
  },
} as const;

interface MapLegendProps {
  readonly tile: MapTileSpec;
  readonly picture: MapPicture;
  /** Null: there are no boundaries to draw; undefined: not known yet. */
  readonly layer: BoundaryLayer | null | undefined;
}

/** What the marks mean, and, where they are ours, that the areas are no official boundaries. */
export function MapLegend({ tile, picture, layer }: MapLegendProps) {
  const { language } = useTileSurroundings();
  const texts = TEXTS[language];
  const kinds = (['zone', 'junction'] as const).filter((kind) =>
    picture.sites.some((site) => site.kind === kind),
  );
  return (
    <p className="map-legend">
      {kinds.map((kind) => (
        <span key={kind}>
          <i className={`map-mark map-${kind}`} />
          {texts[kind]}
        </span>
      ))}
      {tile.cameras && (
        <span>
          <i className="map-mark map-cluster" />
          {texts.cluster}
        </span>
      )}
      {layer?.schematic && <span>{texts.schematic}</span>}
      {layer === null && <span>{texts.none}</span>}
    </p>
  );
}
