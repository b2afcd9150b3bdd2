import type { CoreListener } from './core-calls.ts';
import type { Fold } from './fold/fold.ts';
import type { Log } from './log/log.ts';

export interface CheckpointPolicy {
  /** Events after which a checkpoint is worth its cost. */
  readonly everyEvents: number;
  /** A checkpoint that took t ms is followed by none for t × this. */
  readonly restFactor: number;
}

export const CHECKPOINT_POLICY: CheckpointPolicy = { everyEvents: 250_000, restFactor: 20 };

export interface CheckpointPorts {
  readonly log: Log;
  readonly fold: Fold;
  readonly monoMs: () => number;
  readonly listener: Pick<CoreListener, 'onNotice'>;
}

/** Writes the fold's state now and then, so that a restart folds only the tail; never two at a time. */
export function createCheckpoints(
  { log, fold, monoMs, listener }: CheckpointPorts,
  lastCheckpointSeq: number,
  policy = CHECKPOINT_POLICY,
) {
  let savedSeq = lastCheckpointSeq;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

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
  return {
    considerSaving(): void {
      if (running || fold.seq - savedSeq < policy.everyEvents || monoMs() < restUntilMs) return;
      void start();
    },
    /** Without waiting for its turn: much came in at once and little will follow. */
    saveNow(): void {
      if (!running && fold.seq > savedSeq) void start();
    },
    /** At the end of the process: whatever is not in a checkpoint yet. */
    async finish(): Promise<void> {
      await running;
      if (fold.seq > savedSeq) await start();
    },
  };
}
