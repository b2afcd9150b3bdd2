import { useCallback, useMemo, useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { diffBoards } from '../../../shared/board/edit/diff.ts';
import { changeText, type NameOf } from '../../../shared/board/edit/diff-words.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useStudio } from '../studio-context.ts';

const MOST_SAID = 2;

/** Names of the codes that settings hold. */
export function useNameOf(): NameOf {
  const { language, names } = useTileSurroundings();
  const { measures, published } = useStudio().catalogue;
  return useMemo(
    () => (key: string, code: string) => {
      if (key.startsWith('measure')) return measures.get(code)?.name[language];
      if (key === 'unit') return names.get('unit')?.get(code)?.[language];
      if (key === 'published' || key === 'figures') return published.get(code)?.statement[language];
      return undefined;
    },
    [language, names, measures, published],
  );
}

export interface Said {
  readonly text: string;
  say(text: string): void;
  /** Tells what a step did, for eyes and for screen readers alike. */
  readonly sayStep: (before: Board, after: Board) => void;
}

export function useSaid(): Said {
  const { language } = useTileSurroundings();
  const nameOf = useNameOf();
  const [text, say] = useState('');
  const sayStep = useCallback(
    (before: Board, after: Board) => {
      const changes = diffBoards(before, after).slice(0, MOST_SAID);
      const told = changes.map((change) => changeText(change, language, nameOf)).join('; ');
      say(told.charAt(0).toUpperCase() + told.slice(1));
    },
    [language, nameOf],
  );
  return { text, say, sayStep };
}
