import { useCallback, useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { boardText } from '../../../shared/board/edit/file-text.ts';
import type { DocumentHead } from '../../../shared/document/document.ts';
import type { Called, CallFault } from '../call.ts';
import { type Studio, useStudio } from '../studio-context.ts';
import type { SavedBoard } from './drafts.ts';

export interface Saving {
  readonly saved: SavedBoard;
  /** Something of the board is in no version yet. */
  readonly isChanged: boolean;
  /** Saves the board as the next version. */
  save(): Promise<{ readonly version: number } | { readonly fault: CallFault }>;
  /** Takes the board's versions off the shelf; the store keeps them. */
  discard(): Promise<CallFault | null>;
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
    const answer = await saveOver(call, board, saved.version);
    if ('fault' in answer) return answer;
    const { version } = answer.body;
    setSaved({ version, board });
    onDone();
    return { version };
  }, [call, board, saved, onDone]);
  const discard = useCallback(async () => {
    const path = `/api/v1/documents/board/${id}?ifVersion=${saved.version}`;
    const answer = await call(path, { method: 'DELETE' });
    onDone();
    return 'fault' in answer ? answer.fault : null;
  }, [call, id, saved, onDone]);
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
  return { saved, isChanged, save, discard, place, withdraw };
}

/** A board that was taken off the shelf goes on from where its versions ended. */
async function saveOver(
  call: Studio['call'],
  board: Board,
  ifVersion: number,
): Promise<Called<DocumentHead>> {
  const path = `/api/v1/documents/board/${board.id}`;
  const body = { title: board.title.vi, body: board };
  const put = (over: number) =>
    call<DocumentHead>(path, { method: 'PUT', body: { ...body, ifVersion: over } });
  const answer = await put(ifVersion);
  if (!('fault' in answer) || answer.fault.code !== 'IOC_STORE_CONFLICT') return answer;
  const history = await call<readonly DocumentHead[]>(`${path}/history`);
  const [newest] = 'body' in history ? history.body : [];
  return newest?.removed ? put(newest.version) : answer;
}
