/** After a start whoever waits for the first screens comes first. */
const FIRST_REST_MS = 2000;
/** Longest stretch of work, ms, unless a single step takes longer; with the rest between two it is a sixth of the core. */
const STRETCH_MS = 3;
const REST_MS = 15;

export interface BackgroundPorts {
  readonly monoMs: () => number;
  /** Calls `then` later; gives back what stops that. */
  readonly after: (delayMs: number, then: () => void) => () => void;
  /** Told once; nothing more is done then. */
  readonly onFailure: (cause: unknown) => void;
}

/** Does work that no one waits for while the server already serves, a step of some milliseconds at a time. Returns what stops it. */
export function workInBackground(
  steps: Iterator<unknown>,
  { monoMs, after, onFailure }: BackgroundPorts,
): () => void {
  const stretch = () => {
    const startedMs = monoMs();
    try {
      do if (steps.next().done) return;
      while (monoMs() - startedMs < STRETCH_MS);
    } catch (cause) {
      onFailure(cause);
      return;
    }
    stop = after(REST_MS, stretch);
  };
  let stop = after(FIRST_REST_MS, stretch);
  return () => stop();
}
