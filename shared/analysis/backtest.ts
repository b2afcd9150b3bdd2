import { type History, METHODS, type MethodId } from './forecast-methods.ts';

/** A series as methods see it: the parts that are forecast apart and how a value is made of them. */
export interface Parts {
  /** One row of values for each part: of a ratio numerator and denominator, else one. */
  readonly rows: readonly (readonly (number | null)[])[];
  readonly seasons: readonly string[];
  readonly period: number;
  /** Undefined where there is nothing to divide by. */
  readonly combine: (parts: readonly number[]) => number | undefined;
}

/** Forecasts from the first `origin` places for the seasons that follow. */
export function forecastFrom(
  parts: Parts,
  origin: number,
  method: MethodId,
  ahead: readonly string[],
): readonly number[] | undefined {
  const history = (row: readonly (number | null)[]): History => ({
    values: row.slice(0, origin),
    seasons: parts.seasons.slice(0, origin),
    ahead,
    period: parts.period,
  });
  const rows = parts.rows.flatMap((row) => {
    const found = METHODS[method](history(row));
    return found ? [found] : [];
  });
  if (rows.length < parts.rows.length) return undefined;
  const values = ahead.flatMap((_, i) => parts.combine(rows.map((row) => row[i] ?? 0)) ?? []);
  return values.length === ahead.length ? values : undefined;
}

/** What came less what was forecast, `step` places after the last one known. */
export interface BacktestError {
  readonly origin: number;
  /** 1 is the next place. */
  readonly step: number;
  readonly error: number;
}

/**
 * Rolling origin: from each of the first places on, the method forecasts what follows as if it did not know it.
 * Undefined where the method has not enough to go by at one of the origins; gaps have no error.
 */
export function backtest(
  parts: Parts,
  actual: readonly (number | null)[],
  method: MethodId,
  { firstOrigin, horizon }: { readonly firstOrigin: number; readonly horizon: number },
): readonly BacktestError[] | undefined {
  const errors: BacktestError[] = [];
  for (let origin = firstOrigin; origin < actual.length; origin++) {
    const ahead = parts.seasons.slice(origin, origin + horizon);
    const found = forecastFrom(parts, origin, method, ahead);
    if (found === undefined) return undefined;
    for (const [i, value] of found.entries()) {
      const came = actual[origin + i];
      if (came !== null && came !== undefined)
        errors.push({ origin, step: i + 1, error: came - value });
    }
  }
  return errors;
}

/**
 * Half width that holds `level` of the errors, with the correction for few of them that conformal prediction makes:
 * the ⌈(n + 1) × level⌉-th smallest. Undefined of fewer than that takes.
 */
export function halfWidth(errors: readonly number[], level: number): number | undefined {
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  return sizes[Math.ceil((sizes.length + 1) * level - 1e-9) - 1];
}

/**
 * How often the interval would have held what came, each made only of errors already known at its origin. Without this
 * the interval would be judged by the very errors it was made of.
 */
export function coverageOf(errors: readonly BacktestError[], level: number) {
  let [inside, of] = [0, 0];
  for (const { origin, step, error } of errors) {
    const earlier = errors.filter((e) => e.step === step && e.origin + e.step <= origin);
    const half = halfWidth(
      earlier.map((e) => e.error),
      level,
    );
    if (half === undefined) continue;
    of += 1;
    if (Math.abs(error) <= half) inside += 1;
  }
  return { inside, of };
}
