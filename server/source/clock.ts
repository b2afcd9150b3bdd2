/** How server time runs: `atMs` at the real instant `realMs`, then `speed` times as fast until `untilMs`, then real. */
export interface ClockRun {
  readonly mode: 'live' | 'replay' | 'demo';
  readonly atMs: number;
  readonly realMs: number;
  readonly speed: number;
  /** Where a replay ends; undefined: never. */
  readonly untilMs: number | undefined;
}

export interface ClockReading {
  readonly nowMs: number;
  readonly speed: number;
  readonly mode: ClockRun['mode'];
}

/** Reads a running clock. After its end a replay goes on in real time as a demo. */
export function readClock(run: ClockRun, realMs: number): ClockReading {
  const elapsedMs = realMs - run.realMs;
  const nowMs = run.atMs + elapsedMs * run.speed;
  if (run.untilMs === undefined || nowMs < run.untilMs) {
    return { nowMs, speed: run.speed, mode: run.mode };
  }
  const endedAfterMs = Math.max(0, (run.untilMs - run.atMs) / run.speed);
  const startMs = Math.max(run.untilMs, run.atMs);
  return { nowMs: startMs + elapsedMs - endedAfterMs, speed: 1, mode: 'demo' };
}

export interface ClockBasis {
  /** Undefined: real time. */
  readonly replay: { readonly fromMs: number; readonly speed: number } | undefined;
  readonly untilMs: number | undefined;
  /** Newest arrival in the log, ms: a clock never starts before it, so a restart goes on where it was. */
  readonly lastReceivedAtMs: number;
  readonly realMs: number;
  readonly isDemo: boolean;
}

export function startClock(basis: ClockBasis): ClockRun {
  const { replay, realMs, untilMs } = basis;
  if (!replay) {
    const mode = basis.isDemo ? 'demo' : 'live';
    return { mode, atMs: realMs, realMs, speed: 1, untilMs: undefined };
  }
  const atMs = Math.max(replay.fromMs, basis.lastReceivedAtMs);
  return { mode: 'replay', atMs, realMs, speed: replay.speed, untilMs };
}
