import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredLength, mergeSpans, spanEndAt, visitPieces } from './instant-spans.ts';

const small = fc.integer({ min: 0, max: 40 });
const pairs = fc.array(fc.tuple(small, small), { maxLength: 6 });
const lies = (given: readonly (readonly [number, number])[], at: number) =>
  given.some(([from, to]) => from <= at && at < to);

test('spans say of every instant what the pairs said', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const spans = mergeSpans(given);
      for (let at = 0; at <= 41; at++) {
        const end = spanEndAt(spans, at);
        expect(end !== undefined).toBe(lies(given, at));
        if (end !== undefined)
          expect([lies(given, end - 1), lies(given, end)]).toEqual([true, false]);
      }
    }),
  );
});

test('pieces go on from one another, and those inside are as long as what is covered', () => {
  fc.assert(
    fc.property(pairs, small, small, (given, from, to) => {
      const spans = mergeSpans(given);
      let [at, covered] = [from, 0];
      visitPieces(spans, from, to, (begin, end, isCovered) => {
        expect(begin).toBe(at);
        for (let each = begin; each < end; each++) expect(lies(given, each)).toBe(isCovered);
        if (isCovered) covered += end - begin;
        at = end;
      });
      expect(at).toBe(Math.max(from, to));
      expect(coveredLength(spans, from, to)).toBe(covered);
    }),
  );
});
