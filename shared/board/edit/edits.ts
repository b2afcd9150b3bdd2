import { Board, type Tile } from '../board.ts';
import type { Area } from '../tile-parts.ts';
import { GRID } from '../type-scale.ts';
import { isSameArea, isSameSize, overlaps, snapToGrid } from './area.ts';
import { type Fault, faultsIn, tileSchema } from './faults.ts';
import { fitsIn, legibleArea } from './least-size.ts';
import { type Layout, layoutFor, layoutForNew } from './placing.ts';
import { type Path, setAt } from './set-at.ts';

/** One step of a person at a board. Tiles are meant by id. */
export type Edit =
  /** A move where the size stays, else a resize from the edge or corner that differs. */
  | { readonly kind: 'place'; readonly tile: string; readonly area: Area }
  /** `at` null: the first free place where the tile can be read. */
  | { readonly kind: 'add'; readonly tile: Tile; readonly at: Area | null }
  | { readonly kind: 'remove'; readonly tile: string }
  | { readonly kind: 'duplicate'; readonly tile: string }
  /** `tile` null: of the board itself. `value` undefined: takes the setting away. */
  | {
      readonly kind: 'set';
      readonly tile: string | null;
      readonly path: Path;
      readonly value: unknown;
    };

export type Refusal =
  | { readonly reason: 'no-tile' | 'no-room' | 'too-small' | 'last-tile' | 'too-many' | 'id-taken' }
  | { readonly reason: 'invalid'; readonly faults: readonly Fault[] };

export type Outcome = { readonly board: Board } | { readonly refused: Refusal };

/** Tiles a board may hold. */
const MOST_TILES = 24;

/** The board after an edit, or why it stays: every outcome is a board that the schema accepts. Changes nothing given. */
export function applyEdit(board: Board, edit: Edit): Outcome {
  switch (edit.kind) {
    case 'place':
      return place(board, edit.tile, edit.area);
    case 'add':
      return add(board, edit.tile, edit.at);
    case 'remove':
      return remove(board, edit.tile);
    case 'duplicate':
      return duplicate(board, edit.tile);
    case 'set':
      return set(board, edit.tile, edit.path, edit.value);
  }
}

/** A whole board from elsewhere, its texts composed; refused with the faults where it is none. */
export function checkBoard(board: unknown): Outcome {
  return checked(composed(board));
}

const refuse = (reason: Exclude<Refusal['reason'], 'invalid'>): Outcome => ({
  refused: { reason },
});

function place(board: Board, id: string, area: Area): Outcome {
  const at = indexOf(board, id);
  const tile = board.tiles[at];
  if (!tile) return refuse('no-tile');
  const snapped = snapToGrid(area);
  const wanted = isSameSize(snapped, tile.area) ? snapped : legibleArea(tile, snapped);
  if (isSameArea(wanted, tile.area)) {
    return isSameArea(snapped, tile.area) ? { board } : refuse('too-small');
  }
  const layout = layoutFor(board.tiles, at, wanted);
  return layout ? { board: laidOut(board, layout) } : refuse('no-room');
}

function laidOut(board: Board, layout: Layout): Board {
  const tiles = board.tiles.map((tile, index) => {
    const area = layout.get(index);
    return area && !isSameArea(area, tile.area) ? { ...tile, area } : tile;
  });
  return { ...board, tiles };
}

function add(board: Board, tile: Tile, at: Area | null): Outcome {
  const { tiles } = board;
  if (tiles.length >= MOST_TILES) return refuse('too-many');
  const wanted = at ? snapToGrid(at) : freePlace(tiles, tile);
  const layout = wanted && layoutForNew(tiles, wanted);
  if (!layout || !wanted) return refuse('no-room');
  const { tiles: others } = laidOut(board, layout);
  const added = { ...tile, id: freeId(tiles, tile.id), area: wanted };
  return checked(composed({ ...board, tiles: [...others, added] }));
}

/** First place, by rows, where the tile fits as it is; else the largest smaller one where it can still be read. */
function freePlace(tiles: readonly Tile[], tile: Tile): Area | null {
  const before = tiles.map(({ area }) => area);
  for (const { w, h } of sizesUpTo(tile.area)) {
    const place = fitsIn(tile, w, h) && firstFree(before, w, h);
    if (place) return place;
  }
  return null;
}

/** Largest first. */
function sizesUpTo(most: Area): { w: number; h: number }[] {
  const heights = Array.from({ length: most.h }, (_, less) => most.h - less);
  const widths = Array.from({ length: most.w }, (_, less) => most.w - less);
  return widths
    .flatMap((w) => heights.map((h) => ({ w, h })))
    .sort((a, b) => b.w * b.h - a.w * a.h);
}

function firstFree(before: readonly Area[], w: number, h: number): Area | undefined {
  for (let y = 0; y <= GRID.rows - h; y++) {
    for (let x = 0; x <= GRID.columns - w; x++) {
      const place = { x, y, w, h };
      if (!before.some((other) => overlaps(other, place))) return place;
    }
  }
  return undefined;
}

/** `id`, or the first of `id-2`, `id-3` … that is free. */
function freeId(tiles: readonly Tile[], id: string): string {
  const taken = new Set(tiles.map((tile) => tile.id));
  const stem = id.replace(/-\d+$/, '');
  let name = id;
  for (let n = 2; taken.has(name); n++) name = `${stem}-${n}`;
  return name;
}

function remove(board: Board, id: string): Outcome {
  const at = indexOf(board, id);
  if (at < 0) return refuse('no-tile');
  if (board.tiles.length === 1) return refuse('last-tile');
  return { board: { ...board, tiles: board.tiles.filter((_, index) => index !== at) } };
}

function duplicate(board: Board, id: string): Outcome {
  const tile = board.tiles[indexOf(board, id)];
  return tile ? add(board, tile, null) : refuse('no-tile');
}

function set(board: Board, id: string | null, path: Path, value: unknown): Outcome {
  if (id === null) return checked(composed(setAt(board, path, value, Board)));
  const at = indexOf(board, id);
  const tile = board.tiles[at];
  if (!tile) return refuse('no-tile');
  const changed = composed(setAt(tile, path, value, tileSchema(tile.kind))) as Tile;
  if (changed.id !== tile.id && indexOf(board, changed.id) >= 0) return refuse('id-taken');
  const faults = faultsIn(tileSchema(tile.kind), changed);
  if (faults.length > 0) return { refused: { reason: 'invalid', faults } };
  return { board: { ...board, tiles: board.tiles.with(at, changed) } };
}

function checked(board: unknown): Outcome {
  const faults = faultsIn(Board, board);
  return faults.length > 0 ? { refused: { reason: 'invalid', faults } } : { board: board as Board };
}

function indexOf({ tiles }: Board, id: string): number {
  return tiles.findIndex((tile) => tile.id === id);
}

/** The same with every text composed (NFC), the same objects where nothing had to be. */
function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) {
    const inner = value.map(composed);
    return inner.every((each, at) => Object.is(each, value[at])) ? value : inner;
  }
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([key, inner]) => [key, composed(inner)] as const);
  const isSame = pairs.every(([key, inner]) => Object.is(inner, Reflect.get(value, key)));
  return isSame ? value : Object.fromEntries(pairs);
}
