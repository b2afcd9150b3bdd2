import type { DemoShape } from '../../shared/territory/demo.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { holdsOn, versionOf } from '../../shared/territory/unit-versions.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import { picker, type Random } from './seeded.ts';

/** A unit that settles dossiers. */
export interface Office {
  readonly unit: string;
  readonly agency: string;
  readonly level: 'province' | 'district' | 'commune';
  /** How often late, 1 being usual. */
  readonly late: number;
  readonly drawProcedure: (random: Random) => number;
}

export interface Procedure {
  readonly code: string;
  readonly field: string;
  /** Working days to the due date. */
  readonly term: number;
  readonly fee: number;
  readonly late: number;
}

export interface Offices {
  readonly offices: readonly Office[];
  readonly procedures: readonly Procedure[];
  readonly draw: (random: Random) => number;
}

const LEVEL = { department: 'province', district: 'district', commune: 'commune' } as const;

/** The pack's units of a day with an agency and what they handle. */
export function createOffices(pack: Pack, shape: DemoShape, day: LocalDay): Offices {
  const procedures = proceduresOf(shape);
  const agencyOf = new Map(pack.agencies.map(({ unit, code }) => [unit, code]));
  const weights: number[] = [];
  const units = pack.units.filter((unit) => holdsOn(versionOf(unit), day));
  const offices = units.flatMap((unit) => {
    const agency = agencyOf.get(unit.code);
    if (unit.level === 'country' || unit.level === 'province' || agency === undefined) return [];
    const ofLevel = units.filter(({ level }) => level === unit.level);
    const sum = ofLevel.reduce((total, { code }) => total + (shape.unitWeight[code] ?? 0), 0);
    weights.push((shape.levelShare[unit.level] * (shape.unitWeight[unit.code] ?? 0)) / sum);
    const own = shape.lateWeight[unit.code];
    const late = own ?? (shape.lateWeight[unit.parent ?? ''] ?? 1) * variation(unit.code);
    const handles = shape.handles[unit.code] ?? shape.handles[unit.level] ?? {};
    const drawProcedure = picker(
      procedures.map(({ field, share }) => share * (handles[field] ?? 0)),
    );
    return [{ unit: unit.code, agency, level: LEVEL[unit.level], late, drawProcedure }];
  });
  return { offices, procedures, draw: picker(weights) };
}

/** 0.7 to 1.3 by the code, so that neighbours differ a little. */
function variation(code: string): number {
  const sum = [...code].reduce((total, char) => total * 31 + char.charCodeAt(0), 7);
  return 0.7 + (sum % 61) / 100;
}

function proceduresOf(shape: DemoShape): (Procedure & { readonly share: number })[] {
  return Object.entries(shape.fields).flatMap(([field, { terms, fee, late }]) =>
    terms.map((term, at) => ({
      code: `tt-${field}-${at + 1}`,
      field,
      term,
      fee,
      late,
      share: 1 / terms.length / (1 + at / 3),
    })),
  );
}
