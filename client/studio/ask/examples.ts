import type { Measure } from '../../../shared/measure/measure.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { DraftChart } from '../question/chart-place.ts';

type Asked = Omit<Query, 'unit' | 'period'>;

const QUESTIONS: readonly Asked[] = [
  {
    measures: ['dossier.onTimeRate'],
    grain: 'month',
    compare: 'same-period-last-year',
  },
  { measures: ['dossier.onTimeRate'], by: ['unit'], level: 'district' },
  { measures: ['dossier.received'], by: ['channel'], grain: 'month' },
  { measures: ['dossier.received', 'dossier.resolved', 'dossier.onTimeRate'], by: ['field'] },
  { measures: ['petition.received', 'petition.inTimeRate'], grain: 'month' },
  { measures: ['camera.availability'], by: ['owner'] },
];

/** Questions to begin with: those whose measures this catalogue knows. */
export function examplesFor(
  measures: ReadonlyMap<string, Measure>,
  unit: string,
): readonly DraftChart[] {
  return QUESTIONS.filter((each) => each.measures.every((id) => measures.has(id))).map((each) => ({
    query: { ...each, unit, period: { relative: 'last-12-months' } },
  }));
}
