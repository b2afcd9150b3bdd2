import { Errors } from 'typebox/value';
import { parseDay } from '../unit/local-day.ts';
import { Pack } from './pack.ts';
import type { Unit } from './unit.ts';

export const PACK_FINDINGS = {
  IOC_PACK_SCHEMA: 'does not have the shape of a pack',
  IOC_PACK_NOT_NFC: 'is not composed (NFC)',
  IOC_PACK_DUPLICATE_CODE: 'is the code of two entries',
  IOC_PACK_UNKNOWN_ROOT: 'is no unit of the pack',
  IOC_PACK_UNKNOWN_PARENT: 'is no unit of the pack',
  IOC_PACK_CYCLE: 'leads back to itself',
  IOC_PACK_DETACHED: 'does not lie below the root',
  IOC_PACK_UNKNOWN_UNIT: 'is no unit of the pack',
  IOC_PACK_VALIDITY: 'ends before it begins, or is no calendar date',
  IOC_PACK_SITE_OUTSIDE: 'lies outside its province',
} as const;
export type PackFindingCode = keyof typeof PACK_FINDINGS;

export interface PackFinding {
  readonly code: PackFindingCode;
  /** JSON pointer into `pack.json`. */
  readonly path: string;
  readonly message: string;
}

/** Farther than this from its unit's centre a site is a slip of a digit: no province is that wide. */
const FARTHEST_KM = 120;

/** Everything wrong with a pack at once; none means that it may be used. */
export function validatePack(value: unknown): readonly PackFinding[] {
  const shape = Errors(Pack, value).map(({ instancePath, message }) =>
    finding('IOC_PACK_SCHEMA', instancePath || '/', message),
  );
  if (shape.length > 0) return shape;
  const pack = value as Pack;
  return [
    ...textFindings(value, ''),
    ...duplicateFindings(pack),
    ...hierarchyFindings(pack),
    ...validityFindings(pack),
    ...placeFindings(pack),
  ];
}

function finding(code: PackFindingCode, path: string, came: string): PackFinding {
  return { code, path, message: `${path}: ${came} ${PACK_FINDINGS[code]}` };
}

function textFindings(value: unknown, path: string): PackFinding[] {
  if (typeof value === 'string')
    return value.normalize('NFC') === value ? [] : [finding('IOC_PACK_NOT_NFC', path, value)];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => textFindings(each, `${path}/${key}`));
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

function duplicateFindings(pack: Pack): PackFinding[] {
  return REGISTERS.flatMap((register) => {
    const seen = new Set<string>();
    return (pack[register] ?? []).flatMap(({ code }, i) => {
      const isDuplicate = seen.has(code);
      seen.add(code);
      return isDuplicate
        ? [finding('IOC_PACK_DUPLICATE_CODE', `/${register}/${i}/code`, code)]
        : [];
    });
  });
}

function hierarchyFindings(pack: Pack): PackFinding[] {
  const units = new Map(pack.units.map((unit) => [unit.code, unit]));
  if (!units.has(pack.root)) return [finding('IOC_PACK_UNKNOWN_ROOT', '/root', pack.root)];
  return pack.units.flatMap((unit, i) => {
    const path = `/units/${i}/parent`;
    if (unit.parent !== undefined && !units.has(unit.parent))
      return [finding('IOC_PACK_UNKNOWN_PARENT', path, unit.parent)];
    const top = topOf(units, unit);
    if (top === undefined) return [finding('IOC_PACK_CYCLE', path, unit.code)];
    return top.code === pack.root ? [] : [finding('IOC_PACK_DETACHED', path, unit.code)];
  });
}

/** The unit without a known parent above `unit`; undefined when the way up never ends. */
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

function validityFindings(pack: Pack): PackFinding[] {
  return pack.units.flatMap(({ code, validFrom, validTo }, i) => {
    const from = validFrom === undefined ? Number.NEGATIVE_INFINITY : parseDay(validFrom);
    const to = validTo === undefined ? Number.POSITIVE_INFINITY : parseDay(validTo);
    const isSound = from !== undefined && to !== undefined && from <= to;
    return isSound ? [] : [finding('IOC_PACK_VALIDITY', `/units/${i}`, code)];
  });
}

function placeFindings(pack: Pack): PackFinding[] {
  const units = new Map(pack.units.map((unit) => [unit.code, unit]));
  const agencies = pack.agencies.flatMap(({ unit }, i) =>
    units.has(unit) ? [] : [finding('IOC_PACK_UNKNOWN_UNIT', `/agencies/${i}/unit`, unit)],
  );
  const sites = (['zones', 'junctions'] as const).flatMap((register) =>
    pack[register].flatMap((site, i) => {
      const unit = units.get(site.unit);
      const path = `/${register}/${i}`;
      if (!unit) return [finding('IOC_PACK_UNKNOWN_UNIT', `${path}/unit`, site.unit)];
      return isNear(site, unit) ? [] : [finding('IOC_PACK_SITE_OUTSIDE', path, site.code)];
    }),
  );
  return [...agencies, ...sites];
}

function isNear(site: { lon: number; lat: number }, { lon, lat }: Unit): boolean {
  if (site.lon < 102 || site.lon > 118 || site.lat < 6 || site.lat > 24) return false;
  if (lon === undefined || lat === undefined) return true;
  const east = (site.lon - lon) * 111.32 * Math.cos((lat * Math.PI) / 180);
  const north = (site.lat - lat) * 110.57;
  return Math.hypot(east, north) <= FARTHEST_KM;
}
