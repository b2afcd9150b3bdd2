import type { Dimension, Measure } from '../../../shared/measure/measure.ts';
import type { Query } from '../../../shared/query/query.ts';

/** The dimensions that every one of the measures has, in the order of the first. */
export function commonDimensions(
  ids: readonly string[],
  measures: ReadonlyMap<string, Measure>,
): readonly Dimension[] {
  const [first, ...others] = ids.map((id) => measures.get(id)?.dimensions ?? []);
  return (first ?? []).filter((each) => others.every((own) => own.includes(each)));
}

/** What goes with the chosen measures: splits and filters that not all of them have are taken away. */
export function fitted(query: Query, measures: ReadonlyMap<string, Measure>): Query {
  const known = commonDimensions(query.measures, measures);
  const has = (dimension: string) => known.some((each) => each === dimension);
  const { by, filter, level, ...rest } = query;
  const kept = by?.filter(has) ?? [];
  const filters = Object.entries(filter ?? {}).filter(([dimension]) => has(dimension));
  return {
    ...rest,
    ...(kept.length > 0 && { by: kept }),
    ...(filters.length > 0 && { filter: Object.fromEntries(filters) }),
    ...(level !== undefined && kept.includes('unit') && { level }),
  };
}
