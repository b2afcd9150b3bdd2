import { type LocalDay, parseDay } from '../unit/local-day.ts';
import { collationKey } from '../unit/text.ts';
import type { Pack } from './pack.ts';
import type { Unit } from './unit.ts';

export type UnitLevel = Unit['level'];
type Site = Pack['zones'][number];

/** Questions about a pack that every stage asks often, answered from tables made once. */
export interface Territory {
  readonly root: string;
  unit(code: string): Unit | undefined;
  /** From the unit itself up to the root; empty for an unknown code. */
  lineage(code: string): readonly string[];
  /** Whether `code` is `ancestor` or lies below it; a code the pack does not know lies below the root only. */
  isWithin(code: string, ancestor: string): boolean;
  /** The unit itself or the ancestor of that level; undefined where there is none. */
  unitAt(code: string, level: UnitLevel): string | undefined;
  /** Direct children in Vietnamese order. */
  children(code: string): readonly Unit[];
  /** The unit and all below it, in Vietnamese order inside each level. */
  below(code: string): readonly Unit[];
  zone(code: string): Site | undefined;
  junction(code: string): Site | undefined;
  /** Text that sorts values of a dimension as a reader expects: by name in Vietnamese order, else by code. */
  sortKey(dimension: string, code: string): string;
}

export function createTerritory(pack: Pack): Territory {
  const units = new Map(pack.units.map((unit) => [unit.code, unit]));
  const childrenOf = groupByParent(pack.units);
  const lineages = new Map(pack.units.map((unit) => [unit.code, lineageOf(units, unit.code)]));
  const zones = new Map(pack.zones.map((site) => [site.code, site]));
  const junctions = new Map(pack.junctions.map((site) => [site.code, site]));
  const sortKeys = sortKeysOf(pack);
  const lineage = (code: string) => lineages.get(code) ?? [];
  const children = (code: string) => childrenOf.get(code) ?? [];
  const below = (code: string): Unit[] => {
    const own = units.get(code);
    return own ? [own, ...children(code).flatMap((child) => below(child.code))] : [];
  };
  return {
    root: pack.root,
    unit: (code) => units.get(code),
    lineage,
    isWithin: (code, ancestor) =>
      code === ancestor || (lineages.get(code)?.includes(ancestor) ?? ancestor === pack.root),
    unitAt: (code, level) => lineage(code).find((each) => units.get(each)?.level === level),
    children,
    below,
    zone: (code) => zones.get(code),
    junction: (code) => junctions.get(code),
    sortKey: (dimension, code) => sortKeys.get(dimension)?.get(code) ?? `\uffff${code}`,
  };
}

/** Whether a unit exists on a day; units without dates always do. */
export function existsOn(unit: Unit, day: LocalDay): boolean {
  const from = unit.validFrom === undefined ? undefined : parseDay(unit.validFrom);
  const to = unit.validTo === undefined ? undefined : parseDay(unit.validTo);
  return (from === undefined || from <= day) && (to === undefined || day <= to);
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

function lineageOf(units: ReadonlyMap<string, Unit>, code: string): string[] {
  const lineage: string[] = [];
  for (let unit = units.get(code); unit; unit = units.get(unit.parent ?? '')) {
    if (lineage.includes(unit.code)) break;
    lineage.push(unit.code);
  }
  return lineage;
}

function sortKeysOf(pack: Pack): Map<string, Map<string, string>> {
  const bySite = (sites: readonly Site[]) =>
    new Map(sites.map(({ code, shortName }) => [code, collationKey(shortName)]));
  const byName = (named: readonly { code: string; name: { vi: string } }[]) =>
    new Map(named.map(({ code, name }) => [code, collationKey(name.vi)]));
  return new Map([
    ['unit', new Map(pack.units.map((unit) => [unit.code, collationKey(unit.shortName)]))],
    ['zone', bySite(pack.zones)],
    ['junction', bySite(pack.junctions)],
    ['agency', byName(pack.agencies)],
    ['field', byName(pack.fields)],
    ['owner', byName(pack.owners)],
    ['programme', byName(pack.programmes)],
    ['level', inOrder(['province', 'district', 'commune'])],
    ['channel', inOrder(['online-full', 'online-partial', 'post', 'direct'])],
    ['status', inOrder(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])],
    ['stage', inOrder(STAGES)],
    ['state', inOrder(STATES)],
  ]);
}

const STAGES =
  'surveyed planned procuring installed connected shared relocated decommissioned'.split(' ');
const STATES = 'online degraded offline tampered maintenance unknown'.split(' ');

function inOrder(codes: readonly string[]): Map<string, string> {
  return new Map(codes.map((code, i) => [code, String(i).padStart(3, '0')]));
}
