import type { Row } from '../query/answer.ts';
import type { Delta } from './messages.ts';

export type RowDelta = Pick<Delta, 'set' | 'unset' | 'order'>;

/**
 * What leads from `old` to `next`; undefined when they are equal. `order` is left out when the old rows in their old
 * places, followed by the new rows of `set`, already stand in the order of `next`. Keys must be unique in each list.
 */
export function diffRows(old: readonly Row[], next: readonly Row[]): RowDelta | undefined {
  const oldByKey = new Map(old.map((row) => [row.key, row]));
  const nextKeys = new Set<string>();
  const set: Row[] = [];
  for (const row of next) {
    nextKeys.add(row.key);
    const before = oldByKey.get(row.key);
    if (before === undefined || !sameValue(before, row)) set.push(row);
  }
  const unset = old.filter((row) => !nextKeys.has(row.key)).map((row) => row.key);
  const kept = old.filter((row) => nextKeys.has(row.key)).map((row) => row.key);
  const appended = set.filter((row) => !oldByKey.has(row.key)).map((row) => row.key);
  const expected = [...kept, ...appended];
  const inOrder = next.every((row, index) => row.key === expected[index]);
  if (set.length === 0 && unset.length === 0 && inOrder) return undefined;
  return inOrder ? { set, unset } : { set, unset, order: next.map((row) => row.key) };
}

/**
 * The rows after a delta. Rows that are not in `set` stay the same objects, so that readers compare by reference.
 * Keys come from outside: only maps are indexed by them, so `__proto__` is a key like any other.
 */
export function applyDelta(rows: readonly Row[], delta: RowDelta): readonly Row[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  for (const key of delta.unset) byKey.delete(key);
  for (const row of delta.set) byKey.set(row.key, row);
  if (!delta.order) return [...byKey.values()];
  const ordered: Row[] = [];
  for (const key of delta.order) {
    const row = byKey.get(key);
    if (row) ordered.push(row);
  }
  return ordered;
}

/** `next` with every row that did not change taken from `old`; `old` itself when nothing changed. */
export function keepIdentity(old: readonly Row[], next: readonly Row[]): readonly Row[] {
  const delta = diffRows(old, next);
  return delta ? applyDelta(old, delta) : old;
}

/** Deep equality of JSON values; an absent property and an undefined one are the same, as on the wire. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keysOfA = presentKeys(a);
  if (keysOfA.length !== presentKeys(b).length) return false;
  return keysOfA.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function presentKeys(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
