import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Query } from '../../../shared/query/query.ts';

/** Every distinct question of the boards in that directory, as a wall subscribes to them. */
export function boardQueries(boards: string): Query[] {
  const found = new Map<string, Query>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isQuery(value)) found.set(JSON.stringify(value), value);
    else for (const inner of Object.values(value)) walk(inner);
  };
  for (const name of readdirSync(boards)) {
    walk(JSON.parse(readFileSync(path.join(boards, name), 'utf8')));
  }
  return [...found.values()];
}

function isQuery(value: object): value is Query {
  return 'measures' in value && 'period' in value && 'unit' in value;
}
