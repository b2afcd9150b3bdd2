import type { Catalogue } from '../shared/measure/catalogue.ts';
import type { MeasureSource } from '../shared/measure/measure.ts';
import type { Refusal } from '../shared/protocol/messages.ts';
import type { Answer } from '../shared/query/answer.ts';
import { canonicalKey } from '../shared/query/canonical-key.ts';
import type { Query } from '../shared/query/query.ts';
import type { Targets } from '../shared/territory/pack.ts';
import type { Territory } from '../shared/territory/territory.ts';
import type { LocalDay } from '../shared/unit/local-day.ts';
import { type Principal, scopeKey } from './access/principal.ts';
import type { CoreCalls, CoreListener } from './core-calls.ts';
import { isPast, type Pasts } from './pasts.ts';
import type { Output } from './publish/outgoing.ts';
import { Publisher } from './publish/publish.ts';
import type { Evaluated } from './publish/question.ts';
import type { QueryContext } from './query/context.ts';
import { evaluate, sourcesOf } from './query/evaluate.ts';

export interface AnsweringOptions {
  readonly pasts: Pasts;
  readonly catalogue: Catalogue;
  readonly territory: Territory;
  readonly targets: Targets;
  readonly quality?: QueryContext['quality'];
  readonly alarms?: QueryContext['alarms'];
  readonly reportMonthStartsOn: number | undefined;
  readonly now: () => number;
  /** The real day, also in a replay. */
  readonly bordersDay: () => LocalDay;
  readonly monoMs: () => number;
  readonly epoch: string;
  readonly listener: Pick<CoreListener, 'onNotice'>;
}

type Refused = { readonly refused: Refusal };

interface Answered {
  readonly answer: Answer;
  /** When it was so, ms: the server's clock, or the moment of a replay. */
  readonly atMs: number;
}

/** Questions asked once (HTTP) and questions watched (live): the same evaluation for both. */
export function createAnswering(options: AnsweringOptions) {
  const { pasts, catalogue, now, monoMs, epoch } = options;
  const tellFailure = failureTeller(options.listener);
  const clock = () => ({ nowMs: now(), monoMs: monoMs() });

  const answer = (query: Query, { scope }: Principal, nowMs: number): Answered | Refused => {
    const standing = pasts.standing(query, nowMs);
    if ('refused' in standing) return standing;
    const context = { ...options, view: standing.view, scope, bordersDay: options.bordersDay() };
    const evaluation = evaluate(query, { ...context, now: standing.nowMs });
    if (!evaluation.ok) return { refused: evaluation.error };
    return { answer: evaluation.answer, atMs: query.replay ? standing.nowMs : nowMs };
  };
  const publisher = new Publisher<Principal>({
    epoch,
    scopeOf: scopeKey,
    sourcesOf: (query) => (isPast(query) ? [] : sourcesOf(query, catalogue)),
    moves: (query) => query.replay !== undefined,
    evaluate: (query, principal, nowMs) => {
      // A watched question comes up again at midnight, when its past may have given way to another.
      pasts.prepare(query, nowMs).catch((cause) => tellFailure(canonicalKey(query), cause));
      const answered = answer(query, principal, nowMs);
      return 'refused' in answered ? answered : toEvaluated(answered);
    },
    onFailure: tellFailure,
  });
  const calls: Pick<CoreCalls, 'query' | 'ask' | 'resume' | 'release'> = {
    query: async (query, principal) => {
      await pasts.prepare(query, now());
      const answered = answer(query, principal, now());
      return 'refused' in answered ? answered : answered.answer;
    },
    ask: async (query, principal, have) => {
      if (publisher.wouldEvaluate(query, principal, clock())) await pasts.prepare(query, now());
      return publisher.ask(query, principal, have, clock());
    },
    resume: async (key, have) => publisher.resume(key, have),
    release: async (key) => publisher.release(key, clock()),
  };
  return {
    calls,
    questions: () => publisher.questions,
    tick: (dirty: ReadonlySet<MeasureSource>): Output[] => {
      const outputs = publisher.tick(clock(), dirty);
      pasts.advance();
      return outputs;
    },
  };
}

function failureTeller({ onNotice }: AnsweringOptions['listener']) {
  return (name: string, cause: unknown) =>
    onNotice({ code: 'IOC_PUBLISH_EVALUATION', message: `${name}: ${String(cause)}` });
}

function toEvaluated({ answer, atMs }: Answered): Evaluated {
  const { seq, period, comparedPeriod, freshness, rows } = answer;
  const frame = { at: atMs, logSeq: seq, period, freshness };
  return { frame: comparedPeriod ? { ...frame, comparedPeriod } : frame, rows };
}
