import { Compile, type Validator } from 'typebox/compile';
import { DayText, Envelope, InstantText } from '../../shared/event/envelope.ts';
import { KINDS, type Kind } from '../../shared/event/kinds.ts';

/** The parts of JSON Schema that the event schemas use. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly [keyword: string]: unknown;
}

/** Where a kind keeps its dates, as a tree that follows its data. */
export interface DateField {
  readonly name: string;
  readonly form: 'instant' | 'day' | 'object' | 'array';
  /** A planned day, which may lie years ahead. */
  readonly planned: boolean;
  readonly children: readonly DateField[];
}

export interface EventSchema {
  readonly kind: Kind;
  /** The whole event, envelope and data; dates are only texts here, `dates` says where they are. */
  readonly whole: Validator;
  /** The same without the refusal of unknown fields, which `countKnown` does in a fifth of the time. */
  readonly open: Validator;
  readonly known: KnownFields;
  readonly json: JsonSchema;
  readonly dates: readonly DateField[];
}

const PLANNED = new Set(['due', 'extendedDue', 'newDue', 'begins', 'ends']);

/** Schemas are plain JSON Schema, so a copy of one is its JSON. */
function plainCopy(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema));
}

const PATTERNS = new Map<unknown, 'instant' | 'day'>([
  [plainCopy(InstantText).pattern, 'instant'],
  [plainCopy(DayText).pattern, 'day'],
]);

/**
 * Dates are read digit by digit afterwards, which is stricter than their pattern (no 31 April) and tells a wrong date
 * from a wrong text; checking the pattern as well would cost as much as all the rest.
 */
function withoutDatePatterns(schema: JsonSchema): JsonSchema {
  if (PATTERNS.has(schema.pattern)) return { type: 'string', maxLength: 40 };
  if (schema.items) return { ...schema, items: withoutDatePatterns(schema.items) };
  if (!schema.properties) return schema;
  const properties = Object.entries(schema.properties).map(([name, property]) => [
    name,
    withoutDatePatterns(property),
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

function dateFields(schema: JsonSchema): DateField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const field = dateField(name, property);
    return field ? [field] : [];
  });
}

function dateField(name: string, property: JsonSchema): DateField | undefined {
  const planned = PLANNED.has(name);
  const form = PATTERNS.get(property.pattern);
  if (form) return { name, planned, form, children: [] };
  const children = dateFields(property.items ?? property);
  if (children.length === 0) return undefined;
  return { name, planned, form: property.items ? 'array' : 'object', children };
}

function withoutClosing(schema: JsonSchema): JsonSchema {
  const { additionalProperties: _, ...open } = schema;
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    withoutClosing(property),
  ]);
  return {
    ...open,
    ...(schema.properties && { properties: Object.fromEntries(properties) }),
    ...(schema.items && { items: withoutClosing(schema.items) }),
  };
}

/** The fields that a schema names, at every depth. */
export interface KnownFields {
  readonly fields: ReadonlyMap<string, KnownFields>;
  readonly items: KnownFields | undefined;
}

function knownFields({ properties = {}, items }: JsonSchema): KnownFields {
  const fields = Object.entries(properties).map(
    ([name, property]) => [name, knownFields(property)] as const,
  );
  return { fields: new Map(fields), items: items && knownFields(items) };
}

/** Names and string values below `value`, as `countStrings` has them; -1 where a field is none that the schema names. */
export function countKnown(value: object, known: KnownFields): number {
  if (Array.isArray(value)) return countElements(value, known.items);
  const object: Record<string, unknown> = Object(value);
  let count = 0;
  for (const name in object) {
    const member = object[name];
    const field = known.fields.get(name);
    if (field === undefined) return -1;
    count += typeof member === 'string' ? 2 : 1;
    if (typeof member !== 'object' || member === null) continue;
    const below = countKnown(member, field);
    if (below < 0) return -1;
    count += below;
  }
  return count;
}

function countElements(array: readonly unknown[], known: KnownFields | undefined): number {
  let count = 0;
  for (const element of array) {
    if (typeof element === 'string') count += 1;
    if (typeof element !== 'object' || element === null) continue;
    const below = known ? countKnown(element, known) : -1;
    if (below < 0) return -1;
    count += below;
  }
  return count;
}

function eventSchema(kind: Kind): EventSchema {
  const envelope = plainCopy(Envelope);
  const data = plainCopy(KINDS[kind].schema);
  const json: JsonSchema = withoutDatePatterns({
    ...envelope,
    properties: { ...envelope.properties, type: { const: `ioc.${kind}.v1` }, data },
    required: [...Object(envelope.required), 'data'],
  });
  const whole = onFirstUse(() => Compile(json));
  const open = onFirstUse(() => Compile(withoutClosing(json)));
  return {
    kind,
    get whole() {
      return whole();
    },
    get open() {
      return open();
    },
    known: knownFields(json),
    json,
    dates: dateFields(data),
  };
}

/** Compiling all kinds would hold up every start, and most of them never come. */
function onFirstUse<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** By the event's `type`. */
export const EVENT_SCHEMAS: ReadonlyMap<string, EventSchema> = new Map(
  Object.keys(KINDS).map((kind) => [`ioc.${kind}.v1`, eventSchema(kind as Kind)]),
);
