import type { ChartForm } from '../../../shared/chart/chart.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Query } from '../../../shared/query/query.ts';

type Measures = ReadonlyMap<string, Measure>;

/** Forms that the picker offers, in its order; distribution and ranks over time have pages of their own. */
export const PICKED_FORMS = ['line', 'bar', 'stacked', 'ranking', 'map', 'table'] as const;
export type PickedForm = (typeof PICKED_FORMS)[number];

export type FormFault = 'needs-time' | 'needs-split' | 'no-time' | 'needs-units' | 'needs-sum';

const isCut = ({ grain, by, measures }: Query) =>
  grain !== undefined || (by?.length ?? 0) > 0 || measures.length > 1;

const FAULTS: Readonly<Record<PickedForm, (query: Query, all: Measures) => FormFault | undefined>> =
  {
    line: ({ grain }) => (grain ? undefined : 'needs-time'),
    bar: (query) => (isCut(query) ? undefined : 'needs-split'),
    stacked: (query, all) => {
      if (!areParts(query, all)) return 'needs-sum';
      return (query.by?.length ?? 0) >= (query.grain ? 1 : 2) ? undefined : 'needs-split';
    },
    ranking: ({ grain, by }) =>
      grain ? 'no-time' : (by?.length ?? 0) > 0 ? undefined : 'needs-split',
    map: ({ by, level }) =>
      by?.includes('unit') && level !== undefined ? undefined : 'needs-units',
    table: () => undefined,
  };

/** Only what can be summed over what it is split by is drawn as parts of a whole. */
function areParts({ measures, by }: Query, all: Measures): boolean {
  const [only, ...others] = measures.map((id) => all.get(id));
  if (!only || others.length > 0) return false;
  const sums = only.additivity.units === 'sum' && (only.kind === 'flow' || only.kind === 'stock');
  return sums && by?.includes('level') !== true;
}

/** Why a form does not suit a question; undefined where it does. */
export function formFault(form: PickedForm, query: Query, all: Measures): FormFault | undefined {
  return FAULTS[form](query, all);
}

/** The form that suits a question best where nobody has picked one. */
export function suitedForm(query: Query, all: Measures): PickedForm {
  const isFit = (form: PickedForm) => formFault(form, query, all) === undefined;
  const wished: readonly PickedForm[] = query.grain ? ['line'] : ['ranking', 'bar'];
  return wished.find(isFit) ?? 'table';
}

/** The form picked where it still suits, else the best one. */
export function shownForm(picked: ChartForm | undefined, query: Query, all: Measures): PickedForm {
  const own = PICKED_FORMS.find((form) => form === picked);
  return own && formFault(own, query, all) === undefined ? own : suitedForm(query, all);
}
