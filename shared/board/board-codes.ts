import type { Board, Tile } from './board.ts';

/** What boards of a province may name. */
export interface BoardGround {
  readonly figures: ReadonlySet<string>;
  /** Names of layers of boundaries. */
  readonly layers: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

/** A code of a board that names nothing, or a measure that is shown but not asked for. */
export interface UnknownCode {
  readonly tile: string;
  readonly kind: 'figure' | 'boundaries' | 'measure' | 'unit' | 'unasked';
  readonly code: string;
}

/** Everything in a board that its province does not know; empty for one that can be answered. */
export function findUnknownCodes(board: Board, ground: BoardGround): UnknownCode[] {
  return board.tiles.flatMap((tile) => [
    ...unknown(tile, 'figure', figuresIn(tile), ground.figures),
    ...unknown(tile, 'boundaries', tile.kind === 'map' ? [tile.boundaries] : [], ground.layers),
    ...unknown(tile, 'measure', codesUnder(tile, MEASURE_KEYS), ground.measures),
    ...unknown(tile, 'unit', codesUnder(tile, UNIT_KEYS), ground.units),
    ...unasked(tile, tile, []),
  ]);
}

function unknown(
  { id: tile }: Tile,
  kind: UnknownCode['kind'],
  codes: readonly string[],
  known: ReadonlySet<string>,
): UnknownCode[] {
  return [...new Set(codes)]
    .filter((code) => !known.has(code))
    .map((code) => ({ tile, kind, code }));
}

/** Printed figures that a tile names. */
function figuresIn(tile: Tile): readonly string[] {
  if (tile.kind === 'facts') return tile.figures;
  if (tile.kind === 'systems') return tile.systems.flatMap(({ published = [] }) => published);
  return tile.kind === 'number' && tile.published !== undefined ? [tile.published] : [];
}

const MEASURE_KEYS: ReadonlySet<string> = new Set(['measure', 'measures']);
const UNIT_KEYS: ReadonlySet<string> = new Set(['unit']);

/** Texts, alone or in lists, under keys of these names at any depth. */
function codesUnder(value: unknown, keys: ReadonlySet<string>): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!keys.has(key)) return key === 'filter' ? [] : codesUnder(inner, keys);
    const codes: unknown[] = Array.isArray(inner) ? inner : [inner];
    return codes.filter((code) => typeof code === 'string');
  });
}

/** Measures that are shown out of an answer in which nobody asked for them. */
function unasked(tile: Tile, value: unknown, asked: readonly string[]): UnknownCode[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((each) => unasked(tile, each, asked));
  const own = value as Readonly<Record<string, unknown>>;
  const here = own.query === undefined ? asked : codesUnder({ query: own.query }, MEASURE_KEYS);
  const { query: _, sparkline: __, ...shown } = own;
  const missing = typeof own.measure === 'string' && !here.includes(own.measure);
  const below = Object.values(shown).flatMap((inner) => unasked(tile, inner, here));
  return missing
    ? [{ tile: tile.id, kind: 'unasked', code: String(own.measure) }, ...below]
    : below;
}
