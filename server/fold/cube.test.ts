import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, type LocalDay } from '../../shared/unit/local-day.ts';
import { FlowCube } from './cube.ts';
import { PartReader } from './part.ts';

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

test('totals of any size survive widening, sharing of blocks, dump and restore', () => {
  const flows = ['received', 'paid', 'late'];
  const newCube = () => new FlowCube(['unit'], flows, [['received', 'paid']]);
  const day = dayOf({ year: 2023, month: 12, day: 20 });
  const point = fc.record({
    flow: fc.nat(2),
    unit: fc.constantFrom('718', '719', '720'),
    day: fc.nat(40),
    n: fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -70_000, max: 70_000 })),
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 80 }), fc.nat(80), (points, cut) => {
      let cube = newCube();
      for (const [i, { flow, unit, day: offset, n }] of points.entries()) {
        if (i === cut) {
          const parts = new PartReader(cube.dump('c'));
          cube = newCube();
          cube.restore('c', parts);
        }
        cube.add(flow, cube.series([unit]), (day + offset) as LocalDay, n);
      }
      for (const [flow] of flows.entries()) {
        for (const unit of ['718', '719', '720']) {
          const of = points.filter((p) => p.flow === flow && p.unit === unit);
          const until = (to: number) => of.reduce((total, p) => total + (p.day <= to ? p.n : 0), 0);
          const series = cube.series([unit]);
          expect(cube.sumUntil(flow, series, (day + 5) as LocalDay)).toBe(until(5));
          expect(cube.sumUntil(flow, series, (day + 40) as LocalDay)).toBe(until(40));
        }
      }
    }),
  );
});

test('a sum over many series is the sum of the series', () => {
  const cube = new FlowCube(['unit'], ['received']);
  const day = dayOf({ year: 2024, month: 2, day: 28 });
  for (let i = 0; i < 200; i++) {
    cube.add(0, cube.series([`u${i}`]), (day + (i % 5)) as LocalDay, i);
  }
  const all = Array.from({ length: cube.seriesCount }, (_, i) => i);
  expect(cube.sumOver(0, all, day, (day + 4) as LocalDay)).toBe((199 * 200) / 2);
  expect(cube.sumUntilOver(0, all, (day + 1) as LocalDay)).toBe(
    all.filter((i) => i % 5 < 2).reduce((a, b) => a + b, 0),
  );
});

test('relabelling a series changes what it stands for, not what it holds', () => {
  const cube = new FlowCube(['zone', 'camera'], ['seconds']);
  const series = cube.ownSeries(['vsip-1', 'CAM-1']);
  const day = dayOf({ year: 2024, month: 1, day: 1 });
  cube.add(0, series, day, 60);
  const before = cube.labelsVersion;
  cube.relabel(series, ['vsip-2', 'CAM-1']);
  expect(cube.labelsVersion).toBe(before + 1);
  expect(cube.valueOf(series, 0)).toBe('vsip-2');
  expect(cube.dictionary(0)[cube.codeOf(series, 0)]).toBe('vsip-2');
  expect(cube.sum(0, series, day, day)).toBe(60);
});
