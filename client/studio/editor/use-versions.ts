import { useEffect, useState } from 'react';
import { Board } from '../../../shared/board/board.ts';
import { faultsIn } from '../../../shared/board/edit/faults.ts';
import type { DocumentHead, StoredDocument } from '../../../shared/document/document.ts';
import { useStudio } from '../studio-context.ts';

/** Versions of a board, newest first; null while they are asked for. `newest` tells that there may be more. */
export function useHistory(id: string, newest: number): readonly DocumentHead[] | null {
  const { call } = useStudio();
  const [heads, setHeads] = useState<readonly DocumentHead[] | null>(null);
  useEffect(() => {
    if (newest === 0) return setHeads([]);
    let isGone = false;
    void call<readonly DocumentHead[]>(`/api/v1/documents/board/${id}/history`).then((answer) => {
      if (!isGone) setHeads('body' in answer ? answer.body : []);
    });
    return () => {
      isGone = true;
    };
  }, [call, id, newest]);
  return heads;
}

/** What a version says; undefined while it is asked for, null where it is no board (or version 0 is asked for). */
export function useVersion(id: string, version: number): Board | null | undefined {
  const { call } = useStudio();
  const [read, setRead] = useState<{ version: number; board: Board | null }>();
  useEffect(() => {
    if (version === 0) return;
    let isGone = false;
    const path = `/api/v1/documents/board/${id}?version=${version}`;
    void call<StoredDocument>(path).then((answer) => {
      if (!isGone) setRead({ version, board: 'body' in answer ? boardOf(answer.body) : null });
    });
    return () => {
      isGone = true;
    };
  }, [call, id, version]);
  if (version === 0) return null;
  return read?.version === version ? read.board : undefined;
}

function boardOf({ body }: StoredDocument): Board | null {
  // The schema has no fault to find, so the body is a board.
  return faultsIn(Board, body).length === 0 ? (body as Board) : null;
}
