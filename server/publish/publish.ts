import type { MeasureSource } from '../../shared/measure/measure.ts';
import type { Refusal } from '../../shared/protocol/messages.ts';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Query } from '../../shared/query/query.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { codedError } from '../errors.ts';
import { newestOf } from './history.ts';
import type { Asked, CatchUp, Output, Position } from './outgoing.ts';
import {
  type Change,
  type Clock,
  catchUp,
  type Evaluated,
  encodeFrame,
  newQuestion,
  type Question,
  takeEvaluation,
} from './question.ts';

export interface PublishLimits {
  /** Distinct questions at a time. */
  readonly maxQuestions: number;
  /** How long a question without viewers and its history are kept for those who come back, ms. */
  readonly keepMs: number;
  readonly maxVersions: number;
  /** Of one question's history. */
  readonly maxBytes: number;
  /** A frame that only advanced `dataTo` is sent alone at most this often, ms. */
  readonly frameEveryMs: number;
  /** Questions that change with time alone (cameras fall silent) are evaluated this often, ms. */
  readonly timeDrivenEveryMs: number;
}

const PUBLISH_LIMITS: PublishLimits = {
  maxQuestions: 4000,
  keepMs: 60_000,
  maxVersions: 400,
  maxBytes: 128 * 1024,
  frameEveryMs: 5000,
  timeDrivenEveryMs: 2000,
};

export interface PublisherOptions<P> {
  /** New for each life of the publisher. */
  readonly epoch: string;
  /** Rows and frame under the principal's scope, or why not. May throw: the question then keeps its last answer. */
  readonly evaluate: (
    query: Query,
    principal: P,
    nowMs: number,
  ) => Evaluated | { readonly refused: Refusal };
  /** The event kinds that can change the answer; empty for one fixed in the past (`asOf`). */
  readonly sourcesOf: (query: Query) => readonly MeasureSource[];
  /** Whether time alone changes the answer, whatever comes in: a replay. */
  readonly moves?: (query: Query) => boolean;
  /** Principals with the same text see the same answers. */
  readonly scopeOf: (principal: P) => string;
  /** An evaluation threw. */
  readonly onFailure: (name: string, cause: unknown) => void;
  readonly limits?: Partial<PublishLimits>;
}

/**
 * Every distinct question that is being watched, with the versions of its answer. Each is evaluated, diffed and
 * encoded once a tick, whatever the number of its viewers, and not at all while nobody watches.
 */
export class Publisher<P> {
  readonly epoch: string;
  readonly #options: PublisherOptions<P>;
  readonly #limits: PublishLimits;
  readonly #byName = new Map<string, Question<P>>();
  readonly #byKey = new Map<string, Question<P>>();
  #lastSeq = 0;
  #lastKey = 0;

  constructor(options: PublisherOptions<P>) {
    this.epoch = options.epoch;
    this.#options = options;
    this.#limits = { ...PUBLISH_LIMITS, ...options.limits };
  }

  get questions(): number {
    return this.#byName.size;
  }

