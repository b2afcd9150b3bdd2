import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '../../shared/board/board.ts';
import { directedScene, type OrdersInForce } from '../store/orders.ts';
import { useLive } from '../store/use-answer.ts';
import type { AbnormalityBook } from '../tile/abnormality.ts';
import {
  advance,
  goTo,
  holdAt,
  obey,
  type Rotation,
  startRotation,
  togglePause,
} from './rotation.ts';

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

interface RotationBasis {
  readonly boards: readonly Board[];
  readonly panes: number;
  readonly book: AbnormalityBook;
  /** Id of the one scene to stay on. */
  readonly scene: string | null;
  /** Of a director; null: the screen goes its own way. */
  readonly inForce: OrdersInForce | null;
}

/** Which scene is on: the screen's own course, or the director's while there is one; hands and alarms wait then. */
export function useRotation({ boards, panes, book, scene, inForce }: RotationBasis) {
  const live = useLive();
  const [rotation, setRotation] = useState(() => startAt(boards, scene));
  const dwellMs = dwellOf(boards[rotation.at]);
  useEffect(() => {
    const own = (now: Rotation) => advance(now, dwellMs, panes, performance.now());
    const directed = inForce && courseOf(boards, inForce, panes);
    const turn = () =>
      setRotation((now) =>
        directed ? obey(now, directed(live.now()) ?? now.at, performance.now()) : own(now),
      );
    turn();
    const timer = setInterval(turn, STEP_MS);
    return () => clearInterval(timer);
  }, [live, boards, inForce, dwellMs, panes]);
  const isDirected = inForce !== null;
  useOwnCourse(isDirected, boards, scene, setRotation);
  const change = useCallback(
    (by: (now: Rotation, nowMs: number) => Rotation) => {
      if (!isDirected) setRotation((now) => by(now, performance.now()));
    },
    [isDirected],
  );
  useAlarmHold(boards, book, change);
  return useControls(rotation, change, inForce);
}

type Change = (by: (now: Rotation, nowMs: number) => Rotation) => void;

function useControls(rotation: Rotation, change: Change, inForce: OrdersInForce | null) {
  const acts = useMemo(
    () => ({
      go: (at: number) => change((now, nowMs) => goTo(now, at, nowMs)),
      move: (by: number) => change((now, nowMs) => goTo(now, now.at + by, nowMs)),
      togglePause: () => change(togglePause),
      linger: () => change((now, nowMs) => holdAt(now, now.at, nowMs, TOUCH_HOLD_MS)),
    }),
    [change],
  );
  const isPaused = inForce ? !inForce.orders.rotates : rotation.isPaused;
  return useMemo<RotationControls>(
    () => ({ rotation: { ...rotation, isPaused }, ...acts }),
    [rotation, isPaused, acts],
  );
}

const dwellOf = (board: Board | undefined) =>
  Math.max((board?.dwellSeconds ?? 0) * 1000, LEAST_DWELL_MS);

/** The scene a director wants at an instant of the client's clock; undefined: one that is not here. */
function courseOf(boards: readonly Board[], { orders, givenAtMs }: OrdersInForce, step: number) {
  const from = boards.findIndex(({ id }) => id === orders.scene);
  const dwells = boards.map(dwellOf);
  const { rotates } = orders;
  return (nowMs: number) =>
    from < 0
      ? undefined
      : directedScene(dwells, from, { rotates, elapsedMs: nowMs - givenAtMs, step });
}

/** Let go by its director, a screen with a scene of its own goes back to it, any other goes on from where it is. */
function useOwnCourse(
  isDirected: boolean,
  boards: readonly Board[],
  scene: string | null,
  setRotation: (change: (now: Rotation) => Rotation) => void,
): void {
  const wasDirected = useRef(isDirected);
  useEffect(() => {
    if (wasDirected.current && !isDirected && scene !== null)
      setRotation(() => startAt(boards, scene));
    wasDirected.current = isDirected;
  }, [isDirected, boards, scene, setRotation]);
}

/** A named scene stays until a hand moves on. */
function startAt(boards: readonly Board[], scene: string | null): Rotation {
  const now = performance.now();
  const at = boards.findIndex((board) => board.id === scene);
  const rotation = startRotation(boards.length, now, Math.max(at, 0));
  return at < 0 ? rotation : togglePause(rotation, now);
}

/** A new alarm brings its scene up and keeps it there for a while. */
function useAlarmHold(boards: readonly Board[], book: AbnormalityBook, change: Change): void {
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
      change((rotation, nowMs) => holdAt(rotation, at, nowMs, ALARM_HOLD_MS));
    });
  }, [boards, book, change]);
}
