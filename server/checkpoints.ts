import type { CoreListener } from './core-calls.ts';
import type { Fold } from './fold/fold.ts';
import type { Log } from './log/log.ts';

export interface CheckpointPolicy {
  /** Events after which a checkpoint is worth its cost. */
  readonly everyEvents: number;
  /** A checkpoint that took t ms is followed by none for t × this … */
  readonly restFactor: number;
  /** … unless so many events have come: a restart would fold them for seconds. */
  readonly maxTailEvents: number;
  /** So many are worth one as soon as nothing has come for `quietMs`. */
  readonly quietEvents: number;
  readonly quietMs: number;
}

export const CHECKPOINT_POLICY: CheckpointPolicy = {
  everyEvents: 250_000,
  restFactor: 20,
  maxTailEvents: 500_000,
  quietEvents: 20_000,
  quietMs: 2000,
};

export interface CheckpointPorts {
  readonly log: Log;
  readonly fold: Fold;
  readonly monoMs: () => number;
  /** Runs `then` after a delay; returns the cancelling. */
  readonly after: (delayMs: number, then: () => void) => () => void;
  readonly listener: Pick<CoreListener, 'onNotice'>;
}

/** Writes the fold's state now and then, so that a restart folds only the tail; never two at a time. */
export function createCheckpoints(
  { log, fold, monoMs, after, listener }: CheckpointPorts,
  lastCheckpointSeq: number,
  policy = CHECKPOINT_POLICY,
) {
  let savedSeq = lastCheckpointSeq;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;
  let stopWaiting = () => {};

  const save = async () => {
    const startedAtMs = monoMs();
    const { seq } = fold;
    try {
      await log.saveCheckpoint(seq, fold.dump());
      savedSeq = seq;
    } catch (cause) {
      listener.onNotice({ code: 'IOC_LOG_CHECKPOINT_FAILED', message: String(cause) });
    }
    const tookMs = monoMs() - startedAtMs;
    restUntilMs = monoMs() + tookMs * policy.restFactor;
  };
  const start = () => {
    running = save().finally(() => {
      running = undefined;
    });
    return running;
  };
  const tail = () => fold.seq - savedSeq;
  const isRested = () => monoMs() >= restUntilMs;
  return {
    /** To be told after each commit. */
    considerSaving(): void {
      stopWaiting();
      if (running) return;
      const isWorthIt = tail() >= policy.everyEvents && isRested();
      if (isWorthIt || tail() >= policy.maxTailEvents) void start();
      else if (tail() >= policy.quietEvents) {
        stopWaiting = after(policy.quietMs, () => {
          if (!running && isRested()) void start();
        });
      }
    },
    /** Without waiting for its turn: much came in at once and little will follow. */
    saveNow(): void {
      if (!running && tail() > 0) void start();
    },
    /** At the end of the process: whatever is not in a checkpoint yet. */
    async finish(): Promise<void> {
      stopWaiting();
      await running;
      if (tail() > 0) await start();
    },
  };
}
