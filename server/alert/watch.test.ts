import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reading } from './reading.ts';
import { type Delays, type Edge, newWatch, type Watch, watchOn } from './watch.ts';

const delays = (on = 0, off = 0, minimumClear = 0): Delays => ({
  onDelaySeconds: on,
  offDelaySeconds: off,
  minimumClearSeconds: minimumClear,
});

type Step = readonly [second: number, stands: Reading['stands']];

/** `second edge` of everything that was told. */
function tell(steps: readonly Step[], how: Delays): string[] {
  let watch: Watch = newWatch(0);
  return steps.flatMap(([second, stands]) => {
    const watched = watchOn(watch, stands, second * 1000, how);
    watch = watched.watch;
    return watched.edges.map((edge) => `${second} ${edge}`);
  });
}

test('a condition is told after its on delay and ended after its off delay, short ones not at all', () => {
  const steps: Step[] = [
    ...[[0, 'beyond'] as const, [20, 'back'] as const, [30, 'beyond'] as const],
    ...[[59, 'beyond'] as const, [60, 'beyond'] as const, [70, 'back'] as const],
    ...[[75, 'beyond'] as const, [80, 'back'] as const, [99, 'back'] as const],
    [100, 'back'],
  ];
  expect(tell(steps, delays(30, 20))).toEqual(['60 raise', '100 clear']);
});

test('inside the dead band, and while nothing is known, what was stays', () => {
  const steps: Step[] = [
    ...[[0, 'between'] as const, [1, 'beyond'] as const, [2, 'between'] as const],
    ...[[90, 'between'] as const, [91, 'back'] as const, [92, 'between'] as const],
  ];
  expect(tell(steps, delays())).toEqual(['1 raise', '91 clear']);
});

test('after it has ended it is not raised again before its minimum clear time', () => {
  const steps: Step[] = [
    ...[[0, 'beyond'] as const, [100, 'back'] as const, [110, 'beyond'] as const],
    ...[[159, 'beyond'] as const, [160, 'beyond'] as const],
  ];
  expect(tell(steps, delays(0, 0, 60))).toEqual(['0 raise', '100 clear', '160 raise']);
});

test('three beginnings within a minute are chattering: one alarm with a counter until it keeps still for a minute', () => {
  const flutter = Array.from({ length: 12 }, (_, i): Step => [i * 5, i % 2 ? 'back' : 'beyond']);
  const told = tell([...flutter, [114, 'back'], [115, 'back'], [200, 'beyond']], delays());
  expect(told).toEqual([
    ...['0 raise', '5 clear', '10 raise', '15 clear', '20 raise', '20 chatter'],
    ...['115 calm', '115 clear', '200 raise'],
  ]);
  const slow = Array.from({ length: 8 }, (_, i): Step => [i * 31, i % 2 ? 'back' : 'beyond']);
  expect(tell(slow, delays()).filter((edge) => edge.endsWith('chatter'))).toEqual([]);
});

test('whatever comes, it is raised and cleared in turn, never more than three times a minute', () => {
  const history = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('beyond', 'between', 'back')),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(history, fc.nat(20), fc.nat(20), fc.nat(40), (steps, on, off, clear) => {
      let second = 0;
      const timed = steps.map(([gap, stands]): Step => {
        second += gap;
        return [second, stands as Reading['stands']];
      });
      const told = tell(timed, delays(on, off, clear)).map((line) => line.split(' '));
      const turns = told.filter(([, edge]) => edge === 'raise' || edge === 'clear');
      expect(turns.map(([, edge]) => edge)).toEqual(
        turns.map((_, i): Edge => (i % 2 ? 'clear' : 'raise')),
      );
      const raises = turns.flatMap(([at, edge]) => (edge === 'raise' ? [Number(at)] : []));
      for (const [i, at] of raises.entries())
        expect((raises[i + 3] ?? 1e9) - at).toBeGreaterThan(59);
      const clears = turns.flatMap(([at, edge]) => (edge === 'clear' ? [Number(at)] : []));
      for (const [i, at] of clears.entries())
        expect((raises[i + 1] ?? 1e9) - at).toBeGreaterThanOrEqual(clear);
    }),
  );
});
