import type { TLocalizedValidationError } from 'typebox/error';
import { type CodedError, codedError } from '../errors.ts';
import { EVENT_SCHEMAS, type EventSchema, type JsonSchema } from './event-schemas.ts';

/** Deeper than any event of ours; bounds every walk over a parsed event. */
export const MAX_LEVELS = 16;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** What no event may hold at any place: too many levels, dangerous names, numbers beyond the range. */
export function findHostile(
  value: unknown,
  path = '$',
  levels = MAX_LEVELS,
): CodedError | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return codedError('IOC_INGEST_NUMBER', { where: path });
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return codedError('IOC_INGEST_DEPTH', { where: path, expected: MAX_LEVELS });
  for (const [key, property] of Object.entries(value)) {
    const where = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key.slice(0, 80)}`;
    if (FORBIDDEN.has(key)) return codedError('IOC_INGEST_KEY', { where, came: key });
    const fault = findHostile(property, where, levels - 1);
    if (fault) return fault;
  }
  return undefined;
}

/** Why no schema takes this event. */
export function explainFault(
  event: Readonly<Record<string, unknown>>,
  schema: EventSchema | undefined,
): CodedError {
  if (!schema && typeof event.type === 'string') {
    const came = JSON.stringify(event.type.slice(0, 60));
    return codedError('IOC_INGEST_KIND', { where: '$.type', came });
  }
  const used = schema ?? anySchema();
  const errors = used.whole.Errors(event).filter((error) => error.keyword !== 'boolean');
  const first = errors.find((error) => !error.instancePath.startsWith('/data')) ?? errors[0];
  if (first) return codedFault(first, event, used.json);
  return codedError('IOC_INGEST_VALUE', { where: '$', expected: 'an event', came: 'none' });
}

/** An event without a type is measured by any kind's envelope. */
function anySchema(): EventSchema {
  const [schema] = EVENT_SCHEMAS.values();
  if (!schema) throw new Error('there are no event kinds');
  return schema;
}

function codedFault(
  error: TLocalizedValidationError,
  event: Readonly<Record<string, unknown>>,
  json: JsonSchema,
): CodedError {
  const where = jsonPath(error.instancePath);
  if (error.keyword === 'additionalProperties') {
    const name = error.params.additionalProperties[0] ?? '';
    return codedError('IOC_INGEST_FIELD', { where: `${where}.${name.slice(0, 80)}` });
  }
  if (error.keyword === 'required') {
    const name = error.params.requiredProperties[0] ?? '';
    return codedError('IOC_INGEST_MISSING', { where: `${where}.${name}` });
  }
  const inData = error.instancePath.startsWith('/data/');
  const code = inData ? 'IOC_INGEST_VALUE' : 'IOC_INGEST_ENVELOPE';
  const value = at(event, error.instancePath);
  return codedError(code, {
    where,
    expected: expectedOf(error, at(json, schemaPointer(error.instancePath))),
    came: describe(value),
  });
}

function expectedOf(error: TLocalizedValidationError, schema: unknown): string {
  switch (error.keyword) {
    case 'enum':
      return `one of ${error.params.allowedValues.join(', ')}`;
    case 'const':
      return JSON.stringify(error.params.allowedValue);
    case 'type':
      return `${error.params.type}`;
    case 'pattern':
      return Object(schema).maxLength === 80 ? 'a code without spaces' : error.message;
    default:
      return error.message.replace(/^must /, 'a value that must ');
  }
}

/** `/data/paused/0/from` → `/properties/data/properties/paused/items/properties/from` */
function schemaPointer(instancePath: string): string {
  return instancePath.replace(/\/([^/]+)/g, (_, name: string) =>
    /^\d+$/.test(name) ? '/items' : `/properties/${name}`,
  );
}

function at(root: unknown, pointer: string): unknown {
  let value = root;
  for (const name of pointer.split('/').slice(1)) value = Object(value)[name];
  return value;
}

/** `/data/paused/0/from` → `$.data.paused[0].from` */
function jsonPath(pointer: string): string {
  return `$${pointer.replace(/\/(\d+)(?=\/|$)/g, '[$1]').replace(/\//g, '.')}`;
}

export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `a text of ${text.length - 2} characters` : text;
}
