import { useEffect, useState } from 'react';
import { Board } from '../../../shared/board/board.ts';
import { type Fault, faultsIn } from '../../../shared/board/edit/faults.ts';
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

/** What was saved as a version: a board, or something that is none (any more), with what is wrong in it. */
export interface ReadVersion {
  readonly board: Board | null;
  readonly body: unknown;
  readonly faults: readonly Fault[];
}

/** Undefined while it is asked for; null where there is no such version (or version 0 is asked for). */
export function useVersion(id: string, version: number): ReadVersion | null | undefined {
  const { call } = useStudio();
  const [read, setRead] = useState<{ version: number; found: ReadVersion | null }>();
  useEffect(() => {
    if (version === 0) return;
    let isGone = false;
    const path = `/api/v1/documents/board/${id}?version=${version}`;
    void call<StoredDocument>(path).then((answer) => {
      if (!isGone) setRead({ version, found: 'body' in answer ? readVersion(answer.body) : null });
    });
    return () => {
      isGone = true;
    };
  }, [call, id, version]);
  if (version === 0) return null;
  return read?.version === version ? read.found : undefined;
}

function readVersion({ body }: StoredDocument): ReadVersion {
  const faults = faultsIn(Board, body);
  // Where the schema finds no fault the body is a board.
  return { board: faults.length === 0 ? (body as Board) : null, body, faults };
}
