/** Which scene is on the wall, and until when. Instants in ms of the client's clock. */
export interface Rotation {
  readonly at: number;
  readonly count: number;
  /** When the present scene came up. */
  readonly since: number;
  readonly isPaused: boolean;
  /** An alarm keeps its scene until then. */
  readonly heldUntil: number;
}

export function startRotation(count: number, nowMs: number, at = 0): Rotation {
  return { at, count, since: nowMs, isPaused: false, heldUntil: 0 };
}

/** Shows scene `at`, counted around the end. */
export function goTo(rotation: Rotation, at: number, nowMs: number): Rotation {
  const { count } = rotation;
  return { ...rotation, at: count > 0 ? ((at % count) + count) % count : 0, since: nowMs };
}

export function togglePause(rotation: Rotation, nowMs: number): Rotation {
  return { ...rotation, isPaused: !rotation.isPaused, since: nowMs, heldUntil: 0 };
}

/** Shows the scene of a new alarm and stays there for `holdMs`, unless a hand has paused the wall. */
export function holdAt(rotation: Rotation, at: number, nowMs: number, holdMs: number): Rotation {
  if (rotation.isPaused) return rotation;
  return { ...goTo(rotation, at, nowMs), heldUntil: nowMs + holdMs };
}

/** Shows the scene a director wants; the same object where it is there already. Its own holds are over. */
export function obey(rotation: Rotation, at: number, nowMs: number): Rotation {
  if (rotation.at === at && rotation.heldUntil === 0) return rotation;
  return { ...goTo(rotation, at, nowMs), heldUntil: 0 };
}

/** The next scenes when the dwell of the present ones is over; else the same object. `step`: scenes side by side. */
export function advance(
  rotation: Rotation,
  dwellMs: number,
  step: number,
  nowMs: number,
): Rotation {
  const { isPaused, since, heldUntil, count, at } = rotation;
  if (isPaused || count <= step || nowMs < heldUntil || nowMs - since < dwellMs) return rotation;
  return goTo(rotation, at + step, nowMs);
}

/** The scenes on the screen, `panes` side by side. */
export function shownScenes({ at, count }: Rotation, panes: number): number[] {
  return Array.from({ length: Math.min(panes, count) }, (_, n) => (at + n) % count);
}

/** Scenes that fit side by side: two on a 32:9 screen. */
export function panesOf(width: number, height: number): number {
  return Math.max(1, Math.floor(width / height / (16 / 9) + 0.02));
}
