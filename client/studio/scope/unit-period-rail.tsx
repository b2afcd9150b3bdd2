import type { ReactNode } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { PeriodField } from '../question/period-field.tsx';
import { QUESTION_WORDS } from '../question/question-words.ts';
import { UnitField } from '../question/unit-field.tsx';
import type { UnitAndPeriod } from './use-unit-period.ts';

interface UnitPeriodRailProps {
  readonly place: UnitAndPeriod;
  readonly children?: ReactNode;
}

/** What a page about one unit is asked with: the unit, the period, and what else it needs. */
export function UnitPeriodRail({ place, children }: UnitPeriodRailProps) {
  const { language } = useTileSurroundings();
  const { unit, period, borders, setUnit, setPeriod } = place;
  return (
    <aside className="rail" aria-label={QUESTION_WORDS[language].question}>
      <UnitField unit={unit} borders={borders} onChange={setUnit} />
      <PeriodField period={period} onChange={setPeriod} />
      {children}
    </aside>
  );
}
