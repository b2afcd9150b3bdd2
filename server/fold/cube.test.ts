import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, type LocalDay } from '../../shared/unit/local-day.ts';
import { FlowCube } from './cube.ts';

test('a sum over any span equals the sum of its days one by one', () => {
  const first = dayOf({ year: 2021, month: 11, day: 3 });
  const point = fc.record({
    day: fc.integer({ min: 0, max: 900 }),
    n: fc.integer({ min: -5, max: 9 }),
  });
  const span = fc.tuple(fc.integer({ min: -40, max: 940 }), fc.integer({ min: -40, max: 940 }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), span, (points, [a, b]) => {
      const cube = new FlowCube(['unit'], ['received']);
      const series = cube.series(['718']);
      for (const { day, n } of points) cube.add(0, series, (first + day) as LocalDay, n);
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const expected = points
        .filter(({ day }) => day >= from && day <= to)
        .reduce((total, { n }) => total + n, 0);
      expect(cube.sum(0, series, (first + from) as LocalDay, (first + to) as LocalDay)).toBe(
        expected,
      );
      expect(cube.sumUntil(0, series, (first + 1000) as LocalDay)).toBe(
        points.reduce((total, { n }) => total + n, 0),
      );
    }),
  );
});

test('equal dimension values share a series, others do not', () => {
  const cube = new FlowCube(['unit', 'channel'], ['received']);
  expect(cube.series(['718', 'post'])).toBe(cube.series(['718', 'post']));
  expect(cube.series(['718', 'post'])).not.toBe(cube.series(['718', 'direct']));
  expect(cube.valueOf(cube.series(['718', 'direct']), 1)).toBe('direct');
});
