import type { Territory } from '../../shared/territory/territory.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { Principal } from './principal.ts';

/** Whether somebody may see a unit: it is one of their scope or lies below one, under the borders of today. */
export type Sees = (principal: Principal, unit: string) => boolean;

export function createSight(territory: Territory, today: () => LocalDay): Sees {
  return ({ scope }, unit) => {
    const borders = territory.on(today());
    // A unit the pack does not know lies in the whole province's scope only.
    return scope.some((each) => each === territory.root || borders.isWithin(unit, each));
  };
}
