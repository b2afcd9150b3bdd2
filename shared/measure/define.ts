import type { BilingualText, Dimension, Measure, MeasureSource, Term } from './measure.ts';

const HOUR_MS = 3_600_000;

export const text = (vi: string, en: string): BilingualText => ({ vi, en });

export const PERCENT: BilingualText = { vi: '%', en: '%' };
export const DOSSIERS = text('hồ sơ', 'dossiers');
export const CAMERAS = text('camera', 'cameras');

/** What all measures of one source share. */
export interface Family {
  readonly source: MeasureSource;
  readonly dimensions: readonly Dimension[];
  readonly unit: BilingualText;
  readonly freshnessMs: number;
}

/** What is particular to one measure. */
export interface Particulars {
  readonly id: string;
  readonly name: BilingualText;
  readonly shortName: BilingualText;
  /** Id and words of the formula. */
  readonly formula: readonly [id: string, vi: string, en: string];
  readonly legalBasis: BilingualText;
  readonly direction?: Measure['direction'];
  readonly dimensions?: readonly Dimension[];
}

/** A count of what happened in the period. */
export function defineFlow(family: Family, terms: readonly Term[], own: Particulars): Measure {
  const additivity = { units: 'sum', time: 'sum' } as const;
  return complete(family, own, { kind: 'flow', expression: { kind: 'sum', terms }, additivity });
}

/** A count of what stands at the period's end. */
export function defineStock(family: Family, terms: readonly Term[], own: Particulars): Measure {
  const additivity = { units: 'sum', time: 'last' } as const;
  return complete(family, own, { kind: 'stock', expression: { kind: 'sum', terms }, additivity });
}

/** A percentage; rolled up by its summed numerator and denominator, never averaged. */
export function defineRatio(
  family: Family,
  num: readonly Term[],
  den: readonly Term[],
  own: Particulars,
): Measure {
  return {
    ...complete(family, own, {
      kind: 'ratio',
      expression: { kind: 'ratio', num, den, scale: 100 },
      additivity: { units: 'recompute', time: 'recompute' },
    }),
    unit: PERCENT,
    decimals: 2,
    deltaKind: 'points',
  };
}

interface Mean {
  readonly num: readonly Term[];
  readonly den: readonly Term[];
  readonly scale: number;
  readonly decimals?: number;
}

/** An average: `num / den × scale` in the family's unit, rolled up like a percentage. */
export function defineMean(
  family: Family,
  { num, den, scale, decimals = 1 }: Mean,
  own: Particulars,
): Measure {
  return {
    ...complete(family, own, {
      kind: 'mean',
      expression: { kind: 'ratio', num, den, scale },
      additivity: { units: 'recompute', time: 'recompute' },
    }),
    decimals,
  };
}

function complete(
  family: Family,
  own: Particulars,
  rest: Pick<Measure, 'kind' | 'expression' | 'additivity'>,
): Measure {
  const [id, vi, en] = own.formula;
  return {
    ...rest,
    id: own.id,
    name: own.name,
    shortName: own.shortName,
    formula: { id, text: { vi, en } },
    unit: family.unit,
    decimals: 0,
    direction: own.direction ?? 'neutral',
    deltaKind: 'percent',
    dimensions: own.dimensions ?? family.dimensions,
    source: family.source,
    legalBasis: own.legalBasis,
    freshnessMs: family.freshnessMs,
  };
}

export const DAY_BUDGET_MS = 24 * HOUR_MS;
