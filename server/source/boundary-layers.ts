import type { BoundaryLayer } from '../../shared/territory/boundary-layer.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import {
  createVersions,
  holdsOn,
  type UnitVersion,
  type UnitVersions,
} from '../../shared/territory/unit-versions.ts';
import { isoDay, type LocalDay } from '../../shared/unit/local-day.ts';
import type { BoundaryFault } from './boundary-faults.ts';
import type { Boundaries } from './province-pack.ts';

/**
 * Level and time of a file follow from its codes: the time in which all of them are units of one level, and the
 * fewest units of that level are missing. Codes taken over by later units fit both times, but cover one of them better.
 */
export function layerOf(name: string, file: Boundaries, pack: Pack): BoundaryLayer | BoundaryFault {
  const versions = createVersions(pack.units);
  const codes = file.features.map(({ properties }) => properties.code);
  const unknown = codes.findIndex((code) => versions.of(code).length === 0);
  if (unknown >= 0)
    return {
      where: `features/${unknown}/properties/code`,
      expected: 'a unit',
      came: codes[unknown] ?? '',
    };
  const eras = erasOf(versions).map((era) => ({ era, fit: fitOf(versions, era.from, codes) }));
  const best = Math.max(...eras.map(({ fit }) => fit?.share ?? 0));
  const first = eras.findIndex(({ fit }) => fit?.share === best);
  const fit = eras[first]?.fit;
  if (!fit)
    return { where: 'features', expected: 'units of one level at one time', came: 'others' };
  const after = eras.findIndex((each, i) => i > first && each.fit?.share !== best);
  const last = eras[(after < 0 ? eras.length : after) - 1];
  const { from } = eras[first]?.era ?? {};
  return {
    name,
    level: fit.level,
    ...boundOf('from', from),
    ...boundOf('to', last?.era.to),
    schematic: file.features.some(({ properties }) => properties.schematic === true),
  };
}

function boundOf(name: 'from' | 'to', day: number | undefined) {
  return day !== undefined && Number.isFinite(day) ? { [name]: isoDay(day as LocalDay) } : {};
}

function erasOf({ changes }: UnitVersions) {
  const starts = [Number.NEGATIVE_INFINITY, ...changes];
  return starts.map((from, i) => ({ from, to: (starts[i + 1] ?? Number.POSITIVE_INFINITY) - 1 }));
}

/** Level of the codes on a day and the share of that level's units they are; undefined where they fit none. */
function fitOf(versions: UnitVersions, day: number, codes: readonly string[]) {
  const there = versions.all.filter((version) => holdsOn(version, day));
  const byCode = new Map(
    there.map((version): [string, UnitVersion] => [version.unit.code, version]),
  );
  const levels = new Set(codes.map((code) => byCode.get(code)?.unit.level));
  const [level] = levels;
  if (levels.size !== 1 || level === undefined) return undefined;
  return { level, share: codes.length / there.filter(({ unit }) => unit.level === level).length };
}
