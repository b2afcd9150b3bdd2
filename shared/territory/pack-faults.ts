import { parseDay } from '../unit/local-day.ts';
import type { Pack } from './pack.ts';
import type { Unit } from './unit.ts';

export interface PackFault {
  /** Place in `pack.json`: `units/718/parent`. */
  readonly where: string;
  readonly expected: string;
  readonly came: string;
}

/** What the schema of a pack cannot see: codes that occur twice or name nothing, cycles, slipped places and dates. */
export function findPackFaults(pack: Pack): readonly PackFault[] {
  return [
    ...findDuplicates(pack),
    ...findInHierarchy(pack),
    ...findInValidity(pack),
    ...findInPlaces(pack),
  ];
}

const REGISTERS = [
  'units',
  'agencies',
  'fields',
  'procedures',
  'zones',
  'junctions',
  'owners',
  'programmes',
] as const;

function findDuplicates(pack: Pack): PackFault[] {
  return REGISTERS.flatMap((register) => {
    const codes = (pack[register] ?? []).map(({ code }) => code);
    return codes
      .filter((code, i) => codes.indexOf(code) !== i)
      .map((came) => ({ where: register, expected: 'each code once', came }));
  });
}

const unitsOf = (pack: Pack) => new Map(pack.units.map((unit) => [unit.code, unit]));

function findInHierarchy(pack: Pack): PackFault[] {
  const units = unitsOf(pack);
  if (!units.has(pack.root)) return [{ where: 'root', expected: 'a unit', came: pack.root }];
  return pack.units.flatMap((unit): PackFault[] => {
    const where = `units/${unit.code}/parent`;
    const came = unit.parent ?? 'none';
    if (unit.parent !== undefined && !units.has(unit.parent))
      return [{ where, expected: 'a unit', came }];
    const top = topOf(units, unit);
    if (top === undefined) return [{ where, expected: 'a way up that ends', came }];
    if (top.code === pack.root || top.parent !== undefined) return [];
    return [{ where, expected: `a unit below ${pack.root}`, came }];
  });
}

/** The last known unit on the way up from `unit`; undefined when the way never ends. */
function topOf(units: ReadonlyMap<string, Unit>, unit: Unit): Unit | undefined {
  const seen = new Set<string>();
  let top = unit;
  for (let next: Unit | undefined = unit; next; next = units.get(next.parent ?? '')) {
    if (seen.has(next.code)) return undefined;
    seen.add(next.code);
    top = next;
  }
  return top;
}

function findInValidity(pack: Pack): PackFault[] {
  return pack.units.flatMap(({ code, validFrom, validTo }) => {
    const from = validFrom === undefined ? Number.NEGATIVE_INFINITY : parseDay(validFrom);
    const to = validTo === undefined ? Number.POSITIVE_INFINITY : parseDay(validTo);
    if (from !== undefined && to !== undefined && from <= to) return [];
    const came = `${validFrom ?? ''} – ${validTo ?? ''}`;
    return [{ where: `units/${code}`, expected: 'two calendar days in order', came }];
  });
}

function findInPlaces(pack: Pack): PackFault[] {
  const units = unitsOf(pack);
  const owners = (['agencies', 'zones', 'junctions'] as const).flatMap((register) =>
    pack[register]
      .filter(({ unit }) => !units.has(unit))
      .map(({ code, unit }) => ({
        where: `${register}/${code}/unit`,
        expected: 'a unit',
        came: unit,
      })),
  );
  const sites = (['zones', 'junctions'] as const).flatMap((register) =>
    pack[register]
      .filter((site) => isFar(site, units.get(site.unit)))
      .map(({ code, lon, lat }) => ({
        where: `${register}/${code}`,
        expected: 'a place in the province',
        came: `${lon}, ${lat}`,
      })),
  );
  return [...owners, ...sites];
}

/** Farther than this from its unit's centre a site is a slip of a digit: no province is that wide. */
const FARTHEST_KM = 120;

function isFar(site: { lon: number; lat: number }, unit: Unit | undefined): boolean {
  if (site.lon < 102 || site.lon > 118 || site.lat < 6 || site.lat > 24) return true;
  if (unit?.lon === undefined || unit.lat === undefined) return false;
  const east = (site.lon - unit.lon) * 111.32 * Math.cos((unit.lat * Math.PI) / 180);
  const north = (site.lat - unit.lat) * 110.57;
  return Math.hypot(east, north) > FARTHEST_KM;
}
