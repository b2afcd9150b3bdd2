import { useCallback, useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { boardText } from '../../../shared/board/edit/file-text.ts';
import type { DocumentHead } from '../../../shared/document/document.ts';
import type { CallFault } from '../call.ts';
import { useStudio } from '../studio-context.ts';

/** The newest version that was saved; 0 is the pack's, or none. */
export interface SavedBoard {
  readonly version: number;
  readonly board: Board | null;
}

export interface Saving {
  readonly saved: SavedBoard;
  /** Something of the board is in no version yet. */
  readonly isChanged: boolean;
  /** Saves the board as the next version. */
  save(): Promise<{ readonly version: number } | { readonly fault: CallFault }>;
  /** Puts a version on the wall. */
  place(version: number): Promise<CallFault | null>;
  /** The pack's board comes back. */
  withdraw(): Promise<CallFault | null>;
}

export function useSaving(board: Board, first: SavedBoard, onDone: () => void): Saving {
  const { call } = useStudio();
  const [saved, setSaved] = useState(first);
  const { id } = board;
  const save = useCallback(async () => {
    const body = { ifVersion: saved.version, title: board.title.vi, body: board };
    const answer = await call<DocumentHead>(`/api/v1/documents/board/${id}`, {
      method: 'PUT',
      body,
    });
    if ('fault' in answer) return answer;
    const { version } = answer.body;
    setSaved({ version, board });
    onDone();
    return { version };
  }, [call, id, board, saved, onDone]);
  const place = useCallback(
    async (version: number) => {
      const path = `/api/v1/boards/${id}/place`;
      const answer = await call(path, { method: 'PUT', body: { version } });
      onDone();
      return 'fault' in answer ? answer.fault : null;
    },
    [call, id, onDone],
  );
  const withdraw = useCallback(async () => {
    const answer = await call(`/api/v1/boards/${id}/place`, { method: 'DELETE' });
    onDone();
    return 'fault' in answer ? answer.fault : null;
  }, [call, id, onDone]);
  const isChanged = !saved.board || boardText(saved.board) !== boardText(board);
  return { saved, isChanged, save, place, withdraw };
}
