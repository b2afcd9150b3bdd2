import { expect, test } from 'vitest';
import type { Observation } from '../../shared/event/observation.ts';
import { ObservationFold } from '../fold/observation-fold.ts';
import { readRevisions } from './revisions.ts';
import { day } from './sample-context.ts';

const YEAR = { from: day('2023-01-01'), to: day('2023-12-31') };

function tableOf(observations: readonly Partial<Observation>[]): ObservationFold {
  const fold = new ObservationFold();
  for (const [i, own] of observations.entries())
    fold.apply(
      {
        indicator: 'IIP',
        unit: '74',
        period: '2023-11',
        vintage: 'estimate',
        asOf: '2023-11-29',
        ...own,
      },
      i,
      i + 1,
    );
  return fold;
}

test('a revised month tells what it was, newest first, and one that stands as first told is left out', () => {
  const table = tableOf([
    { value: 104.2 },
    { value: 104.6, vintage: 'preliminary', asOf: '2023-12-28' },
    { period: '2023-12', value: 105 },
  ]);
  expect(readRevisions(table, { indicator: 'IIP', unit: '74', span: YEAR })).toMatchObject([
    {
      period: '2023-11',
      superseded: 1,
      revisions: [
        { value: 104.6, vintage: 'preliminary', asOf: '2023-12-28' },
        { value: 104.2, vintage: 'estimate', asOf: '2023-11-29' },
      ],
    },
  ]);
});

test('figures of other units, other days and other parts stay apart', () => {
  const twice = (own: Partial<Observation>) => [
    { ...own, value: 1 },
    { ...own, value: 2 },
  ];
  const table = tableOf([
    ...twice({ unit: '718' }),
    ...twice({ period: '2022-11' }),
    ...twice({ yearToDate: true }),
    ...twice({ part: 'NLTS' }),
  ]);
  const told = readRevisions(table, { indicator: 'IIP', unit: '74', span: YEAR });
  expect(told.map(({ yearToDate, part }) => [yearToDate, part])).toEqual([
    [false, 'NLTS'],
    [true, ''],
  ]);
});
