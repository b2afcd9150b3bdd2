/** How work of any length lets others have their turn. */
export interface Turns {
  readonly monoMs: () => number;
  readonly pause: () => Promise<void>;
}

/** Records looked at between two looks at the clock. */
const STEP = 4096;
/** Longest stretch without a pause, ms. */
const SLICE_MS = 3;

/** Does `work` over 0 … total − 1, a piece at a time. */
export async function inSlices(
  total: number,
  { monoMs, pause }: Turns,
  work: (from: number, to: number) => void,
): Promise<void> {
  let startedMs = monoMs();
  for (let from = 0; from < total; from += STEP) {
    work(from, Math.min(total, from + STEP));
    if (monoMs() - startedMs < SLICE_MS) continue;
    await pause();
    startedMs = monoMs();
  }
}
