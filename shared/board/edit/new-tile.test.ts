import { describe, expect, it } from 'vitest';
import { Tile, type TileKind } from '../board.ts';
import { lintTile } from '../legibility.ts';
import { faultsIn } from './faults.ts';
import { fitsIn, leastSize } from './least-size.ts';
import { newTile } from './new-tile.ts';
import { GROUND } from './sample-board.ts';
import { KIND_WORDS } from './setting-words.ts';

const kinds = Tile.anyOf.map((schema) => schema.properties.kind.const as TileKind);

describe('a new tile', () => {
  it('is there for every kind of tile, and every kind has a name', () => {
    expect(Object.keys(KIND_WORDS).sort()).toEqual([...kinds].sort());
  });
  for (const kind of kinds) {
    it(`of kind ${kind} is accepted by the schema and can be read at its size`, () => {
      const tile = newTile(kind, GROUND);
      if (!tile) throw new Error(`no ${kind}`);
      expect(faultsIn(Tile, tile)).toEqual([]);
      expect(lintTile(tile)).toEqual([]);
      const least = leastSize(tile);
      expect(least && fitsIn(tile, least.w, least.h)).toBe(true);
      expect(least && least.h > 1 && fitsIn(tile, least.w, least.h - 1)).toBeFalsy();
    });
  }
  it('is none where the province has nothing for it', () => {
    const bare = { unit: '74', boundaries: undefined, figure: undefined };
    expect(newTile('map', bare)).toBeNull();
    expect(newTile('facts', bare)).toBeNull();
  });
});
