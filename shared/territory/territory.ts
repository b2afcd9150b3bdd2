import type { LocalDay } from '../unit/local-day.ts';
import type { DaySpan } from '../unit/period.ts';
import { collationKey } from '../unit/text.ts';
import { type Borders, bordersOn } from './borders.ts';
import { carryBorders } from './carried-borders.ts';
import type { Pack } from './pack.ts';
import type { Unit } from './unit.ts';
import { createVersions, type UnitVersion, type UnitVersions } from './unit-versions.ts';

type Site = Pack['zones'][number];

/** Questions about a pack that every stage asks often, answered from tables made once. */
export interface Territory {
  readonly root: string;
  /** The borders of a day; the same object for all days between two changes. */
  on(day: LocalDay): Borders;
  /** The borders of `later` for codes as they were used on `earlier`. */
  carried(earlier: LocalDay, later: LocalDay): Borders;
  /** Pieces of a span within each of which the borders stay as they are, in order. */
  pieces(span: DaySpan): readonly DaySpan[];
  /** Whether a code means the same unit on all days of both spans on which it means any; a mere new name changes nothing. */
  isSteady(code: string, span: DaySpan, other?: DaySpan): boolean;
  /** Whether a unit exists on any day of a span; what the pack does not know may. */
  existsIn(code: string, span: DaySpan): boolean;
  zone(code: string): Site | undefined;
  junction(code: string): Site | undefined;
  /** Text that sorts values of a dimension as a reader expects: by name in Vietnamese order, else by code. */
  sortKey(dimension: string, code: string): string;
}

export function createTerritory(pack: Pack): Territory {
  const versions = createVersions(pack.units);
  const zones = new Map(pack.zones.map((site) => [site.code, site]));
  const junctions = new Map(pack.junctions.map((site) => [site.code, site]));
  const sortKeys = sortKeysOf(pack);
  const on = createEras(pack, versions);
  const carried = createCarrying(versions, on);
  return {
    root: pack.root,
    on,
    carried,
    pieces: (span) => piecesOf(versions.changes, span),
    isSteady: (code, span, other = span) => isSteady(versions, code, [span, other]),
    existsIn: (code, span) => {
      const own = versions.of(code);
      return own.length === 0 || own.some((version) => isMetBy(version, span));
    },
    zone: (code) => zones.get(code),
    junction: (code) => junctions.get(code),
    sortKey: (dimension, code) => sortKeys.get(dimension)?.get(code) ?? `\uffff${code}`,
  };
}

/** Place of a day among the eras that the changes divide time into. */
function eraOf(changes: readonly number[], day: number): number {
  const next = changes.findIndex((change) => day < change);
  return next < 0 ? changes.length : next;
}

function createEras(pack: Pack, versions: UnitVersions): Territory['on'] {
  const known: Borders[] = [];
  return (day) => {
    const era = eraOf(versions.changes, day);
    known[era] ??= bordersOn(pack, versions, day, `${era}`);
    return known[era];
  };
}

function createCarrying(versions: UnitVersions, on: Territory['on']): Territory['carried'] {
  const known = new Map<string, Borders>();
  return (earlier, later) => {
    const [from, to] = [on(earlier), on(later)];
    const name = `${from.name} ${to.name}`;
    const made =
      known.get(name) ??
      carryBorders(versions, { borders: from, day: earlier }, { borders: to, day: later });
    known.set(name, made);
    return made;
  };
}

function piecesOf(changes: readonly number[], { from, to }: DaySpan): DaySpan[] {
  if (!changes.some((change) => from < change && change <= to)) return [{ from, to }];
  const inside = changes.filter((change) => from < change && change <= to) as LocalDay[];
  const starts = [from, ...inside];
  return starts.map((start, i) => ({
    from: start,
    to: ((starts[i + 1] ?? to + 1) - 1) as LocalDay,
  }));
}

const isMetBy = ({ from, to }: UnitVersion, span: DaySpan) => from <= span.to && span.from <= to;

function isSteady(versions: UnitVersions, code: string, spans: readonly DaySpan[]): boolean {
  const own = versions.of(code);
  if (own.length < 2) return true;
  const met = own.filter((version) => spans.some((span) => isMetBy(version, span)));
  return met.every((version, i) => {
    const next = met[i + 1];
    return !next || isContinued(versions, version, next);
  });
}

/** The next version is the whole of this one and nothing else, so only its name or rank is new. */
function isContinued(versions: UnitVersions, version: UnitVersion, next: UnitVersion): boolean {
  const [only, ...others] = versions.successors(version);
  // A district lists the communes it left behind; they are still made of communes only.
  const sources = versions.all.filter(
    (each) => each.unit.level === next.unit.level && versions.successors(each).includes(next),
  );
  return only === next && others.length === 0 && sources.length === 1;
}

/** Text that sorts a unit by its Vietnamese name. */
export function unitSortKey(unit: Unit | undefined, code: string): string {
  return unit ? collationKey(unit.shortName) : `\uffff${code}`;
}

function sortKeysOf(pack: Pack): Map<string, Map<string, string>> {
  const { terms = {}, plans = [], contractors = [] } = pack;
  const bySite = (sites: readonly Site[]) =>
    new Map(sites.map(({ code, shortName }) => [code, collationKey(shortName)]));
  const byName = (named: readonly { code: string; name: { vi: string } }[]) =>
    new Map(named.map(({ code, name }) => [code, collationKey(name.vi)]));
  return new Map([
    ['zone', bySite(pack.zones)],
    ['junction', bySite(pack.junctions)],
    ['agency', byName(pack.agencies)],
    ['field', byName(pack.fields)],
    ['owner', byName(pack.owners)],
    ['contractor', byName(contractors)],
    ['programme', byName(pack.programmes)],
    ['level', inOrder(['province', 'district', 'commune'])],
    ['channel', inOrder(['online-full', 'online-partial', 'post', 'direct'])],
    ['status', inOrder(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])],
    ['place', bySite([...pack.zones, ...pack.junctions])],
    ['stage', inOrder([...STAGES, ...plans.flatMap(({ stages }) => stages.map(codeOf))])],
    ['plan', inOrder(plans.map(codeOf))],
    ['severity', inOrder(['critical', 'high', 'medium', 'low'])],
    ...Object.entries(terms).map(([name, rows]) => [name, inOrder(rows.map(codeOf))] as const),
    ['state', inOrder(STATES)],
  ]);
}

const codeOf = ({ code }: { readonly code: string }) => code;
const STAGES =
  'surveyed planned procuring installed connected shared relocated decommissioned'.split(' ');
const STATES = 'online degraded offline tampered maintenance unknown'.split(' ');

function inOrder(codes: readonly string[]): Map<string, string> {
  return new Map(codes.map((code, i) => [code, String(i).padStart(3, '0')]));
}
