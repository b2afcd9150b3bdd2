export interface SparklineShape {
  /** One path a run of values; a gap separates two. */
  readonly runs: readonly string[];
  /** Lone values between two gaps, and the last one. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
}

/** Lines through the values in a box of 0…width × 0…height; null is a gap and stays one. */
export function sparkline(
  values: readonly (number | null)[],
  width: number,
  height: number,
): SparklineShape {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { runs: [], dots: [] };
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const round = (n: number) => Math.round(n * 10) / 10;
  const points = values.map((value, at) =>
    value === null
      ? null
      : { x: round(at * step), y: round(height - ((value - low) / span) * height) },
  );
  const runs = runsOf(points);
  const last = runs.at(-1)?.at(-1);
  return {
    runs: runs
      .filter((run) => run.length > 1)
      .map((run) => run.map(({ x, y }, at) => `${at ? 'L' : 'M'}${x} ${y}`).join('')),
    dots: [...new Set([...runs.filter((run) => run.length === 1).flat(), ...(last ? [last] : [])])],
  };
}

/** The stretches between gaps. */
export function runsOf<T>(points: readonly (T | null)[]): T[][] {
  const runs: T[][] = [];
  let isOpen = false;
  for (const point of points) {
    if (point === null) {
      isOpen = false;
      continue;
    }
    if (isOpen) runs.at(-1)?.push(point);
    else runs.push([point]);
    isOpen = true;
  }
  return runs;
}
