import { useId, useMemo, useState } from 'react';
import type { QueryPeriod } from '../../../shared/query/query.ts';
import { isoDay, localDayOf } from '../../../shared/unit/local-day.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useServerNow } from '../../tile/use-now.ts';
import { sentence } from '../sentence.ts';
import { periodOf, periodParam } from './chart-place.ts';
import { DayField } from './day-field.tsx';
import { fixedPeriods, type PeriodChoice, RELATIVE_PERIODS } from './period-choices.ts';
import { QUESTION_WORDS } from './question-words.ts';

const DAY_STEP_MS = 3_600_000;
const CUSTOM = 'custom';

interface PeriodFieldProps {
  readonly period: QueryPeriod;
  readonly onChange: (period: QueryPeriod) => void;
  readonly name?: string;
}

/** Relative periods, the newest whole years, quarters and months, or any two days. */
export function PeriodField({ period, onChange, name }: PeriodFieldProps) {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const id = useId();
  const groups = useFixed();
  const value = periodParam(period);
  const known = groups.flatMap(({ choices }) => choices).some((each) => sameAs(each, value));
  const [wantsDays, setWantsDays] = useState(false);
  const isCustom = wantsDays || (!('relative' in period) && !known);
  const choose = (chosen: string) => {
    setWantsDays(chosen === CUSTOM);
    if (chosen !== CUSTOM) onChange(periodOf(chosen));
  };
  return (
    <section className="field">
      <label className="field-name" htmlFor={id}>
        {name ?? words.period}
      </label>
      <select
        id={id}
        className="select-field"
        value={isCustom ? CUSTOM : value}
        onChange={({ target }) => choose(target.value)}
      >
        <optgroup label={words.relativePeriods}>
          {RELATIVE_PERIODS.map((each) => (
            <option key={each} value={each}>
              {sentence(words.relative[each])}
            </option>
          ))}
        </optgroup>
        {groups.map(({ label, choices }) => (
          <optgroup key={label} label={label}>
            {choices.map((each) => (
              <option key={each.name} value={periodParam(each.period)}>
                {sentence(each.name)}
              </option>
            ))}
          </optgroup>
        ))}
        <option value={CUSTOM}>{sentence(words.custom)}</option>
      </select>
      {isCustom && <Days period={period} onChange={onChange} />}
    </section>
  );
}

const sameAs = ({ period }: PeriodChoice, value: string) => periodParam(period) === value;

function useFixed() {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const today = localDayOf(useServerNow(DAY_STEP_MS));
  return useMemo(
    () => [
      { label: words.years, choices: fixedPeriods(today, 'year', 5, language) },
      { label: words.quarters, choices: fixedPeriods(today, 'quarter', 8, language) },
      { label: words.months, choices: fixedPeriods(today, 'month', 14, language) },
    ],
    [today, language, words],
  );
}

function Days({ period, onChange }: Pick<PeriodFieldProps, 'period' | 'onChange'>) {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const today = isoDay(localDayOf(useServerNow(DAY_STEP_MS)));
  const { from, to } = 'relative' in period ? { from: '', to: today } : period;
  const set = (next: { from: string; to: string }) => {
    if (next.from !== '' && next.to !== '') onChange(next);
  };
  return (
    <div className="two-days">
      <DayField name={words.from} day={from} onChange={(day) => set({ from: day, to })} />
      <DayField name={words.to} day={to} onChange={(day) => set({ from, to: day })} />
    </div>
  );
}
