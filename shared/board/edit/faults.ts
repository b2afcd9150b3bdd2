import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { Tile, type TileKind } from '../board.ts';
import type { Path } from './set-at.ts';

/** What keeps a value from being what a schema asks for. */
export interface Fault {
  readonly path: Path;
  /** JSON Schema keyword that refuses it. */
  readonly keyword: string;
  /** What the keyword asks for: a limit, a pattern, choices. */
  readonly asked: unknown;
}

const SCHEMAS = new Map<string, TSchema>(
  Tile.anyOf.map((schema) => [schema.properties.kind.const, schema]),
);

/** The schema of one kind of tile. */
export function tileSchema(kind: TileKind): TSchema {
  // Every kind is a member of the union that the map is made of.
  return SCHEMAS.get(kind) ?? Tile;
}

/** Empty for a value that the schema accepts. A tile among others is looked at as the kind that it says it is. */
export function faultsIn(schema: TSchema, value: unknown): Fault[] {
  if (Value.Check(schema, value)) return [];
  const inTiles = faultsInTiles(value);
  return inTiles.length > 0 ? inTiles : ownFaults(schema, value, []);
}

function faultsInTiles(value: unknown): Fault[] {
  const tiles = Object(value).tiles;
  if (!Array.isArray(tiles)) return [];
  return tiles.flatMap((tile, at) => {
    const schema = SCHEMAS.get(Object(tile).kind);
    if (schema) return ownFaults(schema, tile, ['tiles', at]);
    return [{ path: ['tiles', at, 'kind'], keyword: 'enum', asked: [...SCHEMAS.keys()] }];
  });
}

function ownFaults(schema: TSchema, value: unknown, base: Path): Fault[] {
  return Value.Errors(schema, value).flatMap(({ keyword, instancePath, params }) => {
    const path = [...base, ...partsOf(instancePath)];
    // An unknown key is told twice: once for the object, once for the key. The second is enough.
    if (keyword === 'additionalProperties') return [];
    return [{ path, keyword, asked: askedBy(params) }];
  });
}

function partsOf(pointer: string): (string | number)[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const ASKED = ['limit', 'pattern', 'allowedValues', 'requiredProperties', 'type'] as const;

function askedBy(params: object): unknown {
  const key = ASKED.find((name) => name in params);
  return key === undefined ? undefined : Reflect.get(params, key);
}
