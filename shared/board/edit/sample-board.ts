import type { Board, Tile } from '../board.ts';
import type { Area } from '../tile-parts.ts';
import { newTile, type TileGround } from './new-tile.ts';

/** For tests: a province that has everything. */
export const GROUND: TileGround = { unit: '74', boundaries: 'districts', figure: 'received' };

function at(tile: Tile | null, id: string, area: Area): Tile[] {
  return tile ? [{ ...tile, id, area }] : [];
}

/** For tests: two columns of figures, a map, a ranking and a row of free cells at the bottom right. */
export const SAMPLE: Board = {
  id: 'sample',
  title: { vi: 'Thử', en: 'Sample' },
  order: 1,
  dwellSeconds: 30,
  tiles: [
    ...at(newTile('number', GROUND), 'received', { x: 0, y: 0, w: 8, h: 4 }),
    ...at(newTile('number', GROUND), 'resolved', { x: 0, y: 4, w: 8, h: 4 }),
    ...at(newTile('trend', GROUND), 'trend', { x: 0, y: 8, w: 8, h: 4 }),
    ...at(newTile('map', GROUND), 'map', { x: 8, y: 0, w: 9, h: 12 }),
    ...at(newTile('ranking', GROUND), 'ranking', { x: 17, y: 0, w: 7, h: 8 }),
  ],
};
