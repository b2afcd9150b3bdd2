import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, type LocalDay } from '../../shared/unit/local-day.ts';
import { FlowCube } from '../fold/cube.ts';
import { DayTotals } from './day-totals.ts';

const FIRST = dayOf({ year: 2021, month: 11, day: 3 });
const FLOWS = ['received', 'onTime'] as const;
const UNITS = ['718', '719', '720', '721'];

/** Even series belong to group 0, odd ones to group 1, the fourth to none. */
const groupOf = (series: number) => (series === 3 ? -1 : series % 2);
const seriesOf = (group: number, count: number) =>
  Array.from({ length: count }, (_, series) => series).filter((s) => groupOf(s) === group);

const change = fc.record({
  kind: fc.constant('add' as const),
  flow: fc.nat({ max: 1 }),
  unit: fc.constantFrom(...UNITS),
  day: fc.integer({ min: -500, max: 900 }),
  n: fc.integer({ min: -5, max: 300 }),
});
const question = fc.record({
  kind: fc.constant('ask' as const),
  flow: fc.nat({ max: 1 }),
  group: fc.nat({ max: 1 }),
  from: fc.integer({ min: -600, max: 1000 }),
  length: fc.integer({ min: -1, max: 700 }),
});

test('kept totals follow the cube: at any moment they say what the cube says', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(change, question), { maxLength: 80 }), (steps) => {
      const cube = new FlowCube(['unit'], FLOWS);
      const totals = new DayTotals(cube, {
        get count() {
          return Math.min(cube.seriesCount, 2);
        },
        get seriesCount() {
          return cube.seriesCount;
        },
        groupOf,
      });
      for (const step of steps) {
        if (step.kind === 'add') {
          const day = (FIRST + step.day) as LocalDay;
          cube.add(step.flow, cube.series([step.unit]), day, step.n);
          continue;
        }
        const from = (FIRST + step.from) as LocalDay;
        const to = (from + step.length) as LocalDay;
        const series = seriesOf(step.group, cube.seriesCount);
        const expected = cube.sumOver(step.flow, series, from, to);
        expect(totals.sum(step.flow, step.group, from, to)).toBe(expected);
        expect(totals.until(step.flow, step.group, to)).toBe(
          cube.sumUntilOver(step.flow, series, to),
        );
      }
    }),
  );
});

test('more changes than are kept lead to the same totals', () => {
  const cube = new FlowCube(['unit'], FLOWS);
  const series = cube.series(['718']);
  cube.add(0, series, FIRST, 1);
  const totals = new DayTotals(cube, { groupOf: () => 0, count: 1, seriesCount: 1 });
  expect(totals.until(0, 0, FIRST)).toBe(1);
  for (let n = 0; n < 1_100_000; n++) cube.add(0, series, FIRST, 1);
  expect(cube.changesSince(1, () => undefined)).toBe(false);
  expect(totals.until(0, 0, FIRST)).toBe(1_100_001);
  cube.add(0, series, FIRST, 1);
  expect(totals.until(0, 0, FIRST)).toBe(1_100_002);
});
