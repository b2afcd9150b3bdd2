import type { TSchema } from 'typebox';

/** Keys and indices from the outside in. */
export type Path = readonly (string | number)[];

/**
 * A copy with the value at a path; undefined takes a key or an element of a list away. A key that was not there comes
 * where the schema has it, so that a file written by hand and one written here read the same.
 */
export function setAt(target: unknown, path: Path, value: unknown, schema?: TSchema): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(target)) return setInList(target, Number(key), rest, value);
  const object = target === null || typeof target !== 'object' ? {} : target;
  const inner = setAt(Reflect.get(object, key), rest, value, propertyOf(schema, key));
  const pairs = Object.entries(object);
  if (inner === undefined) return Object.fromEntries(pairs.filter(([name]) => name !== key));
  if (Object.hasOwn(object, key)) return { ...object, [key]: inner };
  const later = laterThan(schema, String(key));
  const place = pairs.findIndex(([name]) => later.has(name));
  const at = place < 0 ? pairs.length : place;
  return Object.fromEntries(pairs.toSpliced(at, 0, [String(key), inner]));
}

function setInList(list: readonly unknown[], at: number, rest: Path, value: unknown): unknown[] {
  if (rest.length === 0 && value === undefined) return list.toSpliced(at, 1);
  const inner = setAt(list[at], rest, value);
  return at < list.length ? list.with(at, inner) : [...list, inner];
}

/** The value at a path; undefined where there is none. */
export function valueAt(target: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value === null || typeof value !== 'object' ? undefined : Reflect.get(value, key),
    target,
  );
}

function propertiesOf(schema: TSchema | undefined): Record<string, TSchema> {
  return schema && 'properties' in schema ? (schema.properties as Record<string, TSchema>) : {};
}

function propertyOf(schema: TSchema | undefined, key: string | number): TSchema | undefined {
  return propertiesOf(schema)[key];
}

function laterThan(schema: TSchema | undefined, key: string): ReadonlySet<string> {
  const keys = Object.keys(propertiesOf(schema));
  return new Set(keys.slice(keys.indexOf(key) + 1));
}
