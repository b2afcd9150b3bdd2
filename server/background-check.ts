import type { Log } from './log/log.ts';

/** Rest between two steps of some milliseconds: the check takes a fifth of the core at most. */
const REST_MS = 25;

export interface BackgroundCheckPorts {
  readonly log: Pick<Log, 'verify'>;
  /** Calls `then` later; gives back what stops that. */
  readonly after: (delayMs: number, then: () => void) => () => void;
  readonly onDamage: (cause: unknown) => void;
}

/**
 * A start reads only what came after the checkpoint. Whatever is older is checked while the server already works, once a
 * start, so that damage is found while there are still backups without it. Returns what stops the check.
 */
export function checkLogInBackground({ log, after, onDamage }: BackgroundCheckPorts): () => void {
  const steps = log.verify();
  const step = () => {
    try {
      if (steps.next().done) return;
    } catch (cause) {
      onDamage(cause);
      return;
    }
    stop = after(REST_MS, step);
  };
  let stop = after(REST_MS, step);
  return () => stop();
}
