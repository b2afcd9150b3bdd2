import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Board } from '../../shared/board/board.ts';
import { boardText } from '../../shared/board/edit/file-text.ts';
import { lintBoard } from '../../shared/board/legibility.ts';

const boards = import.meta.glob<unknown>('../../fixtures/provinces/*/boards/*.json', {
  eager: true,
  import: 'default',
});

const texts = import.meta.glob<string>('../../fixtures/provinces/*/boards/*.json', {
  eager: true,
  import: 'default',
  query: '?raw',
});

describe('the boards of the packs', () => {
  const files = Object.entries(boards);
  it('finds the boards of the packs', () => expect(files.length).toBeGreaterThan(0));
  for (const [file, board] of files) {
    it(`${file.split('provinces/')[1]} can be read across the room`, () => {
      expect(Value.Errors(Board, board)).toEqual([]);
      expect(lintBoard(board as Board)).toEqual([]);
    });
    it(`${file.split('provinces/')[1]} is to the byte what the board editor writes`, () => {
      expect(boardText(board as Board)).toBe(texts[file]);
    });
  }
});
