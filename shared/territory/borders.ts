import { collationKey } from '../unit/text.ts';
import type { Pack } from './pack.ts';
import type { Unit } from './unit.ts';
import { dayWithin, holdsOn, type UnitVersion, type UnitVersions } from './unit-versions.ts';

export type UnitLevel = Unit['level'];

/** Who lies in whom, as one set of borders has it; answered from tables made once. */
export interface Borders {
  /** The same for equal borders of one pack. */
  readonly name: string;
  readonly pack: Pack;
  /** The whole of the pack under these borders. */
  readonly root: string;
  /** The unit of that code; where it does not exist under these borders, as it was nearest in time. */
  unit(code: string): Unit | undefined;
  /** From the unit itself up to the root; empty for an unknown code. */
  lineage(code: string): readonly string[];
  /** Whether `code` is `ancestor` or lies below it; a code the pack does not know lies below the root only. */
  isWithin(code: string, ancestor: string): boolean;
  /** The unit itself or the ancestor of that level; undefined where there is none. */
  unitAt(code: string, level: UnitLevel): string | undefined;
  /** Direct children that exist under these borders, in Vietnamese order. */
  children(code: string): readonly Unit[];
  /** The unit and all below it, in Vietnamese order inside each level. */
  below(code: string): readonly Unit[];
  /** The unit that a code's own figures belong to: itself, or what holds all of what it became. */
  ownerOf(code: string): string;
  /** Earlier units of the same level that `unit` is made of, whole ones only; the unit itself where nothing is carried. */
  origins(unit: string): readonly string[];
  /** Codes of which nobody knows how much belongs to whom: units split between several. */
  readonly split: readonly string[];
  /** Units of its own level that an unknown share of a split unit belongs to. */
  sharesOf(code: string): readonly string[];
}

/** The borders of a day. */
export function bordersOn(pack: Pack, versions: UnitVersions, day: number, name: string): Borders {
  const units = new Map<string, Unit>();
  const lineages = new Map<string, readonly string[]>();
  for (const { unit } of versions.all) {
    const version = versions.on(unit.code, day);
    if (!version) continue;
    units.set(unit.code, version.unit);
    lineages.set(unit.code, lineageOf(versions, version, day));
  }
  const present = [...units.values()].filter((unit) => holds(versions, unit, day));
  const childrenOf = groupByParent(present);
  const children = (code: string): readonly Unit[] => childrenOf.get(code) ?? [];
  const below = (code: string): readonly Unit[] => {
    const own = units.get(code);
    return own ? [own, ...children(code).flatMap((child) => below(child.code))] : [];
  };
  return {
    ...lookUp(lineages, (code) => units.get(code), rootOn(pack, versions, day)),
    name,
    pack,
    children,
    below,
    origins: (unit) => [unit],
    split: [],
    sharesOf: () => [],
  };
}

/** The lookups that follow from lineages alone. */
export function lookUp(
  lineages: ReadonlyMap<string, readonly string[]>,
  unit: Borders['unit'],
  root: string,
): Pick<Borders, 'root' | 'unit' | 'lineage' | 'isWithin' | 'unitAt' | 'ownerOf'> {
  const lineage = (code: string) => lineages.get(code) ?? [];
  return {
    root,
    unit,
    lineage,
    ownerOf: (code) => code,
    isWithin: (code, ancestor) =>
      code === ancestor || (lineages.get(code)?.includes(ancestor) ?? ancestor === root),
    unitAt: (code, level) => lineage(code).find((each) => unit(each)?.level === level),
  };
}

function holds(versions: UnitVersions, { code }: Unit, day: number): boolean {
  const version = versions.on(code, day);
  return version !== undefined && holdsOn(version, day);
}

/** A unit that has ended keeps the place it had on its last day. */
function lineageOf(versions: UnitVersions, version: UnitVersion, day: number): string[] {
  const lineage: string[] = [];
  const at = dayWithin(version, day);
  for (let next: UnitVersion | undefined = version; next; ) {
    const { code, parent }: Unit = next.unit;
    if (lineage.includes(code)) break;
    lineage.push(code);
    next = parent === undefined ? undefined : versions.on(parent, at);
  }
  return lineage;
}

/** The pack's root, or what it became or came from. */
export function rootFamily({ root }: Pack, versions: UnitVersions): ReadonlySet<string> {
  const family = new Set([root]);
  const tops = versions.all.filter(({ unit }) => unit.parent === undefined);
  const steps = tops.map((version) => [
    version.unit.code,
    ...versions.successors(version).map(({ unit }) => unit.code),
  ]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    const joined = steps.filter((step) => step.some((code) => family.has(code)));
    for (const code of joined.flat()) family.add(code);
  }
  return family;
}

function rootOn(pack: Pack, versions: UnitVersions, day: number): string {
  const isThere = (code: string) => {
    const version = versions.on(code, day);
    return version !== undefined && holdsOn(version, day);
  };
  return [...rootFamily(pack, versions)].find(isThere) ?? pack.root;
}

function groupByParent(units: readonly Unit[]): Map<string, Unit[]> {
  const groups = new Map<string, Unit[]>();
  const keyed = units.map((unit) => ({ unit, key: collationKey(unit.shortName) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (const { unit } of keyed) {
    if (unit.parent === undefined) continue;
    const siblings = groups.get(unit.parent);
    if (siblings) siblings.push(unit);
    else groups.set(unit.parent, [unit]);
  }
  return groups;
}
