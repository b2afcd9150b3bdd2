import { describe, expect, it } from 'vitest';
import css from './theme.css?raw';

/** Relative luminance and contrast of WCAG 2.2. */
function luminanceOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrastOf(a: string, b: string): number {
  const [low = 0, high = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function coloursOf(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

describe.each([
  ['dark', ':root'],
  ['light', ':root[data-theme="light"]'],
])('the %s theme', (_, selector) => {
  const colours = coloursOf(selector);
  const onGround = (name: string) =>
    contrastOf(colours.get(name) ?? '', colours.get('ground') ?? '');

  it('sets values, also old and abnormal ones, at 7:1 or more', () => {
    for (const name of ['ink', 'ink-2', 'warn', 'alarm', 'fresh']) {
      expect([name, onGround(name) >= 7]).toEqual([name, true]);
    }
  });
  it('sets the quietest text at 4.5:1 and marks at 3:1 or more', () => {
    expect(onGround('ink-3')).toBeGreaterThanOrEqual(4.5);
    for (const name of ['data', 'data-old', 'data-2']) {
      expect([name, onGround(name) >= 3]).toEqual([name, true]);
    }
  });
  it('keeps everything normal nearly without colour', () => {
    for (const [name, hex] of colours) {
      if (name === 'warn' || name === 'alarm' || name === 'fresh') continue;
      const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      expect([name, Math.max(...parts) - Math.min(...parts) <= 75]).toEqual([name, true]);
    }
  });
});
