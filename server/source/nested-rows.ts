import type { Row } from './map-row.ts';

/**
 * The rows that lie at a path such as `report[].data[]` of a JSON value. A row has the plain fields of everything it
 * lies in, its own last; an array's places are the columns `0`, `1` …
 */
export function* nestedRows(value: unknown, path: string, around: Row = {}): Generator<Row> {
  const [step = '', ...rest] = path.split('.');
  const isList = step.endsWith('[]');
  const name = isList ? step.slice(0, -2) : step;
  const found = name === '' ? value : Object(value)[name];
  const fields = { ...around, ...plainFields(value) };
  const inside = rest.join('.');
  for (const each of isList ? listOf(found, step) : [found]) {
    if (inside === '') yield { ...fields, ...plainFields(each) };
    else yield* nestedRows(each, inside, fields);
  }
}

function listOf(value: unknown, step: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new SyntaxError(`there is no array at ${step}`);
}

function plainFields(value: unknown): Row {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => typeof each !== 'object' || each === null),
  );
}
