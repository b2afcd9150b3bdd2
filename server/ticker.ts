import type { MeasureSource } from '../shared/measure/measure.ts';
import { nextTickMs, smoothCost } from './publish/pace.ts';

const IDLE_MS = 1000;

export interface TickerOptions {
  readonly monoMs: () => number;
  /** Calls back after a delay; returns the disposer. */
  readonly after: (delayMs: number, then: () => void) => () => void;
  /** True where there was something to tell: `took` will say when that has been sent on. */
  readonly tick: (dirty: ReadonlySet<MeasureSource>) => boolean;
}

/**
 * Ticks a few milliseconds after something changed, once a second otherwise; the dearer a tick, here or in the thread
 * that sends it on, the longer the wait for the next one. Never two ticks are under way: with more viewers than that
 * thread can serve at this pace, outputs would pile up between the threads.
 */
export function createTicker({ monoMs, after, tick }: TickerOptions) {
  let dirty = new Set<MeasureSource>();
  let costMs = 0;
  let fanoutMs = 0;
  let endedAtMs = Number.NEGATIVE_INFINITY;
  let isUnderWay = false;
  let cancel: (() => void) | undefined;
  let dueAtMs = Number.POSITIVE_INFINITY;

  const run = () => {
    const taken = dirty;
    dirty = new Set();
    dueAtMs = Number.POSITIVE_INFINITY;
    const startedAtMs = monoMs();
    isUnderWay = tick(taken);
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
  const wakeForChanges = () => {
    if (dirty.size === 0 || isUnderWay) return;
    wakeIn(Math.max(0, endedAtMs + nextTickMs(Math.max(costMs, fanoutMs)) - monoMs()));
  };
  wakeIn(IDLE_MS);
  return {
    touch(sources: Iterable<MeasureSource>): void {
      for (const source of sources) dirty.add(source);
      wakeForChanges();
    },
    took(lastFanoutMs: number): void {
      fanoutMs = smoothCost(fanoutMs, lastFanoutMs);
      isUnderWay = false;
      wakeForChanges();
    },
    stop(): void {
      cancel?.();
      dueAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}
