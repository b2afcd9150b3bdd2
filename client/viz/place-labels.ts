import { type Box, boxOf, isInside, type Point, poleOf, type Rings, sizeOf } from './shapes.ts';

export interface LabelledArea {
  readonly code: string;
  /** In pixels. */
  readonly rings: Rings;
  /** Of its label. */
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel {
  readonly code: string;
  /** Centre of the label. */
  readonly x: number;
  readonly y: number;
  /** A line from the label's border into the area, when the label stands beside it. */
  readonly leader: readonly [from: Point, to: Point] | undefined;
}

export interface LabelFrame {
  readonly width: number;
  readonly height: number;
  /** Marks that a label should leave free. */
  readonly marks: readonly Mark[];
}

export interface Mark extends Point {
  readonly radius: number;
}

const GAP = 4;
/** What a label pays for: standing on a mark, on another area, on no area, far from the middle. */
const PRICE = { mark: 18, foreign: 9, empty: 3, distance: 0.14 };
const SAMPLES = [-0.5, -0.25, 0, 0.25, 0.5];

/**
 * Places one label an area: inside it and off the marks where that goes, else beside it with a line. The smallest
 * areas choose first, because they have the least choice. Two labels never overlap: one without room is left out.
 */
export function placeLabels(areas: readonly LabelledArea[], frame: LabelFrame): PlacedLabel[] {
  const taken: Box[] = [];
  const shapes = areas.map((area) => ({ ...area, pole: poleOf(area.rings) }));
  const bySize = [...shapes].sort((a, b) => sizeOf(a.rings) - sizeOf(b.rings));
  return bySize.flatMap((area) => {
    const others = shapes.filter(({ code }) => code !== area.code);
    const place = bestPlace(area, others, frame, taken);
    if (!place) return [];
    const box = boxAround(place, area);
    taken.push(box);
    const isBeside = shareInside(area, place) < 0.4;
    const leader = isBeside ? ([edgeOf(box, place, area.pole), area.pole] as const) : undefined;
    return [{ code: area.code, ...place, leader }];
  });
}

/** Where the line from the middle of a box to a point leaves the box. */
function edgeOf(box: Box, from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const across = (box.right - box.left) / 2 / Math.max(Math.abs(dx), 1e-9);
  const down = (box.bottom - box.top) / 2 / Math.max(Math.abs(dy), 1e-9);
  const share = Math.min(across, down, 1);
  return { x: from.x + dx * share, y: from.y + dy * share };
}

interface Shape extends LabelledArea {
  readonly pole: Point;
}

function bestPlace(
  area: Shape,
  others: readonly Shape[],
  frame: LabelFrame,
  taken: readonly Box[],
): Point | undefined {
  const around = boxOf(area.rings.flat());
  const step = Math.max(5, area.height / 8);
  let best: Point | undefined;
  let least = Infinity;
  for (let x = around.left - area.width; x <= around.right + area.width; x += step) {
    for (let y = around.top - area.height; y <= around.bottom + area.height; y += step) {
      const box = boxAround({ x, y }, area);
      if (!isWithin(box, frame) || taken.some((other) => overlap(box, other))) continue;
      const price = priceOf({ x, y }, box, area, others, frame, least);
      if (price >= least) continue;
      least = price;
      best = { x, y };
    }
  }
  return best;
}

function priceOf(
  place: Point,
  box: Box,
  area: Shape,
  others: readonly Shape[],
  { marks }: LabelFrame,
  limit: number,
): number {
  let price = Math.hypot(place.x - area.pole.x, place.y - area.pole.y) * PRICE.distance;
  if (price >= limit) return price;
  for (const mark of marks) if (holds(box, mark)) price += PRICE.mark;
  if (price >= limit) return price;
  for (const point of samplesOf(place, area)) {
    if (isInside(area.rings, point)) continue;
    price += others.some(({ rings }) => isInside(rings, point)) ? PRICE.foreign : PRICE.empty;
  }
  return price;
}

function shareInside(area: Shape, place: Point): number {
  const samples = samplesOf(place, area);
  return samples.filter((point) => isInside(area.rings, point)).length / samples.length;
}

function samplesOf({ x, y }: Point, { width, height }: LabelledArea): Point[] {
  return SAMPLES.flatMap((across) =>
    [-0.5, 0, 0.5].map((down) => ({ x: x + across * width, y: y + down * height })),
  );
}

const boxAround = ({ x, y }: Point, { width, height }: LabelledArea): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});
const overlap = (a: Box, b: Box) =>
  a.left < b.right + GAP &&
  b.left < a.right + GAP &&
  a.top < b.bottom + GAP &&
  b.top < a.bottom + GAP;
const isWithin = (box: Box, { width, height }: LabelFrame) =>
  box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
const holds = (box: Box, { x, y, radius }: Mark) =>
  x > box.left - radius &&
  x < box.right + radius &&
  y > box.top - radius &&
  y < box.bottom + radius;
