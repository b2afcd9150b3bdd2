import { useCallback, useMemo, useRef, useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { applyEdit, type Edit, type Outcome } from '../../../shared/board/edit/edits.ts';
import { type History, redone, undone, withStep } from '../../../shared/board/edit/history.ts';

/** A board under the hands of one person. */
export interface Editor {
  readonly history: History;
  readonly board: Board;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Id of the tile that is chosen; null: the board itself. */
  readonly selected: string | null;
  select(tile: string | null): void;
  /** `step`: further edits of the same name are undone together. */
  edit(edit: Edit, step?: string): Outcome;
  /** Takes over what was worked out elsewhere. */
  take(outcome: Outcome): Outcome;
  undo(): void;
  redo(): void;
}

type OnStep = (before: Board, after: Board) => void;

export function useEditor(initial: History, onStep: OnStep): Editor {
  const { history, edit, take, undo, redo } = useSteps(initial, onStep);
  const [selected, select] = useState<string | null>(null);
  const renaming = useCallback(
    (change: Edit, step?: string) => {
      const outcome = edit(change, step);
      const isRenamed = 'board' in outcome && change.kind === 'set' && change.path[0] === 'id';
      if (isRenamed && change.tile !== null) select(String(change.value));
      return outcome;
    },
    [edit],
  );
  return useMemo(
    () => ({
      history,
      board: history.present,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      selected: history.present.tiles.some(({ id }) => id === selected) ? selected : null,
      select,
      edit: renaming,
      take,
      undo,
      redo,
    }),
    [history, selected, renaming, take, undo, redo],
  );
}

function useSteps(initial: History, onStep: OnStep) {
  const [history, setHistory] = useState(initial);
  const latest = useRef(history);
  const go = useCallback(
    (next: History) => {
      const { present } = latest.current;
      if (next === latest.current) return;
      latest.current = next;
      setHistory(next);
      onStep(present, next.present);
    },
    [onStep],
  );
  const take = useCallback(
    (outcome: Outcome, step?: string) => {
      if ('board' in outcome) go(withStep(latest.current, outcome.board, step ?? null));
      return outcome;
    },
    [go],
  );
  const edit = useCallback(
    (change: Edit, step?: string) => take(applyEdit(latest.current.present, change), step),
    [take],
  );
  const undo = useCallback(() => go(undone(latest.current)), [go]);
  const redo = useCallback(() => go(redone(latest.current)), [go]);
  return { history, edit, take, undo, redo };
}
