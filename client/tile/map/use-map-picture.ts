import { useMemo, useRef } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import {
  type AreaCollection,
  type MapPicture,
  type MapSite,
  NO_PICTURE,
} from '../../viz/map-picture.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { useBorders } from '../use-borders.ts';
import {
  areasBelow,
  type CameraPlace,
  camerasAt,
  sitesIn,
  sitesWithout,
  valuesOf,
} from './map-picture-of.ts';
import { useRead } from './use-read.ts';

type MapTileSpec = Extract<Tile, { kind: 'map' }>;

/** One level below the province the board's districts become communes. */
const BELOW_DISTRICTS = 'communes';

/** Everything the map shows; a part stays the same object while nothing in it changed. */
export function useMapPicture(tile: MapTileSpec, answer: LiveAnswer): MapPicture {
  const { rows } = answer;
  const borders = useBorders(tile.query, answer);
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
    () => valuesOf(areas, rows, borders, { measure, limits: tile, language }),
    [areas, rows, borders, measure, tile, language],
  );
  const all = useMemo(() => sitesIn(pack, root, tile), [pack, root, tile]);
  const { cameras, sites } = useCameras(tile, rows, all);
  const hasSiteNames = root !== pack.root && measure === undefined;
  return useMemo(
    () => ({ areas, values, sites, cameras, hasSiteNames, language }),
    [areas, values, sites, cameras, hasSiteNames, language],
  );
}

function useCameras(tile: MapTileSpec, rows: readonly Row[], all: readonly MapSite[]) {
  const version = useRef({ count: 0, asked: 0 });
  // A camera that came into the register since is a reason to ask for the places again.
  if (rows.length > version.current.count) {
    version.current = { count: rows.length, asked: version.current.asked + 1 };
  }
  const path = tile.cameras ? '/api/v1/cameras' : null;
  const answer = useRead<CameraAnswer>(path, version.current.asked);
  const places = useMemo(() => {
    const list = answer && 'cameras' in answer ? answer.cameras : answer;
    return new Map(list?.map((place) => [place.camera, place]));
  }, [answer]);
  const cameras = useMemo(
    () => camerasAt(rows, places, tile.measure ?? ''),
    [rows, places, tile.measure],
  );
  // Which sites are covered does not change with a state: the same list, or the labels would move.
  const sites = useMemo(() => sitesWithout(all, cameras, places), [all, cameras, places]);
  const codes = sites.map(({ code }) => code).join();
  const kept = useRef({ codes: '', sites });
  if (kept.current.codes !== codes) kept.current = { codes, sites };
  return { cameras, sites: kept.current.sites };
}

type CameraAnswer = readonly CameraPlace[] | { readonly cameras: readonly CameraPlace[] };
