import type { JsonSchema } from './event-schemas.ts';

const LONGEST = 200;

/**
 * A rejected event as the quarantine may keep it: only values of fields that the schema knows; of all others the name
 * alone, because who knows what a stranger's field holds. `schema` is undefined where the kind is unknown.
 */
export function redact(event: object, schema: JsonSchema): string {
  return JSON.stringify(keepKnown(event, schema));
}

function keepKnown(value: unknown, schema: JsonSchema | undefined): unknown {
  if (schema === undefined) return '…';
  if (Array.isArray(value)) {
    return value.slice(0, 20).map((element) => keepKnown(element, schema.items));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, 60)
        .map(([name, property]) => [
          name.slice(0, 80),
          keepKnown(property, ownProperty(schema, name)),
        ]),
    );
  }
  return typeof value === 'string' ? value.slice(0, LONGEST) : value;
}

function ownProperty(schema: JsonSchema, name: string): JsonSchema | undefined {
  const { properties } = schema;
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
}
