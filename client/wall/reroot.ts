import type { Board } from '../../shared/board/board.ts';
import type { Query } from '../../shared/query/query.ts';

/** Words of a scope line that speak of the whole province. */
const WHOLE = /Toàn tỉnh|Whole province/g;
/** What is true of the province only: a printed figure, a count in words. */
const PROVINCE_ONLY: ReadonlySet<string> = new Set(['published', 'within']);

/**
 * The same board about another unit: every question about `root` is put about `unit`, districts become communes,
 * and the words say `name` where they said the province.
 */
export function rerootBoard(board: Board, root: string, unit: string, name: string): Board {
  if (unit === root) return board;
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(WHOLE, name);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    if (isQueryAbout(value, root)) return rerootQuery(value, unit);
    const kept = Object.entries(value).filter(([key]) => !PROVINCE_ONLY.has(key));
    return Object.fromEntries(kept.map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(board) as Board;
}

function isQueryAbout(value: object, root: string): value is Query {
  return 'measures' in value && 'period' in value && 'unit' in value && value.unit === root;
}

function rerootQuery(query: Query, unit: string): Query {
  return query.level === 'district' ? { ...query, unit, level: 'commune' } : { ...query, unit };
}
