import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPack } from './pack.ts';

const { boards, targets, indicators } = readPack(path.resolve('fixtures/provinces/binh-duong'));

describe('the boards of Bình Dương', () => {
  it('never draw an illustrative indicator without the word', () => {
    const tiles = boards.flatMap((board) => board.tiles);
    // The demo makes figures of the province's list up; those with a basis of their own are printed or not there.
    const illustrative = indicators.filter(({ legalBasis }) => legalBasis === undefined);
    const ofIndicators = tiles.filter((tile) =>
      illustrative.some(({ code }) => JSON.stringify(tile).includes(`"indicator.${code}"`)),
    );
    expect(ofIndicators.length).toBeGreaterThan(2);
    for (const { title, scope } of ofIndicators) {
      expect(`${title.vi} ${scope?.vi}`).toContain('minh họa');
      expect(`${title.en} ${scope?.en}`).toContain('illustrative');
    }
  });
  it('compare with targets that say who set them', () => {
    for (const { setBy } of targets) {
      expect(setBy.vi).toMatch(/^Bài 00\d|minh họa/);
    }
  });
});
