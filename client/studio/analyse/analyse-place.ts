import type { Measure } from '../../../shared/measure/measure.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { Borders, UnitLevel } from '../../../shared/territory/borders.ts';
import { civilOf, type LocalDay } from '../../../shared/unit/local-day.ts';
import type { DraftChart } from '../question/chart-place.ts';

export const VIEWS = ['distribution', 'ranking', 'anomalies', 'forecast'] as const;
export type View = (typeof VIEWS)[number];

const FIRST_MEASURE = 'dossier.received';

/** The question of a view: one measure, over units or over time; what the address does not say is what suits most. */
export function viewQuery(
  view: View,
  chart: DraftChart | null,
  known: {
    readonly root: string;
    readonly today: LocalDay;
    readonly borders: Borders;
    /** The address names a period; without one two years are asked. */
    readonly hasPeriod: boolean;
  },
): Query {
  const { measures = [], unit = known.root, period, grain, level, asOf } = chart?.query ?? {};
  const asked = {
    measures: [measures[0] ?? FIRST_MEASURE],
    unit,
    period: (known.hasPeriod ? period : undefined) ?? twoYears(known.today),
    ...(asOf && { asOf }),
  };
  const time = { ...asked, grain: grain ?? ('month' as const) };
  if (view === 'anomalies' || view === 'forecast') return time;
  const levels = levelsBelow(known.borders, unit);
  const shown = levels.find((each) => each === level) ?? levels[0];
  const units = { by: ['unit' as const], ...(shown !== undefined && { level: shown }) };
  return view === 'ranking' ? { ...time, ...units } : { ...asked, ...units };
}

/** Two calendar years up to yesterday's: seasons need more than one. */
function twoYears(today: LocalDay): { from: string; to: string } {
  const { year } = civilOf((today - 1) as LocalDay);
  return { from: `${year - 1}-01-01`, to: `${year}-12-31` };
}

const ORDER: readonly UnitLevel[] = ['district', 'commune', 'department', 'province'];

/** Levels that units below a unit have, in the order they are offered. */
export function levelsBelow(borders: Borders, unit: string): readonly UnitLevel[] {
  const below = borders.below(unit).filter(({ code }) => code !== unit);
  return ORDER.filter((level) => below.some((each) => each.level === level));
}

export const hasUnits = (measure: Measure | undefined): boolean =>
  measure?.dimensions.includes('unit') ?? false;
