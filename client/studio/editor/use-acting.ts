import { useCallback } from 'react';
import type { Edit, Outcome, Refusal } from '../../../shared/board/edit/edits.ts';
import { refusalText } from '../../../shared/board/edit/verdict-words.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import type { Editor } from './use-editor.ts';
import { EDITOR_WORDS } from './words.ts';

/** Edits of the hand: what is refused is said; what a field refuses, the field says. A new tile is chosen at once. */
export function useActing(
  { edit, select }: Editor,
  say: (text: string) => void,
): (edit: Edit, step?: string) => Outcome {
  const { language } = useTileSurroundings();
  return useCallback(
    (change: Edit, step?: string) => {
      const outcome = edit(change, step);
      const isNew = change.kind === 'add' || change.kind === 'duplicate';
      if ('refused' in outcome) say(reasonOf(outcome.refused, change, language));
      else if (isNew) select(outcome.board.tiles.at(-1)?.id ?? null);
      return outcome;
    },
    [edit, select, say, language],
  );
}

function reasonOf(refused: Refusal, { kind }: Edit, language: Language): string {
  // A field tells its own.
  if (kind === 'set') return '';
  const isNew = kind === 'add' || kind === 'duplicate';
  if (isNew && refused.reason === 'no-room') return EDITOR_WORDS[language].full;
  return refusalText(refused, language);
}
