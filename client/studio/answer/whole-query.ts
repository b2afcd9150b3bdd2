import type { Query } from '../../../shared/query/query.ts';

/** The same question about the whole: without splits and steps. What is left can stand as one figure a measure. */
export function wholeOf(query: Query): Query {
  const { by: _by, grain: _grain, top: _top, level: _level, ...rest } = query;
  return rest;
}

/** The same question of the units of one level alone, for a map; null where it is not split by such units. */
export function mapQueryOf(query: Query): Query | null {
  const { grain: _, ...rest } = query;
  if (!query.by?.includes('unit') || query.level === undefined) return null;
  return { ...rest, by: ['unit'] };
}
