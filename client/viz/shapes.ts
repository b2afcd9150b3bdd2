import type { AreaCollection } from './map-picture.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** Outer border first, then holes; several for islands. */
export type Rings = readonly (readonly Point[])[];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxOf(points: Iterable<Point>): Box {
  let box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    box = {
      left: Math.min(box.left, x),
      top: Math.min(box.top, y),
      right: Math.max(box.right, x),
      bottom: Math.max(box.bottom, y),
    };
  }
  return box;
}

/** West, south, east, north of all areas; undefined without any. */
export function boundsOf({
  features,
}: AreaCollection): [number, number, number, number] | undefined {
  const points = features.flatMap((feature) => ringsOf(feature.geometry, (x, y) => ({ x, y })));
  if (points.length === 0) return undefined;
  const { left, top, right, bottom } = boxOf(points.flat());
  return [left, top, right, bottom];
}

type Geometry = AreaCollection['features'][number]['geometry'];

export function ringsOf(geometry: Geometry, project: (lon: number, lat: number) => Point): Rings {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings) =>
    rings.map((ring) => ring.map(([lon = 0, lat = 0]) => project(lon, lat))),
  );
}

/** By the even-odd rule, so that holes are outside. */
export function isInside(rings: Rings, { x, y }: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring[ring.length - 1];
    for (const at of ring) {
      if (before && at.y > y !== before.y > y) {
        const crossing = at.x + ((y - at.y) / (before.y - at.y)) * (before.x - at.x);
        if (x < crossing) inside = !inside;
      }
      before = at;
    }
  }
  return inside;
}

/** The inner point farthest from the border, to a cell of the box's fortieth. */
export function poleOf(rings: Rings): Point {
  const box = boxOf(rings.flat());
  const step = Math.max(box.right - box.left, box.bottom - box.top) / 40 || 1;
  let pole = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  let farthest = -1;
  for (let x = box.left; x <= box.right; x += step) {
    for (let y = box.top; y <= box.bottom; y += step) {
      if (!isInside(rings, { x, y })) continue;
      const away = distanceTo(rings, { x, y });
      if (away <= farthest) continue;
      farthest = away;
      pole = { x, y };
    }
  }
  return pole;
}

/** Squared distance to the nearest corner: enough to compare places. */
function distanceTo(rings: Rings, { x, y }: Point): number {
  let nearest = Infinity;
  for (const ring of rings) {
    for (const corner of ring) {
      nearest = Math.min(nearest, (corner.x - x) ** 2 + (corner.y - y) ** 2);
    }
  }
  return nearest;
}

/** Twice the area, without regard to holes. */
export function sizeOf(rings: Rings): number {
  return rings.reduce((sum, ring) => {
    let before = ring[ring.length - 1];
    let twice = 0;
    for (const at of ring) {
      if (before) twice += before.x * at.y - at.x * before.y;
      before = at;
    }
    return sum + Math.abs(twice);
  }, 0);
}
