import { useMemo } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import {
  type BoardGround,
  findUnknownCodes,
  type UnknownCode,
} from '../../../shared/board/board-codes.ts';
import { verdictText } from '../../../shared/board/edit/verdict-words.ts';
import { lintBoard } from '../../../shared/board/legibility.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useStudio } from '../studio-context.ts';
import type { Shelf } from './use-shelf.ts';

/** Something that keeps a board from the wall. */
export interface Verdict {
  /** Null: the board as a whole. */
  readonly tile: string | null;
  readonly text: string;
  /** More room would mend it. */
  readonly wantsRoom: boolean;
}

/** What a pack's start and the linter would say of a board. */
export function useVerdicts(board: Board, shelf: Shelf, language: Language): readonly Verdict[] {
  const { pack } = useTileSurroundings();
  const { measures, published } = useStudio().catalogue;
  const ground = useMemo<BoardGround>(
    () => ({
      figures: new Set(published.keys()),
      layers: new Set(shelf.layers),
      measures: new Set(measures.keys()),
      units: new Set(pack.units.map(({ code }) => code)),
    }),
    [measures, published, pack, shelf.layers],
  );
  return useMemo(
    () => [...legibilityOf(board, language), ...codesOf(board, ground, language)],
    [board, ground, language],
  );
}

function legibilityOf(board: Board, language: Language): Verdict[] {
  return lintBoard(board).map((problem) => ({
    tile: problem.tile ?? null,
    text: verdictText(problem, board.tiles, language),
    wantsRoom: problem.rule === 'height' || problem.rule === 'width',
  }));
}

const UNKNOWN: Readonly<
  Record<UnknownCode['kind'], Readonly<Record<Language, (code: string) => string>>>
> = {
  figure: {
    vi: (code) => `không có số đã công bố «${code}»`,
    en: (code) => `there is no published figure “${code}”`,
  },
  boundaries: {
    vi: (code) => `không có lớp ranh giới «${code}»`,
    en: (code) => `there is no boundary layer “${code}”`,
  },
  measure: {
    vi: (code) => `không có chỉ tiêu «${code}»`,
    en: (code) => `there is no measure “${code}”`,
  },
  unit: { vi: (code) => `không có đơn vị «${code}»`, en: (code) => `there is no unit “${code}”` },
  unasked: {
    vi: (code) => `câu hỏi chưa hỏi chỉ tiêu «${code}»`,
    en: (code) => `the question does not ask for “${code}”`,
  },
};

function codesOf(board: Board, ground: BoardGround, language: Language): Verdict[] {
  return findUnknownCodes(board, ground).map(({ tile, kind, code }) => ({
    tile,
    text: UNKNOWN[kind][language](code),
    wantsRoom: false,
  }));
}
