import type { ReplaySpec } from '../shared/query/query.ts';
import { parseInstant } from '../shared/unit/instant.ts';
import type { Fold } from './fold/fold.ts';
import { type FoldingPorts, foldSpan } from './recover.ts';

export interface ReplayLimits {
  /** Each costs as much memory as the present state. */
  readonly maxRuns: number;
  /** One that nobody has asked about for this long gives way to another. */
  readonly forgottenMs: number;
}

export const REPLAY_LIMITS: ReplayLimits = { maxRuns: 1, forgottenMs: 15_000 };

/** What was known at a moment of a replay. */
export interface ReplayedState {
  readonly fold: Fold;
  /** The moment, ms. */
  readonly nowMs: number;
}

interface Run {
  readonly fold: Fold;
  readonly fromMs: number;
  readonly toMs: number;
  readonly speed: number;
  /** Where it begins is there. */
  readonly ready: Promise<boolean>;
  readonly stop: AbortController;
  /** When it set off, on the clock that only runs; undefined while its beginning is being folded. */
  startedAtMs: number | undefined;
  /** Last event folded, and the moment that stands for. */
  seq: number;
  reachedMs: number;
  isFolding: boolean;
  askedAtMs: number;
}

/** Spans of the log lived through again, at ×1 to ×600: one fold each, carried on from event to event. */
export class Replays {
  readonly #ports: FoldingPorts;
  readonly #newFold: () => Fold;
  readonly #limits: ReplayLimits;
  readonly #runs = new Map<string, Run>();

  constructor(ports: FoldingPorts, newFold: () => Fold, limits = REPLAY_LIMITS) {
    this.#ports = ports;
    this.#newFold = newFold;
    this.#limits = limits;
  }

  /** Opens the run, or joins one that is under way; false where there is no room for it. */
  async prepare(spec: ReplaySpec): Promise<boolean> {
    const key = keyOf(spec);
    const run = this.#runs.get(key) ?? (this.#makeRoom() ? this.#open(key, spec) : undefined);
    if (!run) return false;
    run.askedAtMs = this.#ports.monoMs();
    return run.ready;
  }

  /** The moment it has reached; undefined while it is on its way to one. */
  at(spec: ReplaySpec): ReplayedState | undefined {
    const run = this.#runs.get(keyOf(spec));
    if (!run) return undefined;
    run.askedAtMs = this.#ports.monoMs();
    if (run.startedAtMs === undefined || run.isFolding) return undefined;
    return { fold: run.fold, nowMs: run.reachedMs };
  }

  /** Carries every run on to its moment; call after each round of questions. */
  advance(): void {
    for (const run of this.#runs.values()) {
      if (run.startedAtMs !== undefined && !run.isFolding) void this.#carryOn(run, run.startedAtMs);
    }
  }

  close(): void {
    for (const key of [...this.#runs.keys()]) this.#drop(key);
  }

  #open(key: string, spec: ReplaySpec): Run {
    const { fromMs, toMs } = spanOf(spec) ?? { fromMs: 0, toMs: 0 };
    const fold = this.#newFold();
    const stop = new AbortController();
    const seq = this.#ports.log.seqAt(fromMs);
    const ready = foldSpan(this.#ports, fold, { from: 1, to: seq, signal: stop.signal });
    const run: Run = {
      fold,
      fromMs,
      toMs,
      speed: spec.speed,
      stop,
      startedAtMs: undefined,
      seq,
      reachedMs: fromMs,
      isFolding: false,
      askedAtMs: this.#ports.monoMs(),
      ready: ready.then((isWhole) => {
        if (isWhole) run.startedAtMs = this.#ports.monoMs();
        return isWhole;
      }),
    };
    this.#runs.set(key, run);
    run.ready.catch(() => this.#drop(key));
    return run;
  }

  async #carryOn(run: Run, startedAtMs: number): Promise<void> {
    const { fold, fromMs, toMs, speed, stop } = run;
    const target = Math.min(toMs, fromMs + (this.#ports.monoMs() - startedAtMs) * speed);
    const to = this.#ports.log.seqAt(target);
    run.isFolding = true;
    const isWhole = await foldSpan(this.#ports, fold, {
      from: run.seq + 1,
      to,
      signal: stop.signal,
    });
    if (!isWhole) return;
    Object.assign(run, { seq: Math.max(run.seq, to), reachedMs: target, isFolding: false });
  }

  #drop(key: string): void {
    this.#runs.get(key)?.stop.abort();
    this.#runs.delete(key);
  }

  #makeRoom(): boolean {
    const nowMs = this.#ports.monoMs();
    for (const [key, { askedAtMs }] of this.#runs) {
      if (nowMs - askedAtMs >= this.#limits.forgottenMs) this.#drop(key);
    }
    return this.#runs.size < this.#limits.maxRuns;
  }
}

/** Undefined where an end is no instant, or they are not in order. */
export function spanOf({ from, to }: ReplaySpec): { fromMs: number; toMs: number } | undefined {
  const [fromMs, toMs] = [parseInstant(from), parseInstant(to)];
  return fromMs !== undefined && toMs !== undefined && fromMs < toMs ? { fromMs, toMs } : undefined;
}

/** The same for all who watch the same span at the same speed: they see the same moment. */
function keyOf({ from, to, speed, run = '' }: ReplaySpec): string {
  return [from, to, speed, run].join(' ');
}
