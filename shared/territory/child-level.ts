import type { Borders, UnitLevel } from './borders.ts';

/** Level of the units right below one, offices aside: districts or, since 01/07/2025, communes; undefined below communes. */
export function childLevelOf(borders: Borders, unit: string): UnitLevel | undefined {
  return borders.children(unit).find(({ level }) => level !== 'department')?.level;
}
