import { describe, expect, it } from 'vitest';
import { CHART_THEMES, lookOf } from './chart-theme.ts';

type Triple = readonly [number, number, number];

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

function rgbOf(hex: string): Triple {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return [r, g, b];
}

const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple => {
  const [a = 0, b = 0, c = 0] = matrix.map(([p, q, r]) => p * x + q * y + r * z);
  return [a, b, c];
};

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear light. */
const SIGHT: Readonly<Record<string, readonly Triple[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Ottosson's OKLab, in which equal distances look about equally far apart. */
function oklab(rgb: Triple): Triple {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  );
}

function distance(a: string, b: string, sight: readonly Triple[]): number {
  const seen = (hex: string) =>
    oklab(
      times(sight, rgbOf(hex)).map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple,
    );
  const [x, y] = [seen(a), seen(b)];
  return Math.hypot(...x.map((part, at) => part - (y[at] ?? 0)));
}

function contrast(a: string, b: string): number {
  const light = (hex: string) => times([[0.2126, 0.7152, 0.0722]], rgbOf(hex))[0];
  const [high = 0, low = 0] = [light(a), light(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(CHART_THEMES))('the %s theme of charts', (_, theme) => {
  it.each(Object.entries(SIGHT))('tells its series apart for %s sight', (_name, sight) => {
    for (const [at, color] of theme.series.entries())
      for (const other of theme.series.slice(0, at))
        expect(distance(color, other, sight), `${color} ${other}`).toBeGreaterThan(0.06);
  });
  it('lets every series stand out from the ground, and every text be read', () => {
    for (const color of theme.series) expect(contrast(color, theme.ground)).toBeGreaterThan(3);
    for (const ink of [theme.ink, theme.ink2, theme.ink3])
      expect(contrast(ink, theme.ground)).toBeGreaterThan(4.5);
    for (const area of [...theme.ramp, theme.none])
      expect(contrast(theme.ink, area)).toBeGreaterThan(4.5);
  });
});

describe('the look of a series', () => {
  it('is told by dash and mark where a colour comes again', () => {
    const { series } = CHART_THEMES.light;
    const first = lookOf(CHART_THEMES.light, 0);
    const again = lookOf(CHART_THEMES.light, series.length);
    expect(again.color).toBe(first.color);
    expect(again.dash).not.toEqual(first.dash);
  });
});
