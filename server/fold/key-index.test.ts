import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyIndex } from './key-index.ts';
import { PartReader } from './part.ts';

const key = fc.tuple(
  fc.integer({ min: 0, max: 300 }),
  fc.oneof(
    fc.stringMatching(/^[A-C0-2.-]{1,4}$/),
    fc.string({ minLength: 1, maxLength: 80, unit: 'binary' }).filter((s) => s.length <= 80),
    fc.constantFrom('hồ-sơ-1', 'ho-so-1', 'é', 'e\u0301', '\u0101', '\u0001'),
  ),
);

test('the index gives each key one number, as a Map would', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
      const index = new KeyIndex();
      const oracle = new Map<string, number>();
      for (const [agency, code] of keys) {
        const text = `${agency}\n${code}`;
        const known = oracle.get(text);
        expect(index.locate(agency, code)).toBe(known ?? -1 - oracle.size);
        if (known === undefined) oracle.set(text, oracle.size);
      }
      expect(index.count).toBe(oracle.size);
    }),
  );
});

test('fifty thousand keys keep their numbers through growth, dump and restore', () => {
  const index = new KeyIndex();
  const codeOf = (n: number) => `H09.14-${n % 7}-${n}`;
  for (let n = 0; n < 50_000; n++) index.locate(n % 5, codeOf(n));
  const restored = new KeyIndex();
  restored.restore('k', new PartReader(index.dump('k')));
  for (const reader of [index, restored]) {
    const wrong = Array.from({ length: 50_000 }, (_, n) => n).filter(
      (n) => reader.locate(n % 5, codeOf(n)) !== n,
    );
    expect(wrong).toEqual([]);
    expect(reader.locate(5, codeOf(0))).toBe(-1 - 50_000);
  }
});
