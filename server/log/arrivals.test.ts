import { expect, test } from 'vitest';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { BatchCounter } from './arrivals.ts';

const from = (source: string) => ({ source, id: '1', line: '{}' });

test('names beyond what a day may hold are counted without a name, and the next day begins anew', () => {
  const counter = new BatchCounter(2);
  const at = Date.parse('2023-12-01T08:00:00+07:00');
  const events = ['a', 'b', 'c', 'd', 'a'].map(from);
  const counted = counter.count(events, () => 'accepted', [], at);
  expect(counted.map(({ source, by }) => [source, by])).toEqual([
    ['a', 2],
    ['b', 1],
    ['', 2],
  ]);
  const [next] = counter.count([from('c')], () => 'accepted', [], at + 86_400_000);
  expect(next).toMatchObject({ source: 'c', by: 1, day: localDayOf(at) + 1 });
});
