import { useMemo } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { verdictText } from '../../../shared/board/edit/verdict-words.ts';
import { lintBoard } from '../../../shared/board/legibility.ts';
import type { Language } from '../../../shared/unit/format.ts';

/** Something that keeps a board from the wall. */
export interface Verdict {
  /** Null: the board as a whole. */
  readonly tile: string | null;
  readonly text: string;
  /** More room would mend it. */
  readonly wantsRoom: boolean;
}

/** What the linter says of a board, a tile's verdicts beside each other in the board's order. */
function verdictsOf(board: Board, language: Language): Verdict[] {
  return lintBoard(board).map((problem) => ({
    tile: problem.tile ?? null,
    text: verdictText(problem, board.tiles, language),
    wantsRoom: problem.rule === 'height' || problem.rule === 'width',
  }));
}

export function useVerdicts(board: Board, language: Language): readonly Verdict[] {
  return useMemo(() => verdictsOf(board, language), [board, language]);
}
