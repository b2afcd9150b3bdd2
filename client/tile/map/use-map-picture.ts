import { useMemo, useRef } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { type BoundaryLayer, layerFor } from '../../../shared/territory/boundary-layer.ts';
import { isoDay } from '../../../shared/unit/local-day.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import {
  type AreaCollection,
  type MapPicture,
  type MapSite,
  NO_PICTURE,
} from '../../viz/map-picture.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { useBorders, useBordersDay } from '../use-borders.ts';
import { useRead } from '../use-read.ts';
import {
  areasIn,
  type CameraPlace,
  camerasAt,
  levelOf,
  sitesIn,
  sitesWithout,
  valuesOf,
} from './map-picture-of.ts';
import { useBasemap } from './use-basemap.ts';

type MapTileSpec = Extract<Tile, { kind: 'map' }>;

/** Everything the map shows; a part stays the same object while nothing in it changed. */
export function useMapPicture(tile: MapTileSpec, answer: LiveAnswer): DrawnMap {
  const { rows } = answer;
  const { language, pack, root, measures } = useTileSurroundings();
  const borders = useBorders(tile.query, answer);
  const layer = useLayer(tile, answer, borders);
  const boundaries = useRead<AreaCollection>(layer ? `/api/v1/boundaries/${layer.name}` : null);
  const areas = useMemo(
    () => (boundaries ? areasIn(boundaries, borders, root) : NO_PICTURE.areas),
    [boundaries, borders, root],
  );
  const isByUnit = tile.query?.by?.includes('unit') === true;
  const measure = isByUnit && tile.measure ? measures.get(tile.measure) : undefined;
  const values = useMemo(
    () => valuesOf(areas, rows, borders, { measure, limits: tile, language }),
    [areas, rows, borders, measure, tile, language],
  );
  const all = useMemo(() => sitesIn(pack, borders, root, tile), [pack, borders, root, tile]);
  const { cameras, sites } = useCameras(tile, rows, all);
  const hasSiteNames = root !== borders.root && measure === undefined;
  const basemap = useBasemap();
  const picture = useMemo(
    () => ({ areas, values, sites, cameras, hasSiteNames, basemap, language }),
    [areas, values, sites, cameras, hasSiteNames, basemap, language],
  );
  return { picture, borders, layer };
}

/** What a map shows, and what is known of where that comes from. */
interface DrawnMap {
  readonly picture: MapPicture;
  readonly borders: Borders;
  /** Undefined until it is known; null where nobody gave boundaries of that level and time. */
  readonly layer: BoundaryLayer | null | undefined;
}

/** The boundaries of the day and level that the tile is about; by the name the board gives where nothing is known of them. */
function useLayer(tile: MapTileSpec, answer: LiveAnswer, borders: Borders) {
  const { root } = useTileSurroundings();
  const layers = useRead<readonly BoundaryLayer[]>('/api/v1/boundaries');
  const day = isoDay(useBordersDay(tile.query, answer));
  const asked = tile.query?.by?.includes('unit') ? tile.query.level : undefined;
  const level = levelOf(borders, root, asked);
  return useMemo(
    () => (layers && level ? (layerFor(layers, level, day) ?? null) : undefined),
    [layers, level, day],
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
