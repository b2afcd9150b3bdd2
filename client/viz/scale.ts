export interface Scale {
  readonly low: number;
  readonly high: number;
  /** From `low` to `high`. */
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** A step of 1, 2, 2.5 or 5 times a power of ten that cuts `span` into about `count` pieces. */
export function niceStep(span: number, count: number): number {
  if (!(span > 0)) return 1;
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  return (STEPS.find((step) => step * power >= raw * 0.999) ?? 10) * power;
}

/** Bars start at zero, always. */
export function barScale(values: readonly number[]): Scale {
  const high = Math.max(...values, 0);
  return { low: 0, high: high || 1, ticks: [0, high || 1] };
}

/** Values closer together than this are drawn as one. */
const LEAST_SPAN = 0.001;

/** A scale cut to where the values are, for dots: nobody reads a dot's distance from zero. `ceiling` is never passed. */
export function dotScale(values: readonly number[], ceiling?: number): Scale {
  if (values.length === 0) return { low: 0, high: 1, ticks: [0, 1] };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least;
  const step = niceStep(span > LEAST_SPAN ? span : Math.max(Math.abs(most) / 10, LEAST_SPAN), 3);
  const clean = (n: number) => Math.round(n * 1e6) / 1e6;
  const capped = ceiling !== undefined && ceiling >= most ? ceiling : Number.POSITIVE_INFINITY;
  const bottom = clean(Math.floor(least / step + 1e-9) * step);
  const low = bottom < capped ? bottom : clean(capped - step);
  const top = Math.max(clean(Math.ceil(most / step - 1e-9) * step), clean(low + step));
  const high = Math.min(top, capped);
  const count = Math.floor((high - low) / step + 1e-6);
  const ticks = Array.from({ length: count + 1 }, (_, n) => clean(low + n * step));
  if (ticks.at(-1) !== high) ticks.push(high);
  return { low, high, ticks };
}

/** Place on a scale in percent of its length, kept inside. */
export function placeOn({ low, high }: Scale, value: number): number {
  return Math.min(Math.max(((value - low) / (high - low || 1)) * 100, 0), 100);
}
