import { type LocalDay, parseDay } from '../unit/local-day.ts';
import type { Unit } from './unit.ts';

/** A unit as it was over one span; a code may name another unit later (wards took over codes on 01/07/2025). */
export interface UnitVersion {
  readonly unit: Unit;
  /** First and last day; infinite where the pack sets none. */
  readonly from: number;
  readonly to: number;
}

export interface UnitVersions {
  readonly all: readonly UnitVersion[];
  /** In order of time. */
  of(code: string): readonly UnitVersion[];
  /** The version that holds on a day; where none does, the one before it, else the first to come. */
  on(code: string, day: number): UnitVersion | undefined;
  /** What a version became on the day after its last; codes that name nothing then are left out. */
  successors(version: UnitVersion): readonly UnitVersion[];
  /** First days on which anything differs from the day before, in order. */
  readonly changes: readonly number[];
}

export const holdsOn = ({ from, to }: UnitVersion, day: number): boolean =>
  from <= day && day <= to;

export function createVersions(units: readonly Unit[]): UnitVersions {
  const all = units.map(versionOf);
  const byCode = new Map<string, UnitVersion[]>();
  for (const version of [...all].sort((a, b) => compare(a.from, b.from))) {
    const own = byCode.get(version.unit.code);
    if (own) own.push(version);
    else byCode.set(version.unit.code, [version]);
  }
  const of = (code: string): readonly UnitVersion[] => byCode.get(code) ?? [];
  const on = (code: string, day: number) => {
    const own = of(code);
    return own.find((version) => day <= version.to && version.from <= day) ?? nearest(own, day);
  };
  const edges = all.flatMap(({ from, to }) => [from, to + 1]).filter(Number.isFinite);
  return {
    all,
    of,
    on,
    successors: ({ unit, to }) =>
      (unit.successors ?? []).flatMap((code) => {
        const next = on(code, to + 1);
        return next && holdsOn(next, to + 1) ? [next] : [];
      }),
    changes: [...new Set(edges)].sort(compare),
  };
}

/** Unreadable days count as absent; the check of a pack tells them. */
export function versionOf(unit: Unit): UnitVersion {
  const { validFrom, validTo } = unit;
  const from = validFrom === undefined ? undefined : parseDay(validFrom);
  const to = validTo === undefined ? undefined : parseDay(validTo);
  return { unit, from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY };
}

/** A day on which a version holds, as near to `day` as can be. */
export const dayWithin = ({ from, to }: UnitVersion, day: number): LocalDay =>
  Math.min(Math.max(day, from), to) as LocalDay;

function nearest(own: readonly UnitVersion[], day: number): UnitVersion | undefined {
  return own.findLast(({ to }) => to < day) ?? own[0];
}

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
