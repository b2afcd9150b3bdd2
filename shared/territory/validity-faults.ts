import { isoDay, type LocalDay, parseDay } from '../unit/local-day.ts';
import type { Pack } from './pack.ts';
import type { PackFault } from './pack-fault.ts';
import type { Unit } from './unit.ts';
import { createVersions, type UnitVersion, type UnitVersions } from './unit-versions.ts';

/**
 * Faults of units in time: days that are none or stand in the wrong order, two units of one code on one day, a parent
 * that is not there all the while, a successor that is unknown or does not begin when the unit ends. As a successor
 * begins later than what it follows, successions can have no cycles.
 */
export function findInTime({ units }: Pack): readonly PackFault[] {
  const unreal = units.filter((unit) => !isInOrder(unit));
  if (unreal.length > 0)
    return unreal.map((unit) => faultOf(unit, '', 'two calendar days in order', spanText(unit)));
  const versions = createVersions(units);
  return versions.all.flatMap((version) => [
    ...findOverlap(versions, version),
    ...findOrphan(versions, version),
    ...findInSuccession(versions, version),
  ]);
}

function isInOrder({ validFrom, validTo }: Unit): boolean {
  const from = validFrom === undefined ? Number.NEGATIVE_INFINITY : parseDay(validFrom);
  const to = validTo === undefined ? Number.POSITIVE_INFINITY : parseDay(validTo);
  return from !== undefined && to !== undefined && from <= to;
}

function findOverlap(versions: UnitVersions, version: UnitVersion): PackFault[] {
  const own = versions.of(version.unit.code);
  const next = own[own.indexOf(version) + 1];
  if (!next || version.to < next.from) return [];
  return [faultOf(version.unit, '', 'one unit of this code at a time', spanText(next.unit))];
}

/** A parent may change its name or rank meanwhile, as long as there is one on every day. */
function findOrphan(versions: UnitVersions, { unit, from, to }: UnitVersion): PackFault[] {
  const { parent } = unit;
  const above = parent === undefined ? [] : versions.of(parent);
  if (parent === undefined || above.length === 0) return [];
  let day = from;
  for (const version of above) if (version.from <= day && day <= version.to) day = version.to + 1;
  if (day > to || day === Number.POSITIVE_INFINITY) return [];
  return [faultOf(unit, '/parent', `a parent on every day of ${spanText(unit)}`, parent)];
}

function findInSuccession(versions: UnitVersions, version: UnitVersion): PackFault[] {
  const { unit, to } = version;
  const successors = unit.successors ?? [];
  const place = '/successors';
  if (successors.length > 0 && to === Number.POSITIVE_INFINITY)
    return [faultOf(unit, place, 'a last day of the unit', 'none')];
  const twice = successors.find((code, i) => successors.indexOf(code) !== i);
  if (twice !== undefined) return [faultOf(unit, place, 'each successor once', twice)];
  return successors.flatMap((code): PackFault[] => {
    const known = versions.of(code);
    if (known.length === 0)
      return [{ where: `units/${unit.code}${place}`, expected: 'a unit', came: code }];
    if (known.some(({ from }) => from === to + 1)) return [];
    const expected = `a unit that begins on ${isoDay((to + 1) as LocalDay)}`;
    return [faultOf(unit, place, expected, code)];
  });
}

const spanText = ({ validFrom, validTo }: Unit) => `${validFrom ?? ''} – ${validTo ?? ''}`;

function faultOf({ code }: Unit, place: string, expected: string, came: string): PackFault {
  return { where: `units/${code}${place}`, expected, came, kind: 'validity' };
}
