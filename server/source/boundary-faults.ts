import type { Pack } from '../../shared/territory/pack.ts';
import type { Boundaries } from './province-pack.ts';

export interface BoundaryFault {
  /** `features/3 (25747)/ring 0/position 5` */
  readonly where: string;
  readonly expected: string;
  readonly came: string;
}

type Feature = Boundaries['features'][number];
type Ring = readonly (readonly number[])[];

/** Viet Nam's mainland and inshore islands; a province's land beyond is a slip of a digit or of order. */
const BOX = { west: 102, east: 110, south: 8, north: 24 };
/** No province is wider than twice this. */
const FARTHEST_KM = 150;

/**
 * What is wrong with the geometry of a file of areas: codes that occur twice, rings that are not closed or run the
 * wrong way round (RFC 7946 §3.1.6: the outer one against the clock, holes with it), places that cannot be.
 */
export function findBoundaryFaults({ features }: Boundaries, pack: Pack): BoundaryFault[] {
  const seen = new Set<string>();
  const home = pack.units.find(({ code }) => code === pack.root);
  return features.flatMap((feature, i): BoundaryFault[] => {
    const { code } = feature.properties;
    const where = `features/${i} (${code})`;
    if (seen.has(code)) return [{ where, expected: 'each code once', came: code }];
    seen.add(code);
    return ringsOf(feature).flatMap(({ ring, name, isHole }) =>
      findInRing(ring, isHole, home).map((fault) => ({
        ...fault,
        where: `${where}/${name}${fault.where}`,
      })),
    );
  });
}

function ringsOf({ geometry }: Feature) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings, at) =>
    rings.map((ring, i) => ({
      ring,
      isHole: i > 0,
      name: polygons.length > 1 ? `polygon ${at}/ring ${i}` : `ring ${i}`,
    })),
  );
}

type Place = Pack['units'][number] | undefined;

function findInRing(ring: Ring, isHole: boolean, home: Place): BoundaryFault[] {
  const off = ring.findIndex((position) => !isPlausible(position, home));
  if (off >= 0)
    return [
      {
        where: `/position ${off}`,
        expected: 'a longitude and latitude in the province',
        came: `${ring[off]}`,
      },
    ];
  const [first, last] = [ring[0], ring.at(-1)];
  if (`${first}` !== `${last}`)
    return [
      {
        where: `/position ${ring.length - 1}`,
        expected: `the first position again (${first})`,
        came: `${last}`,
      },
    ];
  const area = signedArea(ring);
  if (area === 0) return [{ where: '', expected: 'an area', came: 'none' }];
  const isLeft = area > 0;
  if (isLeft !== isHole) return [];
  const expected = isHole ? 'a hole that runs clockwise' : 'an outer ring against the clock';
  return [{ where: '', expected, came: 'the other way round' }];
}

function isPlausible(
  [lon = Number.NaN, lat = Number.NaN]: readonly number[],
  home: Place,
): boolean {
  if (!(lon >= BOX.west && lon <= BOX.east && lat >= BOX.south && lat <= BOX.north)) return false;
  if (home?.lon === undefined || home.lat === undefined) return true;
  const east = (lon - home.lon) * 111.32 * Math.cos((home.lat * Math.PI) / 180);
  return Math.hypot(east, (lat - home.lat) * 110.57) <= FARTHEST_KM;
}

/** Positive where the ring runs against the clock; in square degrees. */
function signedArea(ring: Ring): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}
