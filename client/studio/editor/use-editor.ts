import { useCallback, useMemo, useRef, useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { applyEdit, type Edit, type Outcome } from '../../../shared/board/edit/edits.ts';
import {
  type History,
  historyOf,
  redone,
  undone,
  withStep,
} from '../../../shared/board/edit/history.ts';

/** A board under the hands of one person. */
export interface Editor {
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

/** What was being edited survives a look at another page of the studio; it is gone with the tab. */
const drafts = new Map<string, History>();

type OnStep = (before: Board, after: Board) => void;

export function useEditor(initial: Board, onStep: OnStep): Editor {
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

function useSteps(initial: Board, onStep: OnStep) {
  const [history, setHistory] = useState(() => drafts.get(initial.id) ?? historyOf(initial));
  const latest = useRef(history);
  const key = initial.id;
  const go = useCallback(
    (next: History) => {
      const { present } = latest.current;
      if (next === latest.current) return;
      latest.current = next;
      drafts.set(key, next);
      setHistory(next);
      onStep(present, next.present);
    },
    [key, onStep],
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

/** A board that is nowhere else yet: what `draftOf` its id opens. */
export function keepDraft(board: Board): void {
  const history = drafts.get(board.id);
  drafts.set(board.id, history ? withStep(history, board, null) : historyOf(board));
}

/** Forgets what was being edited: the next opening shows what is saved. */
export function dropDraft(board: string): void {
  drafts.delete(board);
}

export function draftOf(board: string): Board | undefined {
  return drafts.get(board)?.present;
}
