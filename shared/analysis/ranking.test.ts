import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankOverTime } from './ranking.ts';

const period = (key: string, values: Record<string, number | null>) => ({
  key,
  values: new Map(Object.entries(values)),
});
const places = (ranking: ReturnType<typeof rankOverTime>[number] | undefined) =>
  Object.fromEntries([...(ranking?.standings ?? [])].map(([unit, { rank }]) => [unit, rank]));

test('equal values share the better rank, and the next one follows after all of them', () => {
  const [ranking] = rankOverTime([period('2023', { a: 90, b: 95, c: 95, d: 80 })], 'higher');
  expect(places(ranking)).toEqual({ b: 1, c: 1, a: 3, d: 4 });
  expect(ranking?.standings.get('b')).toMatchObject({ shared: 2, gained: null });
});

test('places gained are positive when the number goes down', () => {
  const [, second] = rankOverTime(
    [period('2022', { a: 1, b: 2, c: 3 }), period('2023', { a: 1, b: 2, c: 0 })],
    'lower',
  );
  expect(second?.standings.get('c')).toMatchObject({ rank: 1, gained: 2 });
  expect(second?.standings.get('a')).toMatchObject({ rank: 2, gained: -1 });
});

test('ranks among different numbers of units are not compared', () => {
  const [, second, third] = rankOverTime(
    [
      period('2022', { a: 1, b: 2, c: null }),
      period('2023', { a: 1, b: 2, c: 3 }),
      period('2024', { a: 1, b: 2, d: 4 }),
    ],
    'higher',
  );
  expect(second?.standings.get('a')).toMatchObject({
    gained: null,
    reason: 'IOC_QUERY_NOT_COMPARABLE',
  });
  // As many, but not the same: who was not there before has gained nothing.
  expect(third?.standings.get('a')).toMatchObject({ rank: 3, gained: 0 });
  expect(third?.standings.get('d')).toMatchObject({ gained: null, reason: 'IOC_QUERY_NO_DATA' });
});

test('who has no value has no rank and shifts nobody', () => {
  const [ranking] = rankOverTime([period('2023', { a: null, b: 7, c: 5 })], 'higher');
  expect(ranking).toMatchObject({ of: 2, unranked: ['a'] });
  expect(places(ranking)).toEqual({ b: 1, c: 2 });
});

test('whatever the values: a rank is one more than the number of better ones', () => {
  const values = fc.dictionary(fc.string({ minLength: 1 }), fc.option(fc.nat(9)), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(values, fc.constantFrom('higher' as const, 'lower' as const), (own, better) => {
      const [ranking] = rankOverTime([period('2023', own)], better);
      const known = Object.values(own).filter((value) => value !== null);
      for (const { rank, value } of ranking?.standings.values() ?? []) {
        const ahead = known.filter((other) =>
          better === 'higher' ? other > value : other < value,
        );
        expect(rank).toBe(ahead.length + 1);
      }
      expect(ranking?.of).toBe(known.length);
    }),
  );
});
