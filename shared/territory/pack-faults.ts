import { findUnderRoot } from './hierarchy-faults.ts';
import type { Pack } from './pack.ts';
import type { PackFault } from './pack-fault.ts';
import type { Unit } from './unit.ts';
import { findInTime } from './validity-faults.ts';

/** What the schema of a pack cannot see: codes that occur twice or name nothing, cycles, slipped places and dates. */
export function findPackFaults(pack: Pack): readonly PackFault[] {
  return [
    ...findDuplicates(pack),
    ...findUnderRoot(pack),
    ...findInTime(pack),
    ...findInPlaces(pack),
  ];
}

/** Units may share a code at different times; `findInTime` looks after them. */
const REGISTERS = [
  'agencies',
  'fields',
  'procedures',
  'zones',
  'junctions',
  'owners',
  'contractors',
  'programmes',
  'plans',
] as const;

function findDuplicates(pack: Pack): PackFault[] {
  return REGISTERS.flatMap((register) => {
    const codes = (pack[register] ?? []).map(({ code }) => code);
    return codes
      .filter((code, i) => codes.indexOf(code) !== i)
      .map((came) => ({ where: register, expected: 'each code once', came }));
  });
}

function findInPlaces(pack: Pack): PackFault[] {
  const units = new Map(pack.units.map((unit) => [unit.code, unit]));
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
