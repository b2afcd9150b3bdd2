import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation } from '../../shared/event/observation.ts';
import { ObservationFold } from './observation-fold.ts';

const observation = (value: number, own: Partial<Observation> = {}): Observation => ({
  indicator: 'GRDP_GROWTH',
  unit: '74',
  period: '2023',
  value,
  vintage: 'estimate',
  asOf: '2023-12-29',
  ...own,
});
const newestOf = (fold: ObservationFold) => fold.find('GRDP_GROWTH')[0];

test('a revised figure keeps what it was before, newest first', () => {
  const fold = new ObservationFold();
  fold.apply(observation(5.97), 10, 1);
  fold.apply(observation(6.01, { vintage: 'preliminary', asOf: '2024-04-01' }), 20, 2);
  fold.apply(observation(6.2, { vintage: 'official', asOf: '2024-12-01' }), 30, 3);
  expect(newestOf(fold)).toMatchObject({ value: 6.2, vintage: 'official', superseded: 2 });
  expect(newestOf(fold)?.earlier).toMatchObject([
    { value: 6.01, vintage: 'preliminary', asOf: '2024-04-01' },
    { value: 5.97, vintage: 'estimate', asOf: '2023-12-29' },
  ]);
});

test('a revision that comes late takes its place among the earlier ones and changes nothing else', () => {
  const fold = new ObservationFold();
  fold.apply(observation(6.2, { vintage: 'official' }), 30, 1);
  fold.apply(observation(5.97), 10, 2);
  expect(newestOf(fold)).toMatchObject({ value: 6.2, vintage: 'official', superseded: 1 });
  expect(newestOf(fold)?.earlier.map(({ value }) => value)).toEqual([5.97]);
});

test('whatever the order of arrival, the revisions stand in the order of their times', () => {
  const times = fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(times, (inArrival) => {
      const fold = new ObservationFold();
      for (const [i, time] of inArrival.entries()) fold.apply(observation(time), time, i + 1);
      const byTime = [...inArrival].sort((a, b) => b - a);
      expect(newestOf(fold)?.value).toBe(byTime[0]);
      expect(newestOf(fold)?.superseded).toBe(byTime.length - 1);
      expect(newestOf(fold)?.earlier.map(({ value }) => value)).toEqual(byTime.slice(1, 41));
    }),
  );
});
