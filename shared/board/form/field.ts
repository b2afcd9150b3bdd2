import type { TSchema } from 'typebox';

/** Registers that a code may come from, by the key it stands under. */
export type Register = 'measure' | 'unit' | 'figure' | 'boundaries' | 'dimension' | 'programme';

/** How a setting is asked for: derived from its schema, so that a new setting of a tile needs no form of its own. */
export type Field =
  | {
      readonly kind: 'text';
      readonly pattern: string | undefined;
      readonly isNeeded: boolean;
      readonly register: Register | undefined;
    }
  | { readonly kind: 'day' | 'flag' | 'bilingual' }
  | { readonly kind: 'fixed'; readonly value: unknown }
  | {
      readonly kind: 'number';
      readonly isWhole: boolean;
      readonly least: number | undefined;
      readonly most: number | undefined;
    }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | {
      readonly kind: 'list';
      readonly item: Field;
      readonly least: number;
      readonly most: number | undefined;
    }
  | { readonly kind: 'group'; readonly members: readonly Member[] }
  /** One of several shapes. */
  | { readonly kind: 'either'; readonly options: readonly Field[] }
  /** Keys of one's own, or of `keys` where only those may be. */
  | { readonly kind: 'map'; readonly keys: readonly string[] | undefined; readonly value: Field };

export interface Member {
  readonly key: string;
  readonly field: Field;
  readonly isOptional: boolean;
}

const REGISTERS: Readonly<Record<string, Register>> = {
  measure: 'measure',
  measures: 'measure',
  unit: 'unit',
  published: 'figure',
  figures: 'figure',
  boundaries: 'boundaries',
  by: 'dimension',
  programme: 'programme',
};

const DAY = '^\\d{4}-\\d{2}-\\d{2}$';

/** What is used of a JSON Schema. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly TSchema[];
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
  readonly required?: readonly string[];
  readonly items?: TSchema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** `key` is that of the setting; a list hands its own to its elements. */
export function fieldOf(schema: TSchema, key = ''): Field {
  const shape = schema as Shape;
  if ('const' in shape) return { kind: 'fixed', value: shape.const };
  if (shape.enum) return { kind: 'choice', options: shape.enum };
  if (shape.anyOf)
    return { kind: 'either', options: shape.anyOf.map((each) => fieldOf(each, key)) };
  switch (shape.type) {
    case 'string':
      return textField(shape, key);
    case 'number':
    case 'integer':
      return {
        kind: 'number',
        isWhole: shape.type === 'integer',
        least: shape.minimum,
        most: shape.maximum,
      };
    case 'boolean':
      return { kind: 'flag' };
    case 'array':
      return listField(shape, key);
    case 'object':
      return objectField(shape);
    default:
      return { kind: 'fixed', value: null };
  }
}

function textField({ pattern, minLength }: Shape, key: string): Field {
  if (pattern === DAY) return { kind: 'day' };
  return { kind: 'text', pattern, isNeeded: minLength === 1, register: REGISTERS[key] };
}

function listField({ items, minItems = 0, maxItems }: Shape, key: string): Field {
  const item = items ? fieldOf(items, key) : ({ kind: 'fixed', value: null } as const);
  return { kind: 'list', item, least: minItems, most: maxItems };
}

function objectField({ properties = {}, required = [], patternProperties }: Shape): Field {
  const [anyKey] = Object.values(patternProperties ?? {});
  if (anyKey) return { kind: 'map', keys: undefined, value: fieldOf(anyKey) };
  const keys = Object.keys(properties);
  if (keys.join() === 'vi,en') return { kind: 'bilingual' };
  const isMap = required.length === 0 && keys.length > 3 && areLists(Object.values(properties));
  if (isMap) return { kind: 'map', keys, value: fieldOf(Object.values(properties)[0] ?? {}) };
  const members = Object.entries(properties).map(([key, schema]) => ({
    key,
    field: fieldOf(schema, key),
    isOptional: !required.includes(key),
  }));
  return { kind: 'group', members };
}

const areLists = (schemas: readonly Shape[]) => schemas.every(({ type }) => type === 'array');

/** What a new setting begins with. */
export interface Blanks {
  readonly text: { readonly vi: string; readonly en: string };
  /** `2026-01-31` */
  readonly day: string;
  /** A code of a register; undefined where it has none. */
  readonly codeOf: (register: Register) => string | undefined;
}

/** The least value that the field's schema accepts. */
export function blankOf(field: Field, blanks: Blanks): unknown {
  switch (field.kind) {
    case 'text':
      return (field.register && blanks.codeOf(field.register)) ?? (field.pattern ? 'a' : '…');
    case 'day':
      return blanks.day;
    case 'flag':
      return true;
    case 'bilingual':
      return { ...blanks.text };
    case 'fixed':
      return field.value;
    case 'number':
      return field.least ?? Math.min(0, field.most ?? 0);
    case 'choice':
      return field.options[0];
    case 'list':
      return Array.from({ length: Math.max(field.least, 1) }, () => blankOf(field.item, blanks));
    case 'group':
      return blankGroup(field.members, blanks);
    case 'either':
      return field.options[0] && blankOf(field.options[0], blanks);
    case 'map':
      return {};
  }
}

function blankGroup(members: readonly Member[], blanks: Blanks): Record<string, unknown> {
  const needed = members.filter(({ isOptional }) => !isOptional);
  return Object.fromEntries(needed.map(({ key, field }) => [key, blankOf(field, blanks)]));
}

/** Which of several shapes a value has, by its keys and type; the first where it has none. */
export function shapeOf(options: readonly Field[], value: unknown): number {
  return Math.max(
    0,
    options.findIndex((option) => hasShape(option, value)),
  );
}

function hasShape(field: Field, value: unknown): boolean {
  if (field.kind === 'fixed') return value === field.value;
  if (field.kind !== 'group') return typeof value === 'string';
  const own = Object(value);
  return field.members.every(({ key, isOptional }) => isOptional || Object.hasOwn(own, key));
}
