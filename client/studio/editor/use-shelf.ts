import { useCallback, useEffect, useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import type { WallBoard } from '../../../shared/board/wall-board.ts';
import type { DocumentHead } from '../../../shared/document/document.ts';
import type { BoundaryLayer } from '../../../shared/territory/boundary-layer.ts';
import { type Studio, useStudio } from '../studio-context.ts';

/** Where boards come from. */
export interface Shelf {
  /** The pack's own. */
  readonly pack: readonly Board[];
  /** Newest versions of those that were saved. */
  readonly saved: readonly DocumentHead[];
  /** What is on the wall in place of the pack's. */
  readonly placed: readonly WallBoard[];
  /** Names of the pack's layers of boundaries, those of districts first. */
  readonly layers: readonly string[];
}

/** Null while it is being asked for. */
export function useShelf(): { shelf: Shelf | null; reload: () => void } {
  const { call } = useStudio();
  const [shelf, setShelf] = useState<Shelf | null>(null);
  const [round, setRound] = useState({ at: 0 });
  useEffect(() => {
    let isGone = round.at < 0;
    void readShelf(call).then((read) => {
      if (!isGone) setShelf(read);
    });
    return () => {
      isGone = true;
    };
  }, [call, round]);
  const reload = useCallback(() => setRound(({ at }) => ({ at: at + 1 })), []);
  return { shelf, reload };
}

async function readShelf(call: Studio['call']): Promise<Shelf> {
  const list = async <T>(path: string): Promise<readonly T[]> => {
    const answer = await call<readonly T[]>(path);
    return 'body' in answer ? answer.body : [];
  };
  const [pack, saved, placed, layers] = await Promise.all([
    list<Board>('/api/v1/boards?from=pack'),
    list<DocumentHead>('/api/v1/documents/board'),
    list<WallBoard>('/api/v1/boards/placed'),
    list<BoundaryLayer>('/api/v1/boundaries'),
  ]);
  const first = layers.filter(({ level }) => level === 'district');
  const rest = layers.filter(({ level }) => level !== 'district');
  return { pack, saved, placed, layers: [...first, ...rest].map(({ name }) => name) };
}
