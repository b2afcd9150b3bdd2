import type { AcceptedEvent } from '../shared/event/kinds.ts';
import type { CoreListener } from './core-calls.ts';
import type { Fold } from './fold/fold.ts';
import type { Log } from './log/log.ts';

/** Events folded between two looks at the clock and at other work. */
const SLICE_MS = 25;

export interface FoldingPorts {
  readonly log: Log;
  readonly parse: (line: string) => AcceptedEvent;
  readonly monoMs: () => number;
  /** Lets other work run for a moment. */
  readonly pause: () => Promise<void>;
}

export interface LogSpan {
  /** Event numbers, both included. */
  readonly from: number;
  readonly to: number;
  /** Ends the folding at its next pause. */
  readonly signal?: AbortSignal;
}

/**
 * Folds a span of the log into `fold`, pausing now and then; `onProgress` gets 0–1. False when it was ended before
 * its last event.
 */
export async function foldSpan(
  { log, parse, monoMs, pause }: FoldingPorts,
  fold: Fold,
  span: LogSpan,
  onProgress: (share: number) => void = () => undefined,
): Promise<boolean> {
  let pausedAtMs = monoMs();
  for (const { firstSeq, receivedAt, lines } of log.read(span.from, span.to)) {
    for (const [i, line] of lines.entries()) {
      fold.apply(parse(line), { seq: firstSeq + i, receivedAt });
    }
    if (monoMs() - pausedAtMs < SLICE_MS) continue;
    onProgress((firstSeq - span.from) / Math.max(1, span.to - span.from));
    await pause();
    if (span.signal?.aborted) return false;
    pausedAtMs = monoMs();
  }
  return true;
}

export interface Recovery {
  readonly fold: Fold;
  /** Log position of the checkpoint used; 0 when the whole log was folded. */
  readonly checkpointSeq: number;
}

/** Restart: checkpoint + tail; a checkpoint that does not fit is told and left, and the whole log folded. */
export async function recoverFold(
  ports: FoldingPorts,
  newFold: () => Fold,
  { onNotice, onReadiness }: Pick<CoreListener, 'onNotice' | 'onReadiness'>,
): Promise<Recovery> {
  const checkpoint = ports.log.loadCheckpoint();
  const fold = newFold();
  let checkpointSeq = 0;
  if (checkpoint) {
    const parts = [...checkpoint.parts].map(([name, bytes]) => ({ name, bytes }));
    if (restores(fold, parts, onNotice)) checkpointSeq = checkpoint.seq;
  }
  const usable = checkpointSeq > 0 || !checkpoint ? fold : newFold();
  const tail = { from: checkpointSeq + 1, to: ports.log.lastSeq };
  await foldSpan(ports, usable, tail, (progress) => onReadiness({ ready: false, progress }));
  return { fold: usable, checkpointSeq };
}

function restores(
  fold: Fold,
  parts: Parameters<Fold['restore']>[0],
  notice: CoreListener['onNotice'],
): boolean {
  try {
    if (fold.restore(parts)) return true;
    notice({
      code: 'IOC_LOG_CHECKPOINT_DAMAGED',
      message:
        'the checkpoint was written by another version or under other settings; the log is folded anew',
    });
  } catch (cause) {
    notice({
      code: 'IOC_LOG_CHECKPOINT_DAMAGED',
      message: `the checkpoint cannot be read: ${String(cause)}; the log is folded anew`,
    });
  }
  return false;
}
