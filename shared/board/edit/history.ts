import type { Board } from '../board.ts';

/** What was done to a board and can be undone; boards are never changed, so each step keeps a whole one. */
export interface History {
  readonly past: readonly Board[];
  readonly present: Board;
  readonly future: readonly Board[];
  /** What the last step did; a further step of the same name is the same step (typing into one field). */
  readonly lastStep: string | null;
}

const MOST_STEPS = 300;

export function historyOf(board: Board): History {
  return { past: [], present: board, future: [], lastStep: null };
}

/** `step` null: a step of its own. */
export function withStep(history: History, board: Board, step: string | null): History {
  if (board === history.present) return history;
  if (step !== null && step === history.lastStep) {
    return { ...history, present: board, future: [] };
  }
  const past = [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: board, future: [], lastStep: step };
}

export function undone(history: History): History {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (!before) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], lastStep: null };
}

export function redone(history: History): History {
  const { past, present, future } = history;
  const [after, ...rest] = future;
  if (!after) return history;
  return { past: [...past, present], present: after, future: rest, lastStep: null };
}
