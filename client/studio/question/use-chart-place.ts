import { useCallback, useMemo } from 'react';
import type { Query } from '../../../shared/query/query.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import type { Step } from '../../ui/address.ts';
import { goTo, usePlace } from '../../ui/use-place.ts';
import { chartOf, chartParams, type DraftChart } from './chart-place.ts';

export interface ChartPlace {
  /** Null: nothing is asked yet. */
  readonly chart: DraftChart | null;
  readonly show: (chart: DraftChart, step?: Step) => void;
  /** Changes parts of the question; what is undefined is taken away. */
  readonly ask: (change: QueryChange, step?: Step) => void;
}

export type QueryChange = { readonly [K in keyof Query]?: Query[K] | undefined };

/** The chart that the address is about, and a way to another one. */
export function useChartPlace(): ChartPlace {
  const { params } = usePlace();
  const { root } = useTileSurroundings();
  const chart = useMemo(() => chartOf(params, root), [params, root]);
  const show = useCallback((next: DraftChart, step: Step = 'push') => {
    const params = chartParams(next, new URLSearchParams(location.search));
    // Without a measure the address would lead to the saved chart again.
    if (next.query.measures.length === 0) for (const name of ['doc', 'v']) params.delete(name);
    goTo(location.pathname, params, step);
  }, []);
  const ask = useCallback(
    (change: QueryChange, step?: Step) => {
      const now = chartOf(new URLSearchParams(location.search), root);
      const query = withChange(now?.query ?? { ...EMPTY, unit: root }, change);
      show({ ...now, query }, step);
    },
    [root, show],
  );
  return useMemo(() => ({ chart, show, ask }), [chart, show, ask]);
}

const EMPTY = { measures: [], period: { relative: 'last-12-months' } } as const;

/** Parts set to undefined are gone, not there without a value. */
export function withChange(
  query: Omit<Query, 'measures'> & { readonly measures: readonly string[] },
  change: QueryChange,
): Query {
  const entries = Object.entries({ ...query, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(entries) as Query;
}
