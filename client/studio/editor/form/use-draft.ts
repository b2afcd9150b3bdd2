import { useState } from 'react';
import type { Refusal } from '../../../../shared/board/edit/edits.ts';

export interface Draft {
  readonly text: string;
  /** Why what is typed is not taken; null: it is. */
  readonly refusal: Refusal | null;
  type(text: string): void;
}

/**
 * What is typed into a field: taken at once where it can be, kept with the reason where it cannot, and dropped when the
 * value changes from elsewhere (an undo).
 */
export function useDraft(shown: string, commit: (text: string) => Refusal | null): Draft {
  const [draft, setDraft] = useState<{ text: string; refusal: Refusal; over: string } | null>(null);
  const isHeld = draft !== null && draft.over === shown;
  return {
    text: isHeld ? draft.text : shown,
    refusal: isHeld ? draft.refusal : null,
    type: (text) => {
      const refusal = commit(text);
      setDraft(refusal && { text, refusal, over: shown });
    },
  };
}
