import type { Pack, Targets } from '../../shared/territory/pack.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';

/**
 * The pack for whoever sees a part of the province. Registers are public (which units, agencies, fields and procedures
 * there are, and how they lie in each other); where sites stand, and what other units are to reach, is not.
 */
export function packInScope(pack: Pack, scope: readonly string[], today: LocalDay): Pack {
  if (scope.includes(pack.root)) return pack;
  const borders = createTerritory(pack).on(today);
  const isSeen = ({ unit }: { readonly unit: string }) =>
    scope.some((each) => borders.isWithin(unit, each));
  return { ...pack, zones: pack.zones.filter(isSeen), junctions: pack.junctions.filter(isSeen) };
}

/** Targets of units in the scope, and of those above them, which bind them as well. */
export function targetsInScope(
  targets: Targets,
  pack: Pack,
  scope: readonly string[],
  today: LocalDay,
): Targets {
  if (scope.includes(pack.root)) return targets;
  const borders = createTerritory(pack).on(today);
  return targets.filter(({ unit }) =>
    scope.some((each) => borders.isWithin(unit, each) || borders.isWithin(each, unit)),
  );
}
