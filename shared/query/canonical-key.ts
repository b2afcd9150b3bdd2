import type { Query } from './query.ts';

/** The same question always has the same key: properties sorted, absent and null left out, sets sorted. */
export function canonicalKey(query: Query): string {
  const filter = Object.entries(query.filter ?? {}).map(([dimension, values]) => [
    dimension,
    [...new Set(values)].sort(),
  ]);
  return stable({
    ...query,
    filter: filter.length > 0 ? Object.fromEntries(filter) : undefined,
    by: query.by?.length ? query.by : undefined,
    borders: query.borders === 'as-were' ? undefined : query.borders,
  });
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined && v !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${stable(v)}`).join(',')}}`;
}
