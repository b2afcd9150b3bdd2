import type { Tile } from '../board.ts';
import type { Area } from '../tile-parts.ts';
import { boundsOf, isInside, isSameSize, overlaps } from './area.ts';
import { fitsIn } from './least-size.ts';

/** Areas by the tile's place in the list: those that change. */
export type Layout = ReadonlyMap<number, Area>;

/**
 * Where a tile and its neighbours come to stand when it wants an area: as it is where that is free; else a move by
 * exchange and a new size by cutting neighbours back as far as they stay readable; else by their giving way one step.
 * Null: no room. A move never changes anybody's size.
 * Tiles never come to lie over each other that did not before, and nothing leaves the grid.
 */
export function layoutFor(tiles: readonly Tile[], at: number, wanted: Area): Layout | null {
  const own = tiles[at]?.area;
  if (!own) return null;
  const before = tiles.map(({ area }) => area);
  const hit = hitBy(before, at, wanted);
  const isMove = isSameSize(own, wanted);
  return firstSound(before, [
    () => new Map([[at, wanted]]),
    ...(isMove
      ? [() => exchange(before, at, hit), () => swapAlong(before, at, wanted)]
      : [() => cutBack(tiles, at, wanted, hit)]),
    () => giveWay(before, at, wanted, hit),
  ]);
}

/** The same for a tile that is not on the board yet; its place in the list is the last. */
export function layoutForNew(tiles: readonly Tile[], wanted: Area): Layout | null {
  const before = tiles.map(({ area }) => area);
  const at = tiles.length;
  const hit = hitBy(before, at, wanted);
  return firstSound(before, [
    () => new Map([[at, wanted]]),
    () => cutBack(tiles, at, wanted, hit),
    () => giveWay(before, at, wanted, hit),
  ]);
}

function firstSound(
  before: readonly Area[],
  candidates: readonly (() => Layout | null)[],
): Layout | null {
  for (const candidate of candidates) {
    const layout = candidate();
    if (layout && isSound(before, layout)) return layout;
  }
  return null;
}

/** Indices of the other tiles that an area would lie over and their own does not yet. */
function hitBy(before: readonly Area[], at: number, wanted: Area): number[] {
  const own = before[at];
  return before.flatMap((area, other) => {
    const wasOver = own !== undefined && overlaps(area, own);
    return other !== at && overlaps(area, wanted) && !wasOver ? [other] : [];
  });
}

/** What lies below goes where the tile came from, and the tile takes its place. */
function exchange(before: readonly Area[], at: number, hit: readonly number[]): Layout | null {
  const own = before[at];
  const areas = areasOf(before, hit);
  if (!own || areas.length === 0) return null;
  const bounds = boundsOf(areas);
  const layout = new Map([[at, { ...own, x: bounds.x, y: bounds.y }]]);
  for (const index of hit) {
    const area = before[index];
    if (area) layout.set(index, shifted(area, own.x - bounds.x, own.y - bounds.y));
  }
  return layout;
}

/** Two neighbours of one height side by side (or of one width, one below the other) change their order. */
function swapAlong(before: readonly Area[], at: number, wanted: Area): Layout | null {
  const own = before[at];
  if (!own) return null;
  const dx = Math.sign(wanted.x - own.x);
  const dy = Math.sign(wanted.y - own.y);
  if ((dx === 0) === (dy === 0)) return null;
  const next = hitBy(before, at, shifted(own, dx, dy));
  if (next.length === 0) return null;
  const bounds = boundsOf(areasOf(before, next));
  const isAligned =
    dx === 0 ? isSpan(own.x, own.w, bounds.x, bounds.w) : isSpan(own.y, own.h, bounds.y, bounds.h);
  if (!isAligned) return null;
  const layout = new Map([[at, shifted(own, dx * bounds.w, dy * bounds.h)]]);
  for (const index of next) {
    const area = before[index];
    if (area) layout.set(index, shifted(area, -dx * own.w, -dy * own.h));
  }
  return layout;
}

const isSpan = (a: number, aLength: number, b: number, bLength: number) =>
  a === b && aLength === bLength;

/** Each tile below loses the side that is taken from it, if it can still be read. */
function cutBack(
  tiles: readonly Tile[],
  at: number,
  wanted: Area,
  hit: readonly number[],
): Layout | null {
  const layout = new Map([[at, wanted]]);
  for (const index of hit) {
    const tile = tiles[index];
    const cut = tile && largest(cutsOf(tile, wanted));
    if (!cut) return null;
    layout.set(index, cut);
  }
  return layout;
}

function cutsOf(tile: Tile, { x, y, w, h }: Area): Area[] {
  const { area } = tile;
  const right = area.x + area.w;
  const bottom = area.y + area.h;
  const cuts = [
    { ...area, x: x + w, w: right - x - w },
    { ...area, w: x - area.x },
    { ...area, y: y + h, h: bottom - y - h },
    { ...area, h: y - area.y },
  ];
  return cuts.filter((cut) => cut.w > 0 && cut.h > 0 && fitsIn(tile, cut.w, cut.h));
}

function largest(areas: readonly Area[]): Area | undefined {
  return areas.toSorted((a, b) => b.w * b.h - a.w * a.h)[0];
}

/** Each tile below steps aside by the shortest way that is inside the grid. */
function giveWay(
  before: readonly Area[],
  at: number,
  wanted: Area,
  hit: readonly number[],
): Layout | null {
  const layout = new Map([[at, wanted]]);
  for (const index of hit) {
    const area = before[index];
    const step = area && stepsAside(area, wanted).find((to) => isFree(before, index, to, layout));
    if (!step) return null;
    layout.set(index, step);
  }
  return layout;
}

function stepsAside(area: Area, { x, y, w, h }: Area): Area[] {
  const places = [
    { ...area, x: x + w },
    { ...area, x: x - area.w },
    { ...area, y: y + h },
    { ...area, y: y - area.h },
  ];
  const far = (to: Area) => Math.abs(to.x - area.x) + Math.abs(to.y - area.y);
  return places.filter(isInside).toSorted((a, b) => far(a) - far(b));
}

function isFree(before: readonly Area[], index: number, to: Area, layout: Layout): boolean {
  return before.every((area, other) => other === index || !overlaps(layout.get(other) ?? area, to));
}

/** Everything that moves stays inside and lies over nothing that it did not lie over before. */
function isSound(before: readonly Area[], layout: Layout): boolean {
  return [...layout].every(([index, to]) => {
    const from = before[index];
    if (!isInside(to)) return false;
    const isClear = before.every((was, other) => {
      const wasOver = from !== undefined && overlaps(was, from);
      return other === index || wasOver || !overlaps(layout.get(other) ?? was, to);
    });
    const newcomer = layout.get(before.length);
    return isClear && (index === before.length || !newcomer || !overlaps(newcomer, to));
  });
}

function shifted(area: Area, dx: number, dy: number): Area {
  return { ...area, x: area.x + dx, y: area.y + dy };
}

function areasOf(before: readonly Area[], indices: readonly number[]): Area[] {
  return indices.flatMap((index) => before[index] ?? []);
}
