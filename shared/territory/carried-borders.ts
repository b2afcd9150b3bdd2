import { type Borders, lookUp } from './borders.ts';
import type { Unit } from './unit.ts';
import { dayWithin, holdsOn, type UnitVersion, type UnitVersions } from './unit-versions.ts';

/** The borders of a day, and the day. */
export interface DatedBorders {
  readonly borders: Borders;
  readonly day: number;
}

/** What became of one code of the past. */
interface Fate {
  /** Later units that hold all of it, from the smallest up. */
  readonly whole: readonly string[];
  /** Later units of its own level that hold a share of it. */
  readonly shares: readonly string[];
  /** It was there on the earlier day. */
  readonly existed: boolean;
  readonly level: Unit['level'];
}

/**
 * Later borders for codes as they were used before: `lineage` names the later units that hold all of an earlier one.
 * A unit split between several keeps those above all of them, and has an unknown share in each of the several that
 * is of its own level. A unit that ended without a successor is somewhere in what its parent became.
 */
export function carryBorders(
  versions: UnitVersions,
  earlier: DatedBorders,
  later: DatedBorders,
): Borders {
  const fates = fatesOf(versions, earlier.day, later);
  const { name, pack, root, children, below, unit: laterUnit } = later.borders;
  const lineages = new Map([...fates].map(([code, { whole }]) => [code, whole]));
  const split = [...fates].filter(([, { shares }]) => shares.length > 0).map(([code]) => code);
  const origins = originsOf(fates, later.borders);
  return {
    ...lookUp(lineages, (code) => laterUnit(code), root),
    // Asked units are later ones, and a code of the past may be the code of another of them.
    isWithin: (code, ancestor) => lineages.get(code)?.includes(ancestor) ?? ancestor === root,
    name: `${earlier.borders.name}→${name}`,
    pack,
    children,
    below,
    ownerOf: (code) => lineages.get(code)?.[0] ?? root,
    origins: (unit) => origins.get(unit) ?? [],
    split,
    sharesOf: (code) => fates.get(code)?.shares ?? [],
  };
}

function fatesOf(
  versions: UnitVersions,
  day: number,
  later: DatedBorders,
): ReadonlyMap<string, Fate> {
  const endsOf = createEnds(versions, later);
  const fates = new Map<string, Fate>();
  for (const { unit } of versions.all) {
    const version = versions.on(unit.code, day);
    if (!version || fates.has(unit.code)) continue;
    const ends = endsOf(version);
    const whole = commonOf(ends);
    const { level } = version.unit;
    const shares = [...new Set(ends.flat())].filter(
      (code) => !whole.includes(code) && later.borders.unit(code)?.level === level,
    );
    fates.set(unit.code, { whole, shares, existed: holdsOn(version, day), level });
  }
  return fates;
}

/** Lineages, under the later borders, of everything a version became. */
function createEnds(versions: UnitVersions, { borders, day }: DatedBorders) {
  const endsOf = (version: UnitVersion): readonly (readonly string[])[] => {
    const { code, parent } = version.unit;
    if (holdsOn(version, day) || version.from > day) return [borders.lineage(code)];
    const next = versions.successors(version);
    if (next.length > 0) return next.flatMap(endsOf);
    const above = parent === undefined ? undefined : versions.on(parent, dayWithin(version, day));
    return [above ? commonOf(endsOf(above)) : [borders.root]];
  };
  return endsOf;
}

/** What stands in all of the lineages, from the smallest up. */
function commonOf([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  return first.filter((code) => others.every((lineage) => lineage.includes(code)));
}

function originsOf(fates: ReadonlyMap<string, Fate>, later: Borders): Map<string, string[]> {
  const origins = new Map<string, string[]>();
  for (const [code, { whole, existed, level }] of fates) {
    const [owner] = whole;
    if (owner === undefined || !existed || later.unit(owner)?.level !== level) continue;
    const own = origins.get(owner);
    if (own) own.push(code);
    else origins.set(owner, [code]);
  }
  return origins;
}