  /**
   * Holds the question once more (each successful `ask` needs one `release`) and says what brings a viewer with
   * `have` to the newest version. A question without other viewers is evaluated first if it may have changed.
   */
  ask(query: Query, principal: P, have: Position | undefined, clock: Clock): Asked {
    const name = this.#nameOf(query, principal);
    const known = this.#byName.get(name);
    const question = known ?? this.#open(name, query, principal, clock);
    if ('refused' in question) return question;
    if (known?.holds === 0 && this.#isDue(known, clock)) this.#evaluate(known, clock);
    question.holds += 1;
    return catchUp(question, this.epoch, have);
  }

  /** Whether `ask` would evaluate this question now. */
  wouldEvaluate(query: Query, principal: P, clock: Clock): boolean {
    const known = this.#byName.get(this.#nameOf(query, principal));
    return !known || (known.holds === 0 && this.#isDue(known, clock));
  }

  /** For a viewer that fell behind; undefined when the question is gone. */
  resume(key: string, have: Position | undefined): CatchUp | undefined {
    const question = this.#byKey.get(key);
    return question && catchUp(question, this.epoch, have);
  }

  release(key: string, { monoMs }: Clock): void {
    const question = this.#byKey.get(key);
    if (!question || question.holds === 0) return;
    question.holds -= 1;
    if (question.holds === 0) question.emptySinceMs = monoMs;
  }

  /** Call after events were folded, and at least every second for what changes with time alone. */
  tick(clock: Clock, dirtySources: ReadonlySet<MeasureSource>): Output[] {
    const outputs: Output[] = [];
    for (const question of this.#byName.values()) {
      if (question.sources.some((source) => dirtySources.has(source))) question.isDirty = true;
      if (question.holds === 0) this.#forgetIfOld(question, clock);
      else this.#publish(question, clock, outputs);
    }
    return outputs;
  }

  #nameOf(query: Query, principal: P): string {
    return `${canonicalKey(query)} ${this.#options.scopeOf(principal)}`;
  }

  #publish(question: Question<P>, clock: Clock, outputs: Output[]): void {
    const { key } = question;
    const change = this.#isDue(question, clock) ? this.#evaluate(question, clock) : undefined;
    if (change) {
      question.frameSentAtMs = clock.monoMs;
      outputs.push({ key, seq: change.seq, ...change.encoded });
      return;
    }
    const waited = clock.monoMs - question.frameSentAtMs;
    if (!question.isFrameUnsent || waited < this.#limits.frameEveryMs) return;
    question.isFrameUnsent = false;
    question.frameSentAtMs = clock.monoMs;
    const seq = newestOf(question.history)?.seq ?? 0;
    outputs.push({ key, seq, ...encodeFrame(question, this.epoch, seq) });
  }

  #open(
    name: string,
    query: Query,
    principal: P,
    clock: Clock,
  ): Question<P> | { readonly refused: Refusal } {
    if (this.#byName.size >= this.#limits.maxQuestions) {
      const full = codedError('IOC_PUBLISH_FULL', { expected: this.#limits.maxQuestions });
      return { refused: { code: full.code, message: full.message, retryAfterMs: 10_000 } };
    }
    const evaluated = this.#tryEvaluate(name, query, principal, clock);
    if ('refused' in evaluated) return evaluated;
    this.#lastKey += 1;
    const key = `q${this.#lastKey}`;
    const sources = this.#options.sourcesOf(query);
    const moves = this.#options.moves?.(query) === true;
    const identity = { key, name, query, principal, sources, moves };
    const question = newQuestion(identity, evaluated, clock);
    this.#byName.set(name, question);
    this.#byKey.set(key, question);
    this.#take(question, evaluated, clock);
    return question;
  }

  #isDue(question: Question<P>, { nowMs, monoMs }: Clock): boolean {
    if (monoMs < question.retryAtMs) return false;
    return (
      question.isDirty ||
      question.evaluatedDay !== localDayOf(nowMs) ||
      (question.isTimeDriven && monoMs - question.evaluatedAtMs >= this.#limits.timeDrivenEveryMs)
    );
  }

  #evaluate(question: Question<P>, clock: Clock): Change | undefined {
    const { name, query, principal } = question;
    const evaluated = this.#tryEvaluate(name, query, principal, clock);
    if (!('refused' in evaluated)) return this.#take(question, evaluated, clock);
    const { retryAfterMs } = evaluated.refused;
    // What may succeed later stays due, and the last answer stays with it.
    if (retryAfterMs !== undefined) question.retryAtMs = clock.monoMs + retryAfterMs;
    else this.#markEvaluated(question, clock);
    return undefined;
  }

  #take(question: Question<P>, evaluated: Evaluated, clock: Clock): Change | undefined {
    this.#markEvaluated(question, clock);
    const nextSeq = () => {
      this.#lastSeq += 1;
      return this.#lastSeq;
    };
    return takeEvaluation(question, evaluated, this.epoch, nextSeq, this.#limits);
  }

  #markEvaluated(question: Question<P>, { nowMs, monoMs }: Clock): void {
    question.isDirty = false;
    question.evaluatedDay = localDayOf(nowMs);
    question.evaluatedAtMs = monoMs;
  }

  #tryEvaluate(name: string, query: Query, principal: P, clock: Clock) {
    try {
      return this.#options.evaluate(query, principal, clock.nowMs);
    } catch (cause) {
      this.#options.onFailure(name, cause);
      const { code, message } = codedError('IOC_PUBLISH_EVALUATION', {
        where: name,
        came: String(cause),
      });
      return { refused: { code, message, retryAfterMs: 10_000 } };
    }
  }

  #forgetIfOld(question: Question<P>, { monoMs }: Clock): void {
    if (monoMs - question.emptySinceMs < this.#limits.keepMs) return;
    this.#byName.delete(question.name);
    this.#byKey.delete(question.key);
  }
}
