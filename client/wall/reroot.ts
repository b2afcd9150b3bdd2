import type { Board } from '../../shared/board/board.ts';
import type { Query } from '../../shared/query/query.ts';

/** The same board about another unit: every question about `root` is put about `unit`, districts become communes. */
export function rerootBoard(board: Board, root: string, unit: string): Board {
  if (unit === root) return board;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    if (isQueryAbout(value, root)) return rerootQuery(value, unit);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(board) as Board;
}

function isQueryAbout(value: object, root: string): value is Query {
  return 'measures' in value && 'period' in value && 'unit' in value && value.unit === root;
}

function rerootQuery(query: Query, unit: string): Query {
  return query.level === 'district' ? { ...query, unit, level: 'commune' } : { ...query, unit };
}
