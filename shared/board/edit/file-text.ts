import type { Board } from '../board.ts';

/**
 * A board as it lies in a pack: `boards/<id>.json`. A line a property and a line a tile, so that a change of one tile is
 * one line in any comparison of texts; keys stay in the order they have.
 */
export function boardText(board: Board): string {
  const lines = Object.entries(board).map(([key, value]) => {
    if (key !== 'tiles') return `  ${JSON.stringify(key)}: ${inline(value)}`;
    const tiles = board.tiles.map((tile) => `    ${inline(tile)}`);
    return `  "tiles": [\n${tiles.join(',\n')}\n  ]`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}: ${inline(inner)}`,
  );
  return `{${pairs.join(', ')}}`;
}
