import { useMemo, useRef } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { AreaCollection, MapPicture } from '../../viz/map-picture.ts';
import { NO_PICTURE } from '../../viz/map-picture.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { areasBelow, type CameraPlace, camerasAt, sitesIn, valuesOf } from './map-picture-of.ts';
import { useRead } from './use-read.ts';

type MapTileSpec = Extract<Tile, { kind: 'map' }>;

/** One level below the province the board's districts become communes. */
const BELOW_DISTRICTS = 'communes';

/** Everything the map shows; a part stays the same object while nothing in it changed. */
export function useMapPicture(tile: MapTileSpec, rows: readonly Row[]): MapPicture {
  const { language, root, pack, measures } = useTileSurroundings();
  const file = root === pack.root ? tile.boundaries : BELOW_DISTRICTS;
  const boundaries = useRead<AreaCollection>(`/api/v1/boundaries/${file}`);
  const areas = useMemo(
    () => (boundaries ? areasBelow(boundaries, pack, root) : NO_PICTURE.areas),
    [boundaries, pack, root],
  );
  const isByUnit = tile.query?.by?.includes('unit') === true;
  const measure = isByUnit && tile.measure ? measures.get(tile.measure) : undefined;
  const values = useMemo(
    () => valuesOf(areas, rows, pack, { measure, limits: tile, language }),
    [areas, rows, pack, measure, tile, language],
  );
  const sites = useMemo(() => sitesIn(pack, root, tile), [pack, root, tile]);
  const cameras = useCameras(tile.cameras === true, rows);
  const hasSiteNames = root !== pack.root;
  return useMemo(
    () => ({ areas, values, sites, cameras, hasSiteNames, language }),
    [areas, values, sites, cameras, hasSiteNames, language],
  );
}

function useCameras(isShown: boolean, rows: readonly Row[]) {
  const version = useRef({ count: 0, asked: 0 });
  // A camera that came into the register since is a reason to ask for the places again.
  if (rows.length > version.current.count) {
    version.current = { count: rows.length, asked: version.current.asked + 1 };
  }
  const places = useRead<readonly CameraPlace[] | { readonly cameras: readonly CameraPlace[] }>(
    isShown ? '/api/v1/cameras' : null,
    version.current.asked,
  );
  return useMemo(() => {
    if (!isShown || !places) return NO_PICTURE.cameras;
    return camerasAt(rows, 'cameras' in places ? places.cameras : places);
  }, [isShown, places, rows]);
}
