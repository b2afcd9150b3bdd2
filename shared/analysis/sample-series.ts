import { createWorkingDays } from '../calendar/working-days.ts';
import type { Cell } from '../query/answer.ts';
import { type LocalDay, parseDay } from '../unit/local-day.ts';
import type { DaySpan, Grain } from '../unit/period.ts';
import type { SeriesAsked } from './series.ts';

const name = { vi: 'nghỉ', en: 'off' };
/** Tết 2023 and 2024, and a make-up Saturday. */
export const SAMPLE_DAYS = createWorkingDays({
  holidays: [
    ...['2023-01-20', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26'],
    ...['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'],
  ].map((day) => ({ day, name })),
  makeUpDays: [{ day: '2024-05-04' }],
});

export const dayAt = (text: string) => parseDay(text) as LocalDay;
export const spanAt = (from: string, to: string): DaySpan => ({ from: dayAt(from), to: dayAt(to) });

export const FLOW: SeriesAsked['measure'] = {
  kind: 'flow',
  expression: { kind: 'sum', terms: [] },
};
export const STOCK: SeriesAsked['measure'] = { kind: 'stock', expression: FLOW.expression };
export const RATIO: SeriesAsked['measure'] = {
  kind: 'ratio',
  expression: { kind: 'ratio', num: [], den: [], scale: 100 },
};

export const sampleAsked = (
  measure: SeriesAsked['measure'],
  grain: Grain,
  span: DaySpan,
): SeriesAsked => ({ measure, grain, span, closedTo: span.to, days: SAMPLE_DAYS });

export const rateCell = (num: number, den: number): Cell => ({
  value: den > 0 ? (num / den) * 100 : null,
  num,
  den,
});

/** Repeatable noise in [0, 1): a linear congruential generator (Numerical Recipes). */
export function sampleNoise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
