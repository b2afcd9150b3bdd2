import type { Board, Tile } from '../board.ts';
import type { Area } from '../tile-parts.ts';
import { isSameArea, isSameSize } from './area.ts';
import type { Path } from './set-at.ts';

/** One difference of two boards, as a person would tell it. */
export type BoardChange =
  | { readonly kind: 'added' | 'removed'; readonly tile: Tile }
  | { readonly kind: 'renamed'; readonly tile: Tile; readonly from: string; readonly to: string }
  | {
      readonly kind: 'moved' | 'resized' | 'moved-and-resized';
      readonly tile: Tile;
      readonly from: Area;
      readonly to: Area;
    }
  /** The tiles are the same in another order, which is that of the keyboard and of reading aloud. */
  | { readonly kind: 'reordered' }
  /** A setting of a tile, or of the board where `tile` is null; undefined: not there. */
  | {
      readonly kind: 'set';
      readonly tile: Tile | null;
      readonly path: Path;
      readonly from: unknown;
      readonly to: unknown;
    };

/** What must be done to the first board to get the second; empty for boards that say the same. */
export function diffBoards(before: Board, after: Board): BoardChange[] {
  const pairs = pairTiles(before.tiles, after.tiles);
  const known = new Set(pairs.map(([old]) => old));
  const fresh = new Set(pairs.map(([, tile]) => tile));
  const { tiles: _, ...boardBefore } = before;
  const { tiles: __, ...boardAfter } = after;
  return [
    ...diffSettings(null, boardBefore, boardAfter, []),
    ...before.tiles.flatMap((tile) =>
      known.has(tile) ? [] : [{ kind: 'removed' as const, tile }],
    ),
    ...after.tiles.flatMap((tile) => (fresh.has(tile) ? [] : [{ kind: 'added' as const, tile }])),
    ...pairs.flatMap(([old, tile]) => diffTiles(old, tile)),
    ...diffOrder(pairs, after.tiles),
  ];
}

type Pair = readonly [before: Tile, after: Tile];

/** The same tile is the one of the same id and kind; else one that is the same but for its id. */
function pairTiles(before: readonly Tile[], after: readonly Tile[]): Pair[] {
  const pairs: Pair[] = [];
  const left = new Set(after);
  const rest = before.filter((old) => {
    const same = after.find(({ id, kind }) => id === old.id && kind === old.kind);
    if (same) pairs.push([old, same]);
    if (same) left.delete(same);
    return !same;
  });
  for (const old of rest) {
    const same = [...left].find((tile) => isEqual({ ...tile, id: '' }, { ...old, id: '' }));
    if (same) pairs.push([old, same]);
    if (same) left.delete(same);
  }
  return pairs.sort((a, b) => before.indexOf(a[0]) - before.indexOf(b[0]));
}

function diffTiles(old: Tile, tile: Tile): BoardChange[] {
  const { id: oldId, area: from, ...settingsBefore } = old;
  const { id, area: to, ...settingsAfter } = tile;
  const renamed = id === oldId ? [] : [{ kind: 'renamed' as const, tile, from: oldId, to: id }];
  const placed = isSameArea(from, to) ? [] : [{ kind: howPlaced(from, to), tile, from, to }];
  return [...renamed, ...placed, ...diffSettings(tile, settingsBefore, settingsAfter, [])];
}

function howPlaced(from: Area, to: Area): 'moved' | 'resized' | 'moved-and-resized' {
  if (isSameSize(from, to)) return 'moved';
  return from.x === to.x && from.y === to.y ? 'resized' : 'moved-and-resized';
}

/** Goes into objects, and into lists of objects of one length; a list that grew is told as a whole. */
function diffSettings(tile: Tile | null, from: unknown, to: unknown, path: Path): BoardChange[] {
  if (isEqual(from, to)) return [];
  const keys = path.length < 5 ? commonKeys(from, to) : null;
  if (!keys) return [{ kind: 'set', tile, path, from, to }];
  return keys.flatMap((key) =>
    diffSettings(tile, Reflect.get(Object(from), key), Reflect.get(Object(to), key), [
      ...path,
      key,
    ]),
  );
}

function commonKeys(from: unknown, to: unknown): (string | number)[] | null {
  if (Array.isArray(from) && Array.isArray(to)) {
    const isOfObjects = [...from, ...to].every((each) => isPlain(each));
    return isOfObjects && from.length === to.length ? from.map((_, at) => at) : null;
  }
  if (!isPlain(from) || !isPlain(to) || isWhole(from) || isWhole(to)) return null;
  return [...new Set([...Object.keys(from), ...Object.keys(to)])];
}

function isPlain(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A text in two languages and a period are each one thing to whoever reads about it. */
function isWhole(value: object): boolean {
  const names = Object.keys(value).sort().join();
  return names === 'en,vi' || names === 'from,to' || names === 'relative';
}

function diffOrder(pairs: readonly Pair[], after: readonly Tile[]): BoardChange[] {
  const places = pairs.map(([, tile]) => after.indexOf(tile));
  const isKept = places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1));
  return isKept ? [] : [{ kind: 'reordered' }];
}

/** Equal as JSON; the order of keys says nothing. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && isEqual(Reflect.get(a, key), Reflect.get(b, key)),
  );
}
