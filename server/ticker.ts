import type { MeasureSource } from '../shared/measure/measure.ts';
import { nextTickMs, smoothCost } from './publish/pace.ts';

const IDLE_MS = 1000;

export interface TickerOptions {
  readonly monoMs: () => number;
  /** Calls back after a delay; returns the disposer. */
  readonly after: (delayMs: number, then: () => void) => () => void;
  readonly tick: (dirty: ReadonlySet<MeasureSource>) => void;
}

/**
 * Ticks a few milliseconds after something changed, once a second otherwise; the dearer a tick, the longer the wait
 * for the next one.
 */
export function createTicker({ monoMs, after, tick }: TickerOptions) {
  let dirty = new Set<MeasureSource>();
  let costMs = 0;
  let endedAtMs = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;
  let dueAtMs = Number.POSITIVE_INFINITY;

  const run = () => {
    const taken = dirty;
    dirty = new Set();
    dueAtMs = Number.POSITIVE_INFINITY;
    const startedAtMs = monoMs();
    tick(taken);
    endedAtMs = monoMs();
    costMs = smoothCost(costMs, endedAtMs - startedAtMs);
    wakeIn(IDLE_MS);
  };
  const wakeIn = (delayMs: number) => {
    const atMs = monoMs() + delayMs;
    if (atMs >= dueAtMs) return;
    cancel?.();
    dueAtMs = atMs;
    cancel = after(delayMs, run);
  };
  wakeIn(IDLE_MS);
  return {
    touch(sources: Iterable<MeasureSource>): void {
      for (const source of sources) dirty.add(source);
      if (dirty.size === 0) return;
      wakeIn(Math.max(0, endedAtMs + nextTickMs(costMs) - monoMs()));
    },
    stop(): void {
      cancel?.();
      dueAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}
