import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '../../shared/board/board.ts';
import type { AbnormalityBook } from '../tile/abnormality.ts';
import { advance, goTo, holdAt, type Rotation, startRotation, togglePause } from './rotation.ts';

const LEAST_DWELL_MS = 15_000;
const ALARM_HOLD_MS = 120_000;
const TOUCH_HOLD_MS = 60_000;
const STEP_MS = 500;
/** Alarms found while the first answers come in are not new: the wall just started. */
const SETTLING_MS = 10_000;

export interface RotationControls {
  readonly rotation: Rotation;
  readonly go: (at: number) => void;
  readonly move: (by: number) => void;
  readonly togglePause: () => void;
  /** A touch keeps the present scene for a while. */
  readonly linger: () => void;
}

export function useRotation(
  boards: readonly Board[],
  panes: number,
  book: AbnormalityBook,
  scene: string | null,
): RotationControls {
  const [rotation, setRotation] = useState(() => startAt(boards, scene));
  const dwellMs = Math.max((boards[rotation.at]?.dwellSeconds ?? 0) * 1000, LEAST_DWELL_MS);
  useEffect(() => {
    const timer = setInterval(
      () => setRotation((now) => advance(now, dwellMs, panes, performance.now())),
      STEP_MS,
    );
    return () => clearInterval(timer);
  }, [dwellMs, panes]);
  useAlarmHold(boards, book, setRotation);
  const go = useCallback(
    (at: number) => setRotation((now) => goTo(now, at, performance.now())),
    [],
  );
  const move = useCallback(
    (by: number) => setRotation((now) => goTo(now, now.at + by, performance.now())),
    [],
  );
  const pause = useCallback(() => setRotation((now) => togglePause(now, performance.now())), []);
  const linger = useCallback(
    () => setRotation((now) => holdAt(now, now.at, performance.now(), TOUCH_HOLD_MS)),
    [],
  );
  return useMemo(
    () => ({ rotation, go, move, togglePause: pause, linger }),
    [rotation, go, move, pause, linger],
  );
}

/** A named scene stays until a hand moves on. */
function startAt(boards: readonly Board[], scene: string | null): Rotation {
  const now = performance.now();
  const at = boards.findIndex((board) => board.id === scene);
  const rotation = startRotation(boards.length, now, Math.max(at, 0));
  return at < 0 ? rotation : togglePause(rotation, now);
}

/** A new alarm brings its scene up and keeps it there for a while. */
function useAlarmHold(
  boards: readonly Board[],
  book: AbnormalityBook,
  setRotation: (change: (now: Rotation) => Rotation) => void,
): void {
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const startedAt = performance.now();
    return book.subscribe(() => {
      const alarms = book.list().filter(({ severity }) => severity === 'alarm');
      const fresh = alarms.find(({ tile, subject }) => !known.current.has(`${tile} ${subject}`));
      known.current = new Set(alarms.map(({ tile, subject }) => `${tile} ${subject}`));
      const at = boards.findIndex(({ id }) => fresh?.tile.startsWith(`${id}/`));
      const now = performance.now();
      if (at < 0 || now - startedAt < SETTLING_MS) return;
      setRotation((rotation) => holdAt(rotation, at, now, ALARM_HOLD_MS));
    });
  }, [boards, book, setRotation]);
}
