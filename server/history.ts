import type { Fold } from './fold/fold.ts';
import { type FoldingPorts, foldSpan } from './recover.ts';

export interface HistoryLimits {
  /** States of the past in memory, those being folded included; each costs as much as the present one. */
  readonly maxKept: number;
  /** Folded at the same time; more would only make each slower. */
  readonly maxFolding: number;
  /** One that is still being folded and has not been asked for this long may give way to another. */
  readonly forgottenMs: number;
}

export const HISTORY_LIMITS: HistoryLimits = { maxKept: 2, maxFolding: 1, forgottenMs: 15_000 };

interface Past {
  readonly seq: number;
  fold: Fold | undefined;
  /** Undefined when it was dropped before it was there. */
  ready: Promise<Fold | undefined>;
  readonly stop: () => void;
  askedAtMs: number;
}

/**
 * States of the past, for questions with `asOf`: the log folded again up to the last event that had been received by
 * then, so "what we knew" is right by construction. A few are kept, and one that is dropped stops being folded.
 */
export class PastStates {
  readonly #ports: FoldingPorts;
  readonly #newFold: () => Fold;
  readonly #limits: HistoryLimits;
  readonly #kept = new Map<number, Past>();

  constructor(ports: FoldingPorts, newFold: () => Fold, limits = HISTORY_LIMITS) {
    this.#ports = ports;
    this.#newFold = newFold;
    this.#limits = limits;
  }

  /** The state as it was at `asOfMs`; undefined while others are being folded, or when it gave way to another. */
  async at(asOfMs: number): Promise<Fold | undefined> {
    const seq = this.#ports.log.seqAt(asOfMs);
    const past = this.#kept.get(seq) ?? (this.#makeRoom() ? this.#open(seq) : undefined);
    if (!past) return undefined;
    past.askedAtMs = this.#ports.monoMs();
    return past.ready;
  }

  /** The same, only when it is there already. */
  ready(asOfMs: number): Fold | undefined {
    return this.#kept.get(this.#ports.log.seqAt(asOfMs))?.fold;
  }

  /** Folds nothing more; before the log is closed. */
  close(): void {
    for (const past of [...this.#kept.values()]) this.#drop(past);
  }

  #open(seq: number): Past {
    const stopping = new AbortController();
    const past: Past = {
      seq,
      fold: undefined,
      ready: Promise.resolve(undefined),
      stop: () => stopping.abort(),
      askedAtMs: this.#ports.monoMs(),
    };
    this.#kept.set(seq, past);
    past.ready = this.#fill(past, stopping.signal);
    past.ready.catch(() => this.#drop(past));
    return past;
  }

  async #fill(past: Past, signal: AbortSignal): Promise<Fold | undefined> {
    const fold = this.#newFold();
    const isWhole = await foldSpan(this.#ports, fold, { from: 1, to: past.seq, signal });
    if (!isWhole) return undefined;
    past.fold = fold;
    return fold;
  }

  #drop(past: Past): void {
    if (this.#kept.get(past.seq) === past) this.#kept.delete(past.seq);
    past.stop();
  }

  /** Whether one more may be folded, after those that may go have gone: forgotten ones, then those asked longest ago. */
  #makeRoom(): boolean {
    const { maxKept, maxFolding, forgottenMs } = this.#limits;
    const nowMs = this.#ports.monoMs();
    const oldestFirst = [...this.#kept.values()].sort((a, b) => a.askedAtMs - b.askedAtMs);
    const folding = oldestFirst.filter(({ fold }) => fold === undefined);
    const forgotten = folding.filter(({ askedAtMs }) => nowMs - askedAtMs >= forgottenMs);
    if (folding.length - forgotten.length >= maxFolding) return false;
    for (const past of forgotten) this.#drop(past);
    for (const past of oldestFirst) {
      if (past.fold !== undefined && this.#kept.size >= maxKept) this.#drop(past);
    }
    return this.#kept.size < maxKept;
  }
}
