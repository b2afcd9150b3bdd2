export interface Slope {
  /** Growth of y for one more x. */
  readonly perStep: number;
  /** Standard error of that growth. */
  readonly error: number;
}

/** Line of least squares through at least three points. */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): Slope {
  if (points.length < 3) throw new RangeError(`a slope wants 3 points, came ${points.length}`);
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [middleX, middleY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const sum = (pick: (dx: number, dy: number) => number) =>
    points.reduce((total, { x, y }) => total + pick(x - middleX, y - middleY), 0);
  const spread = sum((dx) => dx * dx);
  const perStep = sum((dx, dy) => dx * dy) / spread;
  const rest = sum((dx, dy) => (dy - perStep * dx) ** 2);
  return { perStep, error: Math.sqrt(rest / (points.length - 2) / spread) };
}
