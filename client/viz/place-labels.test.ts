import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelledArea, placeLabels } from './place-labels.ts';
import { isInside, poleOf, type Rings } from './shapes.ts';

const square = (x: number, y: number, size: number): Rings => [
  [
    { x, y },
    { x: x + size, y },
    { x: x + size, y: y + size },
    { x, y: y + size },
  ],
];
const area = (code: string, rings: Rings, width = 100, height = 40): LabelledArea => ({
  code,
  rings,
  width,
  height,
});
const frame = { width: 800, height: 600, marks: [] };

describe('labels on a map', () => {
  it('stand in the middle of an area with room, without a line', () => {
    const [label] = placeLabels([area('a', square(100, 100, 300))], frame);
    expect(label?.leader).toBeUndefined();
    expect(Math.hypot((label?.x ?? 0) - 250, (label?.y ?? 0) - 250)).toBeLessThan(30);
  });
  it('stay off the marks', () => {
    const marks = [
      { x: 250, y: 250, radius: 6 },
      { x: 230, y: 250, radius: 6 },
      { x: 270, y: 255, radius: 6 },
    ];
    const [label] = placeLabels([area('a', square(100, 100, 300))], { ...frame, marks });
    for (const mark of marks) {
      const isOff =
        Math.abs(mark.x - (label?.x ?? 0)) > 50 || Math.abs(mark.y - (label?.y ?? 0)) > 20;
      expect(isOff).toBe(true);
    }
  });
  it('stand beside an area that is too small, with a line to it', () => {
    const areas = [area('small', square(300, 300, 12)), area('large', square(312, 100, 400))];
    const small = placeLabels(areas, frame).find(({ code }) => code === 'small');
    expect(small?.leader).toBeDefined();
    expect(small?.x).toBeLessThan(300);
  });
  it('never cover each other and never leave the frame', () => {
    const place = fc.record({
      x: fc.integer({ min: 60, max: 640 }),
      y: fc.integer({ min: 60, max: 440 }),
      size: fc.integer({ min: 10, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (places) => {
        const areas = places.map(({ x, y, size }, i) =>
          area(String(i), square(x, y, size), 80, 30),
        );
        const labels = placeLabels(areas, frame);
        if (areas.length < 3) expect(labels).toHaveLength(areas.length);
        labels.forEach((a, i) => {
          expect(a.x >= 40 && a.x <= 760 && a.y >= 15 && a.y <= 585).toBe(true);
          for (const b of labels.slice(i + 1)) {
            expect(Math.abs(a.x - b.x) >= 80 || Math.abs(a.y - b.y) >= 30).toBe(true);
          }
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('the pole of an area', () => {
  it('lies inside, also in a horseshoe', () => {
    const horseshoe: Rings = [
      [
        { x: 0, y: 0 },
        { x: 90, y: 0 },
        { x: 90, y: 90 },
        { x: 60, y: 90 },
        { x: 60, y: 30 },
        { x: 30, y: 30 },
        { x: 30, y: 90 },
        { x: 0, y: 90 },
      ],
    ];
    expect(isInside(horseshoe, poleOf(horseshoe))).toBe(true);
    expect(isInside(horseshoe, { x: 45, y: 60 })).toBe(false);
  });
});
