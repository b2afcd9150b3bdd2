import type { Board } from '../../../shared/board/board.ts';
import { boardText } from '../../../shared/board/edit/file-text.ts';
import { type History, historyOf, withStep } from '../../../shared/board/edit/history.ts';

/** The newest version that a board under the hands was made from; 0 is the pack's, or none. */
export interface SavedBoard {
  readonly version: number;
  readonly board: Board | null;
}

interface Draft {
  readonly history: History;
  /** Null: whatever is on the shelf when it is opened. */
  readonly saved: SavedBoard | null;
}

/** What was being edited survives a look at another page of the studio; it is gone with the tab. */
const drafts = new Map<string, Draft>();

export function keepDraft(draft: Draft): void {
  drafts.set(draft.history.present.id, draft);
}

/** Takes in a board from elsewhere: what is opened next under its id; what was being done to it can be undone to. */
export function beginBoard(board: Board): void {
  const known = drafts.get(board.id);
  const history = known ? withStep(known.history, board, null) : historyOf(board);
  drafts.set(board.id, { history, saved: known?.saved ?? null });
}

/** Unsaved work on a board. Where all of it was saved the shelf may know something newer, so there is none. */
export function draftOf(id: string): Draft | undefined {
  const draft = drafts.get(id);
  const saved = draft?.saved?.board;
  const isSaved = saved && boardText(saved) === boardText(draft.history.present);
  return isSaved ? undefined : draft;
}

/** Forgets what was being edited: the next opening shows what is saved. */
export function dropDraft(id: string): void {
  drafts.delete(id);
}
