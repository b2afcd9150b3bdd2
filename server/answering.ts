import type { Catalogue } from '../shared/measure/catalogue.ts';
import type { MeasureSource } from '../shared/measure/measure.ts';
import type { Refusal } from '../shared/protocol/messages.ts';
import type { Answer } from '../shared/query/answer.ts';
import { canonicalKey } from '../shared/query/canonical-key.ts';
import type { Query } from '../shared/query/query.ts';
import type { Targets } from '../shared/territory/pack.ts';
import type { Territory } from '../shared/territory/territory.ts';
import { parseInstant } from '../shared/unit/instant.ts';
import type { LocalDay } from '../shared/unit/local-day.ts';
import { type Principal, scopeKey } from './access/principal.ts';
import type { CoreCalls, CoreListener } from './core-calls.ts';
import { codedError } from './errors.ts';
import type { Fold } from './fold/fold.ts';
import type { PastStates } from './history.ts';
import type { Output } from './publish/outgoing.ts';
import { Publisher } from './publish/publish.ts';
import type { Evaluated } from './publish/question.ts';
import { evaluate, sourcesOf } from './query/evaluate.ts';

export interface AnsweringOptions {
  readonly fold: Fold;
  readonly history: PastStates;
  readonly catalogue: Catalogue;
  readonly territory: Territory;
  readonly targets: Targets;
  readonly reportMonthStartsOn: number | undefined;
  readonly now: () => number;
  /** The real day, also in a replay. */
  readonly bordersDay: () => LocalDay;
  readonly monoMs: () => number;
  readonly epoch: string;
  readonly listener: Pick<CoreListener, 'onNotice'>;
}

const PAST_RETRY_MS = 2000;

type Refused = { readonly refused: Refusal };

/** Questions asked once (HTTP) and questions watched (live): the same evaluation for both. */
export function createAnswering(options: AnsweringOptions) {
  const { fold, history, catalogue, now, monoMs, epoch } = options;
  const tellFailure = failureTeller(options.listener);
  const clock = () => ({ nowMs: now(), monoMs: monoMs() });

  const answer = (query: Query, { scope }: Principal, nowMs: number): Answer | Refused => {
    const asOfMs = asOfOf(query);
    const view = asOfMs === undefined ? fold : history.ready(asOfMs);
    if (!view)
      return { refused: { ...codedError('IOC_QUERY_PAST_LOADING'), retryAfterMs: PAST_RETRY_MS } };
    const context = { ...options, view, scope, bordersDay: options.bordersDay() };
    const evaluation = evaluate(query, { ...context, now: asOfMs ?? nowMs });
    return evaluation.ok ? evaluation.answer : { refused: evaluation.error };
  };
  /** A question about the past first needs that past folded; without room for it there is no answer yet. */
  const preparePast = async (query: Query) => {
    const asOfMs = asOfOf(query);
    if (asOfMs !== undefined) await history.at(asOfMs);
  };
  const publisher = new Publisher<Principal>({
    epoch,
    scopeOf: scopeKey,
    sourcesOf: (query) => (asOfOf(query) === undefined ? sourcesOf(query, catalogue) : []),
    evaluate: (query, principal, nowMs) => {
      // A watched question comes up again at midnight, when its past may have given way to another.
      preparePast(query).catch((cause) => tellFailure(canonicalKey(query), cause));
      const answered = answer(query, principal, nowMs);
      return 'refused' in answered ? answered : toEvaluated(answered, nowMs);
    },
    onFailure: tellFailure,
  });
  const calls: Pick<CoreCalls, 'query' | 'ask' | 'resume' | 'release'> = {
    query: async (query, principal) => {
      await preparePast(query);
      return answer(query, principal, now());
    },
    ask: async (query, principal, have) => {
      if (publisher.wouldEvaluate(query, principal, clock())) await preparePast(query);
      return publisher.ask(query, principal, have, clock());
    },
    resume: async (key, have) => publisher.resume(key, have),
    release: async (key) => publisher.release(key, clock()),
  };
  return {
    calls,
    questions: () => publisher.questions,
    tick: (dirty: ReadonlySet<MeasureSource>): Output[] => publisher.tick(clock(), dirty),
  };
}

function failureTeller({ onNotice }: AnsweringOptions['listener']) {
  return (name: string, cause: unknown) =>
    onNotice({ code: 'IOC_PUBLISH_EVALUATION', message: `${name}: ${String(cause)}` });
}

function asOfOf({ asOf }: Query): number | undefined {
  return typeof asOf === 'string' ? parseInstant(asOf) : undefined;
}

function toEvaluated(
  { seq, period, comparedPeriod, freshness, rows }: Answer,
  at: number,
): Evaluated {
  const frame = { at, logSeq: seq, period, freshness };
  return { frame: comparedPeriod ? { ...frame, comparedPeriod } : frame, rows };
}
