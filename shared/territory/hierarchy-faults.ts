import { rootFamily } from './borders.ts';
import type { Pack } from './pack.ts';
import type { PackFault } from './pack-fault.ts';
import type { Unit } from './unit.ts';
import { createVersions } from './unit-versions.ts';

/** Units whose way up names nothing, never ends, or ends elsewhere than at the root or what it became. */
export function findUnderRoot(pack: Pack): readonly PackFault[] {
  const units = new Map(pack.units.map((unit) => [unit.code, unit]));
  if (!units.has(pack.root)) return [{ where: 'root', expected: 'a unit', came: pack.root }];
  const tops = rootFamily(pack, createVersions(pack.units));
  return pack.units.flatMap((unit): PackFault[] => {
    const where = `units/${unit.code}/parent`;
    const fault = { where, came: unit.parent ?? 'none' };
    if (unit.parent !== undefined && !units.has(unit.parent))
      return [{ ...fault, expected: 'a unit' }];
    const top = topOf(pack.units, unit);
    if (top === undefined) return [{ ...fault, expected: 'a way up that ends' }];
    if (tops.has(top.code) || top.parent !== undefined) return [];
    return [{ ...fault, expected: `a unit below ${pack.root}` }];
  });
}

/** The last known unit on the way up from `unit`; undefined when the way never ends. */
function topOf(units: readonly Unit[], unit: Unit): Unit | undefined {
  const seen = new Set<Unit>();
  let top = unit;
  for (let next: Unit | undefined = unit; next; next = parentOf(units, next)) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    top = next;
  }
  return top;
}

/** Where a code was used twice, the parent that ends with the unit, else any. */
function parentOf(units: readonly Unit[], { parent, validTo }: Unit): Unit | undefined {
  const named = units.filter(({ code }) => code === parent);
  return named.find((each) => each.validTo === validTo) ?? named[0];
}
